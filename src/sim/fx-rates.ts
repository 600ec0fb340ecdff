/** Exchange rates of the imported lists, through the US dollar in which they are stated. */
import { type Day, dayToText } from '../core/days.ts';
import { toFloat } from '../core/exact.ts';
import type { Dataset } from '../core/schema/dataset.ts';
import { exactAt, textAt } from '../core/table.ts';

interface MonthRate {
  /** `2026-11`, or `2026` for all of a year. */
  readonly month: string;
  readonly usd: number;
}

const DOLLAR = 'USD';
const MONTH = 'YYYY-MM'.length;

export class FxRates {
  private readonly rates = new Map<string, MonthRate[]>();

  constructor(datasets: readonly Dataset[]) {
    for (const { kind, table } of datasets) {
      if (kind !== 'fx-rates') continue;
      const column = (name: string): Parameters<typeof textAt>[0] => table.columns.get(name);
      for (let row = 0; row < table.rows; row++) {
        const usd = exactAt(column('usdPerUnit'), row);
        const currency = textAt(column('currencyCode'), row).toUpperCase();
        if (usd) this.ratesOf(currency).push({ month: textAt(column('month'), row), usd: toFloat(usd) });
      }
    }
    for (const rates of this.rates.values()) rates.sort((a, b) => (a.month < b.month ? -1 : 1));
  }

  private ratesOf(currency: string): MonthRate[] {
    const known = this.rates.get(currency) ?? [];
    this.rates.set(currency, known);
    return known;
  }

  /** How much of `to` is paid for 1 of `from` by the newest rates not after the day; undefined when one is not known. */
  rate(from: string, to: string, day: Day): number | undefined {
    const [one, other] = [from.toUpperCase(), to.toUpperCase()];
    if (one === other && one !== '') return 1;
    const [dollars, perUnit] = [this.dollars(one, day), this.dollars(other, day)];
    return dollars === undefined || perUnit === undefined || perUnit === 0 ? undefined : dollars / perUnit;
  }

  private dollars(currency: string, day: Day): number | undefined {
    if (currency === DOLLAR) return 1;
    const month = dayToText(day).slice(0, MONTH);
    return this.rates.get(currency)?.findLast((rate) => rate.month <= month)?.usd;
  }
}
