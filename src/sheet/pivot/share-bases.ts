/** What shares are of: sums by node of a level and by currency, so that a share never crosses currencies. */
import type { Aggregate } from '../model/workbook-parts.ts';
import { type Axis, ancestors } from './axis.ts';
import { nodesOf } from './blocks.ts';
import { type Figures, NO_CURRENCY, groupFigures } from './figures.ts';
import { firstCodes, groupPairs, pick, secondCodes } from './pairs.ts';
import type { PreparedMeasure } from './measures.ts';
import type { Block, ShareBase } from './result.ts';

/** By measure: its bases by level; of the whole there is one level only. */
export function* shareSteps(
  rowAxis: Axis,
  columnAxis: Axis,
  prepared: readonly PreparedMeasure[],
  blocks: readonly (readonly Block[])[],
): Generator<undefined, readonly (readonly ShareBase[] | undefined)[]> {
  const cells = blocks.at(-1)?.at(-1);
  const shares: (readonly ShareBase[] | undefined)[] = [];
  for (const [index, { measure }] of prepared.entries()) {
    const figures = cells?.figures[index];
    const side = sideOf(measure.aggregate);
    if (!cells || !figures || !side) {
      shares.push(undefined);
      continue;
    }
    const axis = side === 'columns' ? columnAxis : rowAxis;
    const leaves = side === 'columns' ? secondCodes(cells.pairs) : firstCodes(cells.pairs);
    const levels = side === 'whole' ? 1 : axis.levels.length;
    const bases: ShareBase[] = [];
    for (let level = 0; level < levels; level++) {
      bases.push(baseOf(figures, pick(ancestors(axis, level), leaves), nodesOf(axis, level)));
      yield;
    }
    shares.push(bases);
  }
  return shares;
}

function baseOf(figures: Figures, nodes: Uint32Array, count: number): ShareBase {
  const codes = figures.currency ?? new Int32Array(nodes.length);
  let most = 0;
  for (const code of codes) most = Math.max(most, code);
  const currency = new Uint32Array(nodes.length);
  for (let cell = 0; cell < nodes.length; cell++) currency[cell] = currencySlot(codes[cell] ?? NO_CURRENCY);
  const pairs = groupPairs(nodes, count, currency, currencySlot(most) + 1);
  return { pairs, figures: groupFigures('sum', figures, pairs.ids, pairs.keys.length) };
}

/** The second code of a base's pairs for a currency. */
export function currencySlot(code: number): number {
  return code <= NO_CURRENCY ? 0 : code + 1;
}

type Side = 'whole' | 'rows' | 'columns';

export function sideOf(aggregate: Aggregate): Side | undefined {
  if (aggregate === 'share') return 'whole';
  if (aggregate === 'row-share') return 'rows';
  return aggregate === 'column-share' ? 'columns' : undefined;
}
