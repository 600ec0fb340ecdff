/** What the sheet's status line says about the selected cells. */
import { fraction } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import { minorDigits } from '../../core/money.ts';
import { portfolioText } from '../../core/text/en/portfolio.ts';
import type { GridSummary, UnitSum } from '../../ui/grid/summary.ts';
import { SEATS_UNIT } from './wording.ts';

/** Count, and per currency sum and average; a single cell says nothing. */
export function summaryWords(summary: GridSummary, format: Format): readonly string[] {
  if (summary.cells < 2) return [];
  return [
    portfolioText.status.count(format.count(summary.filled)),
    ...summary.sums.flatMap((sum) => sumWords(sum, format)),
  ];
}

function sumWords({ unit, count, sum }: UnitSum, format: Format): readonly string[] {
  const text = portfolioText.status;
  if (sum === undefined) return [text.tooLarge(unit)];
  // Numbers without a unit are counts too.
  const isSeats = unit === SEATS_UNIT || unit === '';
  const digits = isSeats ? 0 : minorDigits(unit);
  const average = format.exact(fraction(sum, count * 10 ** digits), [digits, Math.max(digits, 1)]);
  return [text.sum(unit, isSeats ? format.count(sum) : format.amount(sum, unit)), text.average(unit, average)];
}
