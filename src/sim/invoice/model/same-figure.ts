/** Whether two figures of a line are one number, however many digits the file wrote of each. */
import { equals } from '../../../core/exact.ts';
import type { InvoiceLines, LineFigure } from './types.ts';

/** False where one of them is empty. */
export function isSameFigure(lines: InvoiceLines, one: LineFigure, other: LineFigure, row: number): boolean {
  const [a, b] = [lines.figures[one], lines.figures[other]];
  const [units, others] = [a.units[row] ?? NaN, b.units[row] ?? NaN];
  if (!Number.isNaN(units + others)) {
    const more = (b.places[row] ?? 0) - (a.places[row] ?? 0);
    // What is no safe integer any more has more digits than the other.
    return more >= 0 ? units * 10 ** more === others : units === others * 10 ** -more;
  }
  const [left, right] = [lines.figure(one, row), lines.figure(other, row)];
  return left !== undefined && right !== undefined && equals(left, right);
}
