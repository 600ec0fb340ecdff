/** Amounts in the currency of the floor, each at one rate; what has no rate is in no sum. */
import type { Day } from '../../../core/days.ts';
import { type Exact, multiply, ONE, parseExact, toDecimal, toFloat } from '../../../core/exact.ts';
import { fromMinor, type Minor, minorDigits, roundToMinor } from '../../../core/money.ts';
import type { TypedRate } from '../../../core/obligations/programme.ts';
import type { FxRates } from '../../fx-rates.ts';
import type { UsedRate } from './types.ts';

/** Larger amounts in major units would have no exact sum. */
const MOST = 1e12;

export class FloorRates {
  readonly used: UsedRate[] = [];
  readonly unrated: string[] = [];
  readonly currency: string;
  private readonly known = new Map<string, Exact | undefined>();
  private readonly rateOf: (from: string) => Exact | undefined;

  /** @param typed win over those of files and the scenario, which count as of `day` */
  constructor(currency: string, typed: readonly TypedRate[], rates: FxRates, day: Day) {
    this.currency = currency;
    this.rateOf = (from) => {
      const own = typed.find((one) => one.from === from && one.to === currency);
      const value = own && parseExact(own.rate);
      if (value) {
        this.used.push({ from, rate: own.rate, typed: true, day: own.day, sources: [] });
        return value;
      }
      const quote = rates.quote(from, currency, day);
      if (!quote) return undefined;
      this.used.push({ from, rate: toDecimal(quote.rate, 0, 10), typed: false, day, sources: quote.sources });
      return quote.rate;
    };
  }

  /** Rounded half away from zero to the floor’s minor unit; undefined where no rate is known, or one beyond reason. */
  convert(amount: Minor, from: string): Minor | undefined {
    if (from === this.currency) return amount;
    const rate = this.rate(from);
    const value = rate && multiply(fromMinor(amount, minorDigits(from)), rate);
    if (!value) return undefined;
    if (Math.abs(toFloat(value)) < MOST) return roundToMinor(value, minorDigits(this.currency));
    if (!this.unrated.includes(from)) this.unrated.push(from);
    return undefined;
  }

  private rate(from: string): Exact | undefined {
    if (from === this.currency) return ONE;
    if (this.known.has(from)) return this.known.get(from);
    const rate = this.rateOf(from);
    if (!rate) this.unrated.push(from);
    this.known.set(from, rate);
    return rate;
  }
}
