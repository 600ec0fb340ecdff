/** What closures gave row by row, as a column: of one kind where all cells are. */
import { NO_DAY } from '../../../core/table.ts';
import { type Scalar, dayOfSerial, isError } from '../value.ts';
import type { FormulaValues } from './result.ts';
import { TextBuilder } from './text-builder.ts';

interface Kinds {
  hasNumber: boolean;
  hasText: boolean;
  hasFlag: boolean;
}

function kindsOf(cells: readonly Scalar[]): Kinds {
  const kinds: Kinds = { hasNumber: false, hasText: false, hasFlag: false };
  for (const cell of cells) {
    if (typeof cell === 'number') kinds.hasNumber = true;
    else if (typeof cell === 'string') kinds.hasText = true;
    else if (typeof cell === 'boolean') kinds.hasFlag = true;
  }
  return kinds;
}

/**
 * The cells as one column. An empty cell is 0 among numbers, FALSE among conditions, empty among texts and days.
 * @param isDay whether the formula gives days, as serial numbers
 */
export function valuesOfCells(cells: readonly Scalar[], isDay: boolean): FormulaValues {
  const { hasNumber, hasText, hasFlag } = kindsOf(cells);
  if (Number(hasNumber) + Number(hasText) + Number(hasFlag) > 1) return { kind: 'mixed', cells };
  if (hasText) return texts(cells);
  if (hasFlag) return { kind: 'flag', flags: Uint8Array.from(cells, (cell) => (cell === true ? 1 : 0)) };
  if (isDay)
    return {
      kind: 'day',
      days: Int32Array.from(cells, (cell) => (typeof cell === 'number' && cell > 0 ? dayOfSerial(cell) : NO_DAY)),
    };
  return { kind: 'number', values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : 0)) };
}

function texts(cells: readonly Scalar[]): FormulaValues {
  const builder = new TextBuilder(cells.length);
  for (const [row, cell] of cells.entries()) if (typeof cell === 'string') builder.set(row, cell);
  return builder.column();
}

/** A result as a cell: errors are told apart from it. */
export function withoutError(cell: Scalar): Scalar {
  return cell !== null && isError(cell) ? null : cell;
}
