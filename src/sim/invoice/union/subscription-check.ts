/** Holds the lines of one subscription against what they should be, and says why they differ. */
import { fraction } from '../../../core/exact.ts';
import { type Minor, minorDigits, safeMinor } from '../../../core/money.ts';
import type { MonthSubscription } from '../expected/subscriptions.ts';
import { referenceKey } from '../reference-id.ts';
import { type BilledGroup, type BilledLine, billedLine } from './billed-groups.ts';
import { differenceOf, ofRow, ofSubscription } from './difference.ts';
import { type Expectations, expectationsOf, type Pair } from './expectations.ts';
import { explainLine, type Explained, type Factors, type Found } from './factors.ts';
import type { Joined } from './join.ts';
import { checkAlone } from './line-alone.ts';
import { checkStranger } from './stranger.ts';
import type { CheckContext } from './check-context.ts';
import type { Cause, Certainty, ExpectedLine, Join } from './types.ts';

type Matched = Joined & { readonly subscription: MonthSubscription };

export class SubscriptionCheck {
  private readonly context: CheckContext;

  constructor(context: CheckContext) {
    this.context = context;
  }

  take(joined: Joined): void {
    const { group, subscription } = joined;
    if (!subscription) {
      if (group) checkStranger(this.context, group);
      return;
    }
    const { pairs, est } = this.pairsOf({ ...joined, subscription });
    for (const pair of pairs) this.takePair({ ...joined, subscription }, pair, subscription);
    if (est) this.takeEst({ ...joined, subscription }, est.group, est.instead);
  }

  /** What has an expectation; lines that have none are counted for themselves. Of an Extended Service Term, what it came instead of. */
  private pairsOf(joined: Matched): { pairs: readonly Pair[]; est?: { group: BilledGroup; instead: readonly Pair[] } } {
    const { lines, checked } = this.context;
    const rows = joined.group?.rows ?? [];
    // Prices in one currency say nothing of those in another.
    const isForeign = joined.group !== undefined && joined.group.pricingCurrency !== joined.subscription.currency;
    if (isForeign && joined.subscription.currency !== '') {
      for (const row of rows) checkAlone(this.context, row);
      return { pairs: [] };
    }
    const billed = rows.flatMap((row) => billedLine(lines, checked, row) ?? []);
    const known = new Set(billed.flatMap((line) => line.rows));
    for (const row of rows) if (!known.has(row)) checkAlone(this.context, row);
    const { pairs, open } = this.expectations(joined, billed);
    for (const line of open) for (const row of line.rows) checkAlone(this.context, row);
    if (!joined.est) return { pairs };
    const instead = pairs.filter(({ line }) => line === undefined);
    return { pairs: pairs.filter(({ line }) => line !== undefined), est: { group: joined.est, instead } };
  }

  private expectations({ group, subscription }: Matched, lines: readonly BilledLine[]): Expectations {
    const { window, lastMonth } = this.context;
    const { codes, values } = this.context.lines.texts.referenceId;
    const isOpen = lines.length > 1 || subscription.seatsBefore !== subscription.seatsAfter;
    return expectationsOf({
      ...{ subscription, lines },
      seats: {
        before: subscription.seatsBefore,
        after: subscription.seatsAfter,
        isBeforeTight: window.isBeforeTight,
        lastMonth: group && isOpen ? lastMonth.seatsAtEnd(group.rows[0] ?? 0) : undefined,
      },
      isChangeSure: window.isTight,
      lastDay: window.lastDay,
      referenceOf: (row) => referenceKey(values[codes[row] ?? 0] ?? ''),
    });
  }

  private takePair(joined: Matched, { line, expected }: Pair, subscription: MonthSubscription): void {
    const currency = joined.group?.currency ?? this.currencyOf(subscription);
    const explained = this.explain(line, expected, subscription, currency);
    const rows = line?.rows ?? [];
    const { found } = explained;
    this.context.tallies.compared(currency, { rows, ...explained, agrees: found.length === 0 });
    if (found.length === 0) return;
    const about =
      rows[0] === undefined
        ? ofSubscription(subscription, currency)
        : ofRow(this.context.lines, rows[0], subscription.plan);
    for (const cause of found) {
      const evidence = {
        ...{ join: joined.join, billed: line?.subtotal ?? 0, expected: explained.expected, rows, all: found },
        certainty: certaintyOf(joined.join, expected, cause.cause),
        lines: expected ? [expected] : [],
      };
      this.context.tallies.add(differenceOf(about, cause, evidence));
    }
  }

  private explain(
    line: BilledLine | undefined,
    expected: ExpectedLine | undefined,
    subscription: MonthSubscription,
    currency: string,
  ): Explained {
    if (!expected) return { found: [whole('extra', line?.subtotal ?? 0)], expected: 0, noise: 0 };
    const digits = { pricing: minorDigits(expected.currency), billing: minorDigits(currency) };
    const rate = this.rateOf(line, expected, currency);
    const factors: Factors = { ...expected, days: expected.billingDays, quantity: fraction(expected.quantity), rate };
    if (!line) {
      const { expected: amount } = explainLine(nothing(factors), factors, digits);
      return { found: [whole('missing', -amount + 0)], expected: amount, noise: 0 };
    }
    const est = subscription.offer && this.context.terms.estPrice(subscription.offer, line.from);
    // A price that the partner gave is what was paid: the list price of the line says nothing against it.
    const compared = expected.price === 'given' ? { ...line, unitPrice: undefined } : line;
    return explainLine(compared, factors, digits, est);
  }

  private rateOf(line: BilledLine | undefined, { currency: pricing }: ExpectedLine, billing: string): Factors['rate'] {
    const row = line?.rows[0];
    if (row !== undefined) return this.context.rates.of(row);
    return this.context.rates.between(pricing, billing) ?? fraction(1);
  }

  /** A subscription's SKU was to be billed, and its Extended Service Term was. */
  private takeEst({ join, subscription }: Matched, group: BilledGroup, instead: readonly Pair[]): void {
    const { tallies, lines } = this.context;
    const wanted = instead.flatMap(({ expected }) => expected ?? []);
    const expected = wanted.reduce(
      (sum, line) => sum + this.explain(undefined, line, subscription, group.currency).expected,
      0,
    );
    const billed = tallies.billed(group.rows);
    tallies.compared(group.currency, { rows: group.rows, expected, noise: 0, agrees: false });
    const found = whole('est', safeMinor(billed - expected));
    const evidence = { join, billed, expected, rows: group.rows, lines: wanted, all: [found] };
    const about = ofRow(lines, group.rows[0] ?? 0, subscription.plan);
    tallies.add(differenceOf(about, found, { ...evidence, certainty: join === 'sku' ? 'medium' : 'high' }));
  }

  private currencyOf({ currency }: MonthSubscription): string {
    return this.context.usualCurrency.get(currency) ?? currency;
  }
}

function whole(cause: Cause, amount: Minor): Found {
  return { cause, amount, ratio: undefined, was: '', should: '' };
}

/** A line of no seats, to ask what the factors cost. */
function nothing({ rate }: Factors): BilledLine {
  const zero = fraction(0);
  return {
    rows: [],
    chargeType: '',
    from: 0,
    to: 0,
    quantity: zero,
    unitPrice: zero,
    effective: zero,
    rate,
    subtotal: 0,
  };
}

/** One weakness makes a finding less sure, two make it a guess. */
function certaintyOf(join: Join, expected: ExpectedLine | undefined, cause: Cause): Certainty {
  const isAboutPrice = cause === 'rate' || cause === 'promotion-ended' || cause === 'est' || cause === 'missing';
  const isAboutSeats = cause === 'quantity' || cause === 'missing';
  const weaknesses = [
    join === 'sku',
    isAboutPrice && expected?.price === 'carried',
    isAboutSeats && expected?.assumed.includes('seats') === true,
    expected?.assumed.includes('term') === true,
    expected?.assumed.includes('day') === true,
    cause === 'unknown',
  ].filter(Boolean).length;
  return weaknesses === 0 ? 'high' : weaknesses === 1 ? 'medium' : 'low';
}
