/** Formulas after rows and columns of a sheet came or went, its cells moved, or it took another name. */
import type { CellRange } from '../formula/host.ts';
import { nameKey } from '../formula/needs.ts';
import { type Corner, type Reference, mapReferences } from './reference-text.ts';

export type Axis = 'row' | 'column';

/** Rows or columns that came before `at` (counted from 0), or, with a negative count, went from there on. */
export interface LineShift {
  /** The name of the sheet that they are of. */
  readonly sheet: string;
  readonly axis: Axis;
  readonly at: number;
  readonly count: number;
}

/** Cells that were moved to another place of their sheet. */
export interface CellMove {
  readonly sheet: string;
  readonly from: CellRange;
  readonly rows: number;
  readonly columns: number;
}

/** The last place on an axis that references can name. */
const LAST: Readonly<Record<Axis, number>> = { row: 1_048_575, column: 16_383 };

/**
 * The formula with its references following their cells: blocks grow and shrink with what comes and goes inside of them, and
 * where all cells are gone stands `#REF!`. Marks (`$`) make no difference.
 * @param own the sheet that the formula stands in; undefined for names and columns
 */
export function shiftReferences(formula: string, shift: LineShift, own: string | undefined): string {
  return mapReferences(formula, (reference) =>
    isOf(reference, shift.sheet, own) ? shifted(reference, shift) : reference,
  );
}

/** The formula after cells were moved: references to them, and to blocks of them, follow; what they were moved onto is gone. */
export function followMove(formula: string, move: CellMove, own: string | undefined): string {
  return mapReferences(formula, (reference) => (isOf(reference, move.sheet, own) ? moved(reference, move) : reference));
}

/** The formula after a sheet was renamed. */
export function renameInFormula(formula: string, from: string, to: string): string {
  return mapReferences(formula, (reference) =>
    reference.sheet !== undefined && nameKey(reference.sheet) === nameKey(from)
      ? { ...reference, sheet: to }
      : reference,
  );
}

function isOf({ sheet = '' }: Reference, wanted: string, own = ''): boolean {
  return nameKey(sheet === '' ? own : sheet) === nameKey(wanted);
}

/** Where a place stands afterwards; undefined when it is gone. */
export function shiftedPlace(place: number, { axis, at, count }: Omit<LineShift, 'sheet'>): number | undefined {
  if (place < at) return place;
  if (place < at - count) return undefined;
  return place + count > LAST[axis] ? undefined : place + count;
}

function shifted(reference: Reference, shift: LineShift): Reference | undefined {
  const { axis, at, count } = shift;
  const { first, last } = reference;
  const [from, to] = [first[axis], last === undefined ? first[axis] : last[axis]];
  if (from === undefined || to === undefined) return reference;
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  // A block's end that went leaves the block with what is left beside it.
  const newLow = shiftedPlace(low, shift) ?? (count < 0 ? at : undefined);
  const newHigh = shiftedPlace(high, shift) ?? (count < 0 ? at - 1 : LAST[axis]);
  if (newLow === undefined || newLow > newHigh) return undefined;
  if (newLow === low && newHigh === high) return reference;
  const isTurned = from > to;
  const place = (corner: Corner, value: number): Corner => ({ ...corner, [axis]: value });
  return {
    ...reference,
    first: place(first, isTurned ? newHigh : newLow),
    last: last && place(last, isTurned ? newLow : newHigh),
  };
}

function moved(reference: Reference, { from, rows, columns }: CellMove): Reference | undefined {
  const area = areaOf(reference);
  if (area === undefined) return reference;
  const to = {
    ...{ top: from.top + rows, bottom: from.bottom + rows },
    ...{ left: from.left + columns, right: from.right + columns },
  };
  if (!isInside(area, from)) return isInside(area, to) ? undefined : reference;
  const place = (corner: Corner): Corner => ({
    ...corner,
    row: corner.row === undefined ? undefined : corner.row + rows,
    column: corner.column === undefined ? undefined : corner.column + columns,
  });
  return { ...reference, first: place(reference.first), last: reference.last && place(reference.last) };
}

/** Undefined for whole rows and columns. */
function areaOf({ first, last = first }: Reference): CellRange | undefined {
  if (first.row === undefined || first.column === undefined || last.row === undefined || last.column === undefined)
    return undefined;
  return {
    ...{ top: Math.min(first.row, last.row), bottom: Math.max(first.row, last.row) },
    ...{ left: Math.min(first.column, last.column), right: Math.max(first.column, last.column) },
  };
}

function isInside(inner: CellRange, outer: CellRange): boolean {
  return (
    inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right
  );
}
