/** The warning about a discount on top of a promotion, with the figures of one example. */
import type { Format } from '../../../core/format.ts';
import { marginText } from '../../../core/text/en/price-rules.ts';
import { MARKS, type MarginTrace } from '../../../sim/payers/types.ts';
import { priceText } from '../sheet/columns.ts';
import { countMarked, hasMark } from './trace-rows.ts';

/** '' when no subscription has both. */
export function doubleWords(trace: MarginTrace, format: Format): string {
  const first = trace.marks.findIndex((marks) => hasMark(marks, MARKS.doubleDiscount));
  const prices = trace.prices[trace.priceOf[first] ?? -1];
  if (!prices) return '';
  const count = format.count(countMarked(trace, MARKS.doubleDiscount));
  const { listErp, today } = prices;
  const shown = (price: string): string => priceText(price, format);
  return marginText.double(count, shown(listErp), shown(today.erp), shown(today.price));
}
