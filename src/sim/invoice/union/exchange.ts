/** Rates of a month's lines: those of one pair of currencies and one rate day should be one rate (spec §9, exchange rate). */
import type { Day } from '../../../core/days.ts';
import { type Exact, ONE } from '../../../core/exact.ts';
import { remember } from '../../remember.ts';
import type { InvoiceLines } from '../model/types.ts';

/** Lines that a rate has to stand on before another one beside it counts as wrong. */
const LEAST_LINES = 3;

interface Rate {
  lines: number;
  /** A line that has it. */
  readonly row: number;
  readonly units: number;
  readonly places: number;
}

interface Tally {
  lines: number;
  readonly rates: Rate[];
}

/** What the lines of a pair and a day should have. */
interface Answer {
  readonly rate: Rate | undefined;
  readonly exact: Exact | undefined;
}

const SAME = -1;

export class ExchangeRates {
  private readonly lines: InvoiceLines;
  /** Of the pairs of codes of both currencies, `SAME` where both are one. */
  private readonly pairs = new Map<number, number>();
  private lastKey = -1;
  private lastPair = SAME;
  private readonly names: string[] = [];
  private readonly byPair: Tally[] = [];
  private readonly byDay: Map<Day, Tally>[] = [];
  private readonly answers: Map<Day, Answer>[] = [];

  /** @param rows lines of the month */
  constructor(lines: InvoiceLines, rows: Iterable<number>) {
    this.lines = lines;
    const { units, places } = lines.figures.pcToBCExchangeRate;
    for (const row of rows) {
      const pair = this.pairOf(row);
      const cell = units[row] ?? NaN;
      if (pair === SAME || Number.isNaN(cell)) continue;
      const [ofPair, ofDay] = [this.byPair[pair], this.byDay[pair]];
      if (!ofPair || !ofDay) continue;
      const place = places[row] ?? 0;
      count(ofPair, cell, place, row);
      count(remember(ofDay, this.dayOf(row), newTally), cell, place, row);
    }
  }

  /** The rate that a line should have: of most lines of its day, else of nearly all of its pair. Its own where neither says. */
  of(row: number): Exact {
    const own = this.lines.figure('pcToBCExchangeRate', row) ?? ONE;
    const pair = this.pairOf(row);
    return pair === SAME ? own : (this.answer(pair, this.dayOf(row)).exact ?? own);
  }

  /** The usual rate that a line has; undefined where it has another one, or none is usual. */
  usual(row: number): Exact | undefined {
    const { units, places } = this.lines.figures.pcToBCExchangeRate;
    const pair = this.pairOf(row);
    const cell = units[row] ?? NaN;
    if (pair === SAME) return Number.isNaN(cell) || (cell === 1 && places[row] === 0) ? ONE : undefined;
    const { rate, exact } = this.answer(pair, this.dayOf(row));
    return rate?.units === cell && rate.places === places[row] ? exact : undefined;
  }

  /** Between two currencies, of most of the month's lines; undefined where no lines say. */
  between(pricing: string, billing: string): Exact | undefined {
    if (pricing === billing) return ONE;
    const tally = this.byPair[this.names.indexOf(`${pricing} ${billing}`)];
    const rate = tally && majority(tally, 0);
    return rate && this.lines.figure('pcToBCExchangeRate', rate.row);
  }

  private answer(pair: number, day: Day): Answer {
    const known = this.answers[pair]?.get(day);
    if (known) return known;
    const answer = this.found(pair, day);
    this.answers[pair]?.set(day, answer);
    return answer;
  }

  private found(pair: number, day: Day): Answer {
    const [ofDay, ofPair] = [this.byDay[pair]?.get(day), this.byPair[pair]];
    const rate = (ofDay && majority(ofDay, 0.5)) ?? (ofPair && majority(ofPair, 0.9));
    return { rate, exact: rate && this.lines.figure('pcToBCExchangeRate', rate.row) };
  }

  private dayOf(row: number): Day {
    return this.lines.days.pcToBCExchangeRateDate[row] ?? 0;
  }

  private pairOf(row: number): number {
    const { pricingCurrency, currency } = this.lines.texts;
    const [from, to] = [pricingCurrency.codes[row] ?? 0, currency.codes[row] ?? 0];
    const key = from * 65_536 + to;
    // Most lines have the pair of the line before.
    if (key !== this.lastKey) {
      this.lastPair = remember(this.pairs, key, () => this.newPair(from, to));
      this.lastKey = key;
    }
    return this.lastPair;
  }

  private newPair(from: number, to: number): number {
    const { pricingCurrency, currency } = this.lines.texts;
    const billing = (currency.values[to] ?? '').toUpperCase();
    const pricing = (pricingCurrency.values[from] ?? '').toUpperCase() || billing;
    if (pricing === billing) return SAME;
    this.byPair.push(newTally());
    this.byDay.push(new Map());
    this.answers.push(new Map());
    return this.names.push(`${pricing} ${billing}`) - 1;
  }
}

function newTally(): Tally {
  return { lines: 0, rates: [] };
}

function count(tally: Tally, units: number, places: number, row: number): void {
  tally.lines++;
  // Few: the same one over and over.
  for (const rate of tally.rates) {
    if (rate.units !== units || rate.places !== places) continue;
    rate.lines++;
    return;
  }
  tally.rates.push({ lines: 1, units, places, row });
}

/** The rate of most lines, if they are more than a share of all. @param least 0: whatever there is */
function majority({ rates, lines }: Tally, least: number): Rate | undefined {
  const best = rates.reduce<Rate | undefined>(
    (most, rate) => (most && most.lines >= rate.lines ? most : rate),
    undefined,
  );
  const isEnough = best && (least === 0 || (best.lines >= LEAST_LINES && best.lines > lines * least));
  return isEnough ? best : undefined;
}
