/** What the line below a sheet says: about the cell, and what the selection adds up to. */
import { fraction } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import { ownSheetsText } from '../../core/text/en/own-sheets.ts';
import { portfolioText } from '../../core/text/en/portfolio.ts';
import { addressOf } from '../../sheet/calculation/address.ts';
import type { GridCell } from '../../ui/grid/selection.ts';
import type { GridSummary } from '../../ui/grid/summary.ts';
import type { ShownSheet } from './cells.ts';
import { SUM_SCALE } from './grid-source.ts';

/** The error of a cell with its reason, or where it is filled from; '' when there is nothing to say. */
export function cellWords(shown: ShownSheet, { row, column }: GridCell): string {
  if (row < 0) return '';
  const error = shown.error(row, column);
  const address = addressOf(row, column);
  if (error) {
    const reason = shown.problem(row, column)?.words ?? ownSheetsText.errors[error.code];
    return `${address} ${error.code} ${reason}`;
  }
  const from = shown.spilledFrom(row, column);
  return from === undefined ? '' : `${address} ${ownSheetsText.spilledShort(from)}`;
}

/** Count, sum and average of several cells. */
export function sumWords({ cells, filled, sums }: GridSummary, format: Format): readonly string[] {
  if (cells < 2) return [];
  const text = portfolioText.status;
  const [sum] = sums;
  if (!sum) return [text.count(format.count(filled))];
  if (sum.sum === undefined) return [text.count(format.count(filled)), text.tooLarge('')];
  const words = (divisor: number): string => format.exact(fraction(sum.sum ?? 0, SUM_SCALE * divisor), [0, 6]);
  return [text.count(format.count(filled)), text.sum('', words(1)), text.average('', words(sum.count))];
}
