/** Figures for every pair of levels: the deepest from the rows, all others from the deepest. */
import { type Axis, ancestors } from './axis.ts';
import { addUp, groupFigures } from './figures.ts';
import { type Pairs, firstCodes, groupPairs, pick, secondCodes } from './pairs.ts';
import type { PreparedMeasure } from './measures.ts';
import type { Block } from './result.ts';

export function* blockSteps(
  rowAxis: Axis,
  columnAxis: Axis,
  prepared: readonly PreparedMeasure[],
): Generator<undefined, readonly (readonly Block[])[]> {
  const [rowDepth, columnDepth] = [rowAxis.levels.length - 1, columnAxis.levels.length - 1];
  const pairs = groupPairs(rowAxis.leafOf, nodesOf(rowAxis, rowDepth), columnAxis.leafOf, nodesOf(columnAxis, columnDepth)); // prettier-ignore
  yield;
  const ones = new Float64Array(rowAxis.leafOf.length).fill(1);
  const cells = yield* blockOf(pairs, ones, prepared, (index) => prepared[index]?.figures);
  const [rowOf, columnOf] = [firstCodes(pairs), secondCodes(pairs)];
  const blocks: Block[][] = [];
  for (let row = 0; row <= rowDepth; row++) {
    const rowNode = pick(ancestors(rowAxis, row), rowOf);
    const line: Block[] = [];
    for (let column = 0; column <= columnDepth; column++) {
      if (row === rowDepth && column === columnDepth) {
        line.push(cells);
        continue;
      }
      const columnNode = pick(ancestors(columnAxis, column), columnOf);
      const larger = groupPairs(rowNode, nodesOf(rowAxis, row), columnNode, nodesOf(columnAxis, column));
      yield;
      line.push(yield* blockOf(larger, cells.rows, prepared, (index) => cells.figures[index]));
    }
    blocks.push(line);
  }
  return blocks;
}

function* blockOf(
  pairs: Pairs,
  rows: Float64Array,
  prepared: readonly PreparedMeasure[],
  figuresOf: (index: number) => Block['figures'][number] | undefined,
): Generator<undefined, Block> {
  const groups = pairs.keys.length;
  const figures = [];
  for (const [index, { measure }] of prepared.entries()) {
    const own = figuresOf(index);
    if (own) figures.push(groupFigures(measure.aggregate, own, pairs.ids, groups));
    yield;
  }
  return { pairs, rows: addUp(rows, pairs.ids, groups), figures };
}

export function nodesOf({ levels }: Axis, level: number): number {
  return levels[level]?.nodes ?? 1;
}
