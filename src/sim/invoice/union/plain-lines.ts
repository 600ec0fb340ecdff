/** Most subscriptions have one line, which charges a whole cycle and is right: told from whole numbers, without an object for anything. */
import { type Exact, fraction, multiply, toFloat } from '../../../core/exact.ts';
import { cutToMinor, type Minor, minorDigits } from '../../../core/money.ts';
import { inner, remember } from '../../remember.ts';
import type { PriceBasis } from '../expected/price-basis.ts';
import type { MonthSubscription } from '../expected/subscriptions.ts';
import { lineTolerance } from '../proration.ts';
import type { BilledGroup } from './billed-groups.ts';
import type { CheckContext } from './check-context.ts';

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
/** Seats of a line that share a key with a rate. */
const MOST_SEATS = 10_000_000;

export class PlainLines {
  private readonly context: CheckContext;
  private readonly isCycle: readonly boolean[];
  private readonly amounts = new Map<PriceBasis, Map<number, Amounts>>();

  constructor(context: CheckContext) {
    this.context = context;
    this.isCycle = context.lines.texts.chargeType.values.map((text) => CYCLE.test(text));
  }

  /** Undefined: it has to be looked at. */
  answer({ rows, currency, pricingCurrency }: BilledGroup, subscription: MonthSubscription): PlainAnswer | undefined {
    const { lines, checked, rates } = this.context;
    const [row] = rows;
    const { basis, term, seatsBefore, seatsAfter } = subscription;
    const seats = seatsAfter ?? seatsBefore;
    if (row === undefined || rows.length > 1 || !basis || !term?.cycle || seats === undefined) return undefined;
    if (seatsBefore !== undefined && seatsAfter !== undefined && seatsBefore !== seatsAfter) return undefined;
    if (term.cycle.start < term.start || subscription.currency !== pricingCurrency) return undefined;
    if (this.isCycle[lines.texts.chargeType.codes[row] ?? 0] !== true) return undefined;
    const { units, places } = lines.figures.billableQuantity;
    if (units[row] !== seats || places[row] !== 0 || seats >= MOST_SEATS) return undefined;
    const index = rates.usualIndex(row);
    if (index === undefined) return undefined;
    const { cutProduct, cutUnit } = remember(inner(this.amounts, basis), index * MOST_SEATS + seats, () =>
      amountsOf(multiply(basis.net, rates.of(row)), seats, minorDigits(currency)),
    );
    const billed = checked.subtotal[row] ?? NaN;
    const expected = Math.abs(billed - cutUnit) < Math.abs(billed - cutProduct) ? cutUnit : cutProduct;
    const noise = billed - expected;
    return Math.abs(noise) <= lineTolerance(seats) ? { expected, noise } : undefined;
  }

  /** Whether nothing was to be billed of a subscription, as nothing was. */
  isRightlyUnbilled({ term, basis, isSure, seatsBefore, seatsAfter }: MonthSubscription): boolean {
    if (!term || !basis) return true;
    const isCharged = term.cycle !== undefined && isSure;
    const isChanged = this.context.window.isTight && seatsBefore !== seatsAfter;
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
