/** Single cells of a pivot, and the rows behind them. */
import { type Exact, divide, fraction, isZero } from '../../core/exact.ts';
import { exactAt } from '../../core/table.ts';
import { ancestors } from './axis.ts';
import { MIXED, NO_CURRENCY } from './figures.ts';
import { pairOf } from './pairs.ts';
import type { Block, Pivot } from './result.ts';
import { currencySlot, sideOf } from './share-bases.ts';

/**
 * A figure of a cell, exact: an average is a fraction. `mixed` stands where amounts of several currencies meet, which are
 * not added. Days are whole numbers.
 */
export type PivotCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'mixed' }
  | { readonly kind: 'value'; readonly value: Exact; readonly currency: string };

const EMPTY: PivotCell = { kind: 'empty' };

/** A place in the two trees: a line of the rows and a line of the columns. */
interface Place {
  readonly rowLevel: number;
  readonly rowNode: number;
  readonly columnLevel: number;
  readonly columnNode: number;
}

function placeOf({ rowLines, columnLines }: Pivot, rowLine: number, columnLine: number): Place {
  return {
    rowLevel: rowLines.level[rowLine] ?? 0,
    rowNode: rowLines.node[rowLine] ?? 0,
    columnLevel: columnLines.level[columnLine] ?? 0,
    columnNode: columnLines.node[columnLine] ?? 0,
  };
}

export function cellAt(pivot: Pivot, rowLine: number, columnLine: number, measure: number): PivotCell {
  const place = placeOf(pivot, rowLine, columnLine);
  const block = pivot.blocks[place.rowLevel]?.[place.columnLevel];
  const cell = block ? pairOf(block.pairs, place.rowNode, place.columnNode) : -1;
  if (!block || cell < 0) return EMPTY;
  return figureOf(pivot, place, block, cell, measure);
}

function figureOf(pivot: Pivot, place: Place, block: Block, cell: number, index: number): PivotCell {
  const figures = block.figures[index];
  const measure = pivot.measures[index];
  if (!figures || !measure) return EMPTY;
  const code = figures.currency?.[cell] ?? NO_CURRENCY;
  if (code === MIXED) return { kind: 'mixed' };
  const value = exactAt(figures.values, cell);
  if (!value) return EMPTY;
  const currency = code === NO_CURRENCY ? '' : (pivot.currencies[code] ?? '');
  if (measure.aggregate === 'average') {
    return { kind: 'value', value: divide(value, fraction(figures.counts[cell] ?? 1)), currency };
  }
  if (sideOf(measure.aggregate) === undefined) return { kind: 'value', value, currency };
  const whole = baseAt(pivot, place, index, code);
  return whole && !isZero(whole) ? { kind: 'value', value: divide(value, whole), currency } : EMPTY;
}

function baseAt(pivot: Pivot, place: Place, index: number, currency: number): Exact | undefined {
  const side = sideOf(pivot.measures[index]?.aggregate ?? 'sum');
  const [level, node] =
    side === 'rows'
      ? [place.rowLevel, place.rowNode]
      : side === 'columns'
        ? [place.columnLevel, place.columnNode]
        : [0, 0];
  const base = pivot.shares[index]?.[level];
  if (!base) return undefined;
  // What is no money has no currency, and one base.
  const slot = base.figures.currency ? currencySlot(currency) : currencySlot(0);
  const found = pairOf(base.pairs, node, slot);
  return found < 0 ? undefined : exactAt(base.figures.values, found);
}

/** How many rows stand behind a cell. */
export function rowCount(pivot: Pivot, rowLine: number, columnLine: number): number {
  const place = placeOf(pivot, rowLine, columnLine);
  const block = pivot.blocks[place.rowLevel]?.[place.columnLevel];
  const cell = block ? pairOf(block.pairs, place.rowNode, place.columnNode) : -1;
  return block?.rows[cell] ?? 0;
}

/** The rows of the source behind a cell, in their order; worked out when asked for, by the codes that made the cell. */
export function rowsBehind(pivot: Pivot, rowLine: number, columnLine: number): Uint32Array {
  const { rowLevel, rowNode, columnLevel, columnNode } = placeOf(pivot, rowLine, columnLine);
  const { rowAxis, columnAxis, rows } = pivot;
  const rowOf = ancestors(rowAxis, rowLevel);
  const columnOf = ancestors(columnAxis, columnLevel);
  const found = new Uint32Array(rows.length);
  let length = 0;
  for (let item = 0; item < rows.length; item++) {
    if (rowOf[rowAxis.leafOf[item] ?? 0] !== rowNode) continue;
    if (columnOf[columnAxis.leafOf[item] ?? 0] === columnNode) found[length++] = rows[item] ?? 0;
  }
  return found.slice(0, length);
}
