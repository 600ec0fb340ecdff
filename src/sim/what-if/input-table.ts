/** Results over one or two inputs, a cell at a time, from the middle outwards. */
import { type Evaluate, requestAt } from './evaluate.ts';
import type { InputTable, InputTableInput, TableAxis } from './types.ts';

/** The most values of an axis. */
export const MOST_VALUES = 41;

/**
 * Fills a table. Each cell is what the engine gives at its inputs. Yields the table after each cell: it is the same object
 * that goes on filling.
 * @param centre the cell to begin with; the middle when absent
 */
export function* inputTable(
  { request, axes, measures }: InputTableInput,
  evaluate: Evaluate,
  centre?: { readonly row: number; readonly column: number },
): Generator<InputTable, InputTable> {
  const [rows, columns] = axes;
  const width = columns?.values.length ?? 1;
  const of = rows.values.length * width;
  const tops = new Float64Array(of * measures.length).fill(NaN);
  const bottoms = new Float64Array(of * measures.length);
  let done = 0;
  for (const cell of outwards(rows.values.length, width, centre)) {
    const inputs = [inputAt(rows, Math.floor(cell / width)), ...(columns ? [inputAt(columns, cell % width)] : [])];
    for (const [index, { top, bottom }] of evaluate(requestAt(request, inputs)).entries()) {
      tops[cell * measures.length + index] = top;
      bottoms[cell * measures.length + index] = bottom;
    }
    done += 1;
    yield { tops, bottoms, done, of };
  }
  return { tops, bottoms, done, of };
}

function inputAt({ path, values }: TableAxis, index: number): { readonly path: string; readonly value: string } {
  return { path, value: values[index] ?? '' };
}

/** All cells by how far they are from the first, in rings. */
export function outwards(
  rows: number,
  columns: number,
  centre = { row: Math.floor((rows - 1) / 2), column: Math.floor((columns - 1) / 2) },
): readonly number[] {
  const ring = (cell: number): number =>
    Math.max(Math.abs(Math.floor(cell / columns) - centre.row), Math.abs((cell % columns) - centre.column));
  return Array.from({ length: rows * columns }, (_, cell) => cell).sort((a, b) => ring(a) - ring(b) || a - b);
}
