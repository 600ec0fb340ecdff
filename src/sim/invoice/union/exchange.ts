/** Rates of a month's lines: those of one pair of currencies and one rate day should be one rate (spec §9, exchange rate). */
import type { Day } from '../../../core/days.ts';
import { type Exact, ONE } from '../../../core/exact.ts';
import { inner, remember } from '../../remember.ts';
import type { InvoiceLines } from '../model/types.ts';

/** Lines that a rate has to stand on before another one beside it counts as wrong. */
const LEAST_LINES = 3;

interface Tally {
  lines: number;
  readonly byRate: Map<string, { lines: number; readonly row: number }>;
}

export class ExchangeRates {
  private readonly lines: InvoiceLines;
  private readonly byPair = new Map<string, Tally>();
  private readonly byDay = new Map<string, Map<Day, Tally>>();
  private readonly answers = new Map<string, Exact | undefined>();

  /** @param rows lines of the month */
  constructor(lines: InvoiceLines, rows: Iterable<number>) {
    this.lines = lines;
    const { units, places } = lines.figures.pcToBCExchangeRate;
    const days = lines.days.pcToBCExchangeRateDate;
    for (const row of rows) {
      const pair = this.pairOf(row);
      const cell = units[row] ?? NaN;
      if (pair === undefined || Number.isNaN(cell)) continue;
      const rate = `${String(cell)}/${String(places[row] ?? 0)}`;
      count(remember(this.byPair, pair, newTally), rate, row);
      count(remember(inner(this.byDay, pair), days[row] ?? 0, newTally), rate, row);
    }
  }

  /** The rate that a line should have: of most lines of its day, else of nearly all of its pair. Its own where neither says. */
  of(row: number): Exact {
    const own = this.lines.figure('pcToBCExchangeRate', row) ?? ONE;
    const pair = this.pairOf(row);
    if (pair === undefined) return own;
    const day = this.lines.days.pcToBCExchangeRateDate[row] ?? 0;
    const known = remember(this.answers, `${pair} ${String(day)}`, () => {
      const ofDay = this.byDay.get(pair)?.get(day);
      return this.majority(ofDay, 0.5) ?? this.majority(this.byPair.get(pair), 0.9);
    });
    return known ?? own;
  }

  /** Between two currencies, of most of the month's lines; undefined where no lines say. */
  between(pricing: string, billing: string): Exact | undefined {
    if (pricing === billing) return ONE;
    return this.majority(this.byPair.get(`${pricing} ${billing}`), 0);
  }

  private majority(tally: Tally | undefined, least: number): Exact | undefined {
    if (!tally) return undefined;
    let best: { lines: number; readonly row: number } | undefined;
    for (const rate of tally.byRate.values()) if (!best || rate.lines > best.lines) best = rate;
    const isEnough = best && (least === 0 || (best.lines >= LEAST_LINES && best.lines > tally.lines * least));
    return best && isEnough ? this.lines.figure('pcToBCExchangeRate', best.row) : undefined;
  }

  /** Undefined where both currencies are one. */
  private pairOf(row: number): string | undefined {
    const { pricingCurrency, currency } = this.lines.texts;
    const to = (currency.values[currency.codes[row] ?? 0] ?? '').toUpperCase();
    const from = (pricingCurrency.values[pricingCurrency.codes[row] ?? 0] ?? '').toUpperCase() || to;
    return from === to ? undefined : `${from} ${to}`;
  }
}

function newTally(): Tally {
  return { lines: 0, byRate: new Map() };
}

function count(tally: Tally, rate: string, row: number): void {
  tally.lines++;
  const known = tally.byRate.get(rate);
  if (known) known.lines++;
  else tally.byRate.set(rate, { lines: 1, row });
}
