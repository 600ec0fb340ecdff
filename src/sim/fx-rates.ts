/** Exchange rates: the scenario's own, else those of the imported lists, through the US dollar in which they are stated. */
import { type Day, dayToText } from '../core/days.ts';
import { type Exact, ONE, divide, isZero, parseExact, toFloat } from '../core/exact.ts';
import type { RateSource } from '../core/scenario/rate-source.ts';
import type { FxRate } from '../core/scenario/scenario.ts';
import type { Dataset } from '../core/schema/dataset.ts';
import { exactAt, textAt } from '../core/table.ts';

/** How much of one currency is paid for 1 of another, and where every part of that is known from. */
export interface Quote {
  readonly rate: Exact;
  readonly sources: readonly RateSource[];
}

interface MonthRate {
  readonly month: string;
  readonly usd: Exact;
  readonly file: string;
}

const DOLLAR = 'USD';
const MONTH = 'YYYY-MM'.length;

export class FxRates {
  private readonly rates = new Map<string, MonthRate[]>();
  private readonly own = new Map<string, Exact>();

  /** @param own rates of the scenario; they win, in both directions */
  constructor(datasets: readonly Dataset[], own: readonly FxRate[] = []) {
    for (const { kind, file, table } of datasets) {
      if (kind !== 'fx-rates') continue;
      const column = (name: string): Parameters<typeof textAt>[0] => table.columns.get(name);
      for (let row = 0; row < table.rows; row++) {
        const usd = exactAt(column('usdPerUnit'), row);
        const currency = textAt(column('currencyCode'), row).toUpperCase();
        if (usd) this.ratesOf(currency).push({ month: textAt(column('month'), row), usd, file });
      }
    }
    for (const rates of this.rates.values()) rates.sort((a, b) => (a.month < b.month ? -1 : 1));
    for (const { from, to, rate } of own) {
      const value = parseExact(rate);
      if (value && value.n > 0n) this.own.set(pair(from, to), value);
    }
  }

  private ratesOf(currency: string): MonthRate[] {
    const known = this.rates.get(currency) ?? [];
    this.rates.set(currency, known);
    return known;
  }

  /** How much of `to` is paid for 1 of `from` by the newest rates not after the day; undefined when one is not known. */
  rate(from: string, to: string, day: Day): number | undefined {
    const quote = this.quote(from, to, day);
    return quote && toFloat(quote.rate);
  }

  /** The same, exact and with its sources: the scenario's rate of the two, else both by way of the dollar. */
  quote(from: string, to: string, day: Day): Quote | undefined {
    const [one, other] = [from.toUpperCase(), to.toUpperCase()];
    if (one === other && one !== '') return { rate: ONE, sources: [{ from: 'same' }] };
    const direct = this.ownRate(one, other);
    if (direct) return { rate: direct, sources: [{ from: 'scenario' }] };
    const [dollars, perUnit] = [this.dollars(one, day), this.dollars(other, day)];
    if (!dollars || !perUnit || isZero(perUnit.rate)) return undefined;
    return { rate: divide(dollars.rate, perUnit.rate), sources: distinct([...dollars.sources, ...perUnit.sources]) };
  }

  private ownRate(from: string, to: string): Exact | undefined {
    const inverse = this.own.get(pair(to, from));
    return this.own.get(pair(from, to)) ?? (inverse && divide(ONE, inverse));
  }

  private dollars(currency: string, day: Day): Quote | undefined {
    if (currency === DOLLAR) return { rate: ONE, sources: [] };
    const own = this.ownRate(currency, DOLLAR);
    if (own) return { rate: own, sources: [{ from: 'scenario' }] };
    const month = dayToText(day).slice(0, MONTH);
    const found = this.rates.get(currency)?.findLast((rate) => rate.month <= month);
    return found && { rate: found.usd, sources: [{ from: 'file', file: found.file, month: found.month }] };
  }
}

function pair(from: string, to: string): string {
  return `${from.toUpperCase()}/${to.toUpperCase()}`;
}

function distinct(sources: readonly RateSource[]): readonly RateSource[] {
  return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()];
}
