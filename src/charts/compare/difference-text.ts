/** A difference as the tables of comparisons write it. */
import type { Minor } from '../../core/money.ts';
import type { ChartContext } from '../context.ts';

/** With its sign; `=` where nothing differs. */
export function differenceText(difference: Minor, currency: string, { format, text }: ChartContext): string {
  return difference === 0 ? text.compare.equal : format.signed(difference, currency);
}
