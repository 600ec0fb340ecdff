/** Most subscriptions have one line, which charges a whole cycle and is right: told from whole numbers, without an object for anything. */
import { type Exact, fraction, multiply, toFloat } from '../../../core/exact.ts';
import { cutToMinor, type Minor, minorDigits } from '../../../core/money.ts';
import { inner } from '../../remember.ts';
import type { PriceBasis } from '../expected/price-basis.ts';
import type { SubscriptionTable } from '../expected/subscription-table.ts';
import { lineTolerance } from '../proration.ts';
import type { CheckContext } from './check-context.ts';
import type { GroupTable } from './group-table.ts';

/** Amounts by both roundings. */
interface Amounts {
  readonly cutProduct: Minor;
  readonly cutUnit: Minor;
}

export interface PlainAnswer {
  readonly expected: Minor;
  /** What the roundings leave. */
  readonly noise: Minor;
}

const CYCLE = /^(?:new|renew|cyclecharge)$/i;
/** Seats of a line that share a key with a rate and its digits. */
const MOST_SEATS = 10_000_000;
const MOST_DIGITS = 4;

/** The sides of a month, as columns. */
export interface MonthColumns {
  readonly groups: GroupTable;
  readonly subscriptions: SubscriptionTable;
}

export class PlainLines {
  private readonly context: Pick<CheckContext, 'lines' | 'checked' | 'rates' | 'window'>;
  private readonly isCycle: readonly boolean[];
  /** Upper case, by the codes of lines. */
  private readonly currencies: readonly string[];
  private readonly pricingCurrencies: readonly string[];
  private readonly digits: readonly number[];
  private readonly amounts = new Map<PriceBasis, Map<number, Amounts>>();

  constructor(context: PlainLines['context']) {
    this.context = context;
    const { chargeType, currency, pricingCurrency } = context.lines.texts;
    this.isCycle = chargeType.values.map((text) => CYCLE.test(text));
    this.currencies = currency.values.map((text) => text.toUpperCase());
    this.pricingCurrencies = pricingCurrency.values.map((text) => text.toUpperCase());
    this.digits = this.currencies.map(minorDigits);
  }

  /** Undefined: it has to be looked at. */
  answer({ groups, subscriptions }: MonthColumns, group: number, at: number): PlainAnswer | undefined {
    const { texts, figures } = this.context.lines;
    const [row, basis, term] = [groups.first[group] ?? 0, subscriptions.bases[at], subscriptions.terms[at]];
    const [before, after] = [subscriptions.seatsBefore[at] ?? NaN, subscriptions.seatsAfter[at] ?? NaN];
    if (groups.counts[group] !== 1 || !basis || !term?.cycle || term.cycle.start < term.start) return undefined;
    if (before !== after && !Number.isNaN(before) && !Number.isNaN(after)) return undefined;
    const seats = Number.isNaN(after) ? before : after;
    if (this.isCycle[texts.chargeType.codes[row] ?? 0] !== true) return undefined;
    if (this.pricingCurrencyOf(row) !== subscriptions.currencies[at]) return undefined;
    const { units, places } = figures.billableQuantity;
    // Seats that nobody knows are equal to none.
    if (units[row] !== seats || places[row] !== 0 || seats >= MOST_SEATS) return undefined;
    return this.answerOf(row, basis, seats);
  }

  private pricingCurrencyOf(row: number): string {
    const { pricingCurrency, currency } = this.context.lines.texts;
    const pricing = this.pricingCurrencies[pricingCurrency.codes[row] ?? 0] ?? '';
    return pricing === '' ? (this.currencies[currency.codes[row] ?? 0] ?? '') : pricing;
  }

  private answerOf(row: number, basis: PriceBasis, seats: number): PlainAnswer | undefined {
    const { lines, checked, rates } = this.context;
    const index = rates.usualIndex(row);
    if (index === undefined) return undefined;
    const digits = this.digits[lines.texts.currency.codes[row] ?? 0] ?? 2;
    const ofBasis = inner(this.amounts, basis);
    const key = (index * MOST_DIGITS + digits) * MOST_SEATS + seats;
    let amounts = ofBasis.get(key);
    if (!amounts) ofBasis.set(key, (amounts = amountsOf(multiply(basis.net, rates.of(row)), seats, digits)));
    const { cutProduct, cutUnit } = amounts;
    const billed = checked.subtotal[row] ?? NaN;
    const expected = Math.abs(billed - cutUnit) < Math.abs(billed - cutProduct) ? cutUnit : cutProduct;
    const noise = billed - expected;
    return Math.abs(noise) <= lineTolerance(seats) ? { expected, noise } : undefined;
  }

  /** Whether nothing was to be billed of a subscription, as nothing was. */
  isRightlyUnbilled({ terms, bases, isSure, seatsBefore, seatsAfter }: SubscriptionTable, at: number): boolean {
    if (!terms[at] || !bases[at]) return true;
    const isCharged = terms[at].cycle !== undefined && isSure[at] === 1;
    const isChanged = this.context.window.isTight && !Object.is(seatsBefore[at], seatsAfter[at]);
    return !isCharged && !isChanged;
  }
}

/** @param price per seat, in the billing currency */
function amountsOf(price: Exact, seats: number, digits: number): Amounts {
  const quantity = fraction(seats);
  return {
    cutProduct: cutToMinor(multiply(price, quantity), digits) + 0,
    cutUnit: toFloat(multiply(fraction(cutToMinor(price, digits)), quantity)) + 0,
  };
}
