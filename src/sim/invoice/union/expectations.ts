/** What each billed line of a subscription should be, and which expected lines have none: whole cycles, changes of seats, ends. */
import type { Day } from '../../../core/days.ts';
import { equals, type Exact, fraction, multiply, negate, toFloat, ZERO } from '../../../core/exact.ts';
import type { PriceBasis } from '../expected/price-basis.ts';
import type { MonthSubscription, PricedCycle } from '../expected/subscriptions.ts';
import type { BilledLine } from './billed-groups.ts';
import { joinParts } from './parts.ts';
import { type KnownSeats, seatChain, type SeatChange, seatChanges } from './seat-chain.ts';
import type { ExpectedLine } from './types.ts';

/** A billed line, an expected one, or both. */
export interface Pair {
  readonly line: BilledLine | undefined;
  readonly expected: ExpectedLine | undefined;
}

export interface Expectations {
  readonly pairs: readonly Pair[];
  /** Lines that nothing says anything of: no price, no term. */
  readonly open: readonly BilledLine[];
}

export interface Subject {
  readonly subscription: MonthSubscription;
  readonly lines: readonly BilledLine[];
  readonly seats: KnownSeats;
  /** The seats changed within the month, as its exports show: a change that was not billed is missing. */
  readonly isChangeSure: boolean;
  readonly lastDay: Day;
  readonly referenceOf: (row: number) => string;
}

const CYCLE_CHARGES: ReadonlySet<string> = new Set(['new', 'renew', 'cyclecharge']);
const CHANGES: ReadonlySet<string> = new Set(['addquantity', 'removequantity']);
const CANCEL = 'cancelimmediate';

export function expectationsOf(subject: Subject): Expectations {
  const { subscription, lines, seats } = subject;
  const basis = subscription.basis;
  if (!subscription.term || !basis) return { pairs: [], open: lines };
  const cycles = joinParts(
    lines.filter(({ chargeType, quantity }) => CYCLE_CHARGES.has(chargeType) && quantity.n >= 0n),
    basis.unitPrice,
  );
  const changes = seatChanges(
    lines.filter(({ chargeType }) => CHANGES.has(chargeType)),
    subject.referenceOf,
  );
  const start = subscription.term.cycle?.start;
  const early = cycles.find(({ from }) => from <= (changes[0]?.day ?? Infinity));
  const chain = seatChain(changes, seats, early && toFloat(early.quantity));
  const seatsOn = (day: Day): number | undefined => {
    const passed = changes.filter((change) => change.day < day).length;
    return passed === 0 ? chain.start : chain.after[passed - 1];
  };
  const context: Context = { subject, isAssumed: chain.isAssumed };
  const others = lines.filter(
    ({ chargeType, quantity }) => !CHANGES.has(chargeType) && !(CYCLE_CHARGES.has(chargeType) && quantity.n >= 0n),
  );
  const pairs = [
    ...cyclePairs(context, cycles, start === undefined ? undefined : seatsOn(start)),
    ...changes.flatMap((change, at) =>
      changePairs(context, change, at === 0 ? chain.start : chain.after[at - 1], chain.after[at]),
    ),
    ...(changes.length === 0 ? unbilledChange(context) : []),
    ...others.flatMap((line) => otherPair(context, line, seatsOn(line.from))),
  ];
  const paired = new Set(pairs.flatMap(({ line }) => line?.rows ?? []));
  return { pairs, open: lines.filter(({ rows }) => rows.every((row) => !paired.has(row))) };
}

interface Context {
  readonly subject: Subject;
  readonly isAssumed: boolean;
}

/** The one cycle that begins in the month; what is charged beyond it is one too many. */
function cyclePairs(context: Context, cycles: readonly BilledLine[], seats: number | undefined): readonly Pair[] {
  const { subscription } = context.subject;
  const { term, basis } = subscription;
  const cycle = term?.cycle;
  if (!cycle || !basis) return cycles.map((line) => ({ line, expected: undefined }));
  const best = bestOf(cycles, Math.max(cycle.start, term.start), basis, seats);
  const isMissing = best === undefined && subscription.isSure && (seats ?? 0) > 0;
  if (best === undefined && !isMissing) return [];
  const wanted = seats ?? toFloat(best?.quantity ?? ZERO);
  const type = term.isFirst ? (term.away === 0 && best?.chargeType !== 'renew' ? 'new' : 'renew') : 'cycleCharge';
  const expected = lineOf(context, { cycle, basis }, type, Math.max(cycle.start, term.start), wanted);
  return [
    { line: best, expected },
    ...cycles.filter((line) => line !== best).map((line): Pair => ({ line, expected: undefined })),
  ];
}

/** The line that is most like what is expected; of equals the first. */
function bestOf(
  lines: readonly BilledLine[],
  start: Day,
  basis: PriceBasis,
  seats: number | undefined,
): BilledLine | undefined {
  const unlike = (line: BilledLine): number =>
    (line.from === start ? 0 : 4) + (isBilledAt(line, basis) ? 0 : 2) + (toFloat(line.quantity) === seats ? 0 : 1);
  return lines.reduce<BilledLine | undefined>(
    (best, line) => (best === undefined || unlike(line) < unlike(best) ? line : best),
    undefined,
  );
}

/** What was given back and what was charged, each against the seats of the chain. */
function changePairs(
  context: Context,
  { day, given, charged }: SeatChange,
  from: number | undefined,
  to: number | undefined,
): readonly Pair[] {
  const priced = context.subject.subscription.cycleOn(day);
  if (!priced?.basis) return [];
  const type = (to ?? 0) < (from ?? 0) ? 'removeQuantity' : 'addQuantity';
  const side = (lines: readonly BilledLine[], seats: number | undefined): readonly Pair[] => {
    const [first, ...more] = lines;
    const wanted = seats ?? (first ? toFloat(first.quantity) : 0);
    const expected = wanted === 0 ? undefined : lineOf(context, priced, type, day, wanted);
    return [
      ...(first || expected ? [{ line: first, expected }] : []),
      ...more.map((line): Pair => ({ line, expected: undefined })),
    ];
  };
  return [...side(given, from === undefined ? undefined : -from), ...side(charged, to)];
}

/** The exports differ, the month lies between them, and nothing was billed: at the latest on the day of the later export. */
function unbilledChange(context: Context): readonly Pair[] {
  const { subscription, seats, isChangeSure, lastDay } = context.subject;
  const { before, after } = seats;
  const priced = subscription.cycleOn(lastDay);
  if (!isChangeSure || before === undefined || after === undefined || before === after || !priced?.basis) return [];
  const type = after < before ? 'removeQuantity' : 'addQuantity';
  return [-before, after].map((quantity): Pair => {
    const expected = lineOf(context, priced, type, lastDay, quantity);
    return { line: undefined, expected: expected && { ...expected, assumed: [...expected.assumed, 'day'] } };
  });
}

/** Ends and upgrades: the seats of the subscription where it ended, else those of the line. */
function otherPair(context: Context, line: BilledLine, seats: number | undefined): readonly Pair[] {
  const { subscription } = context.subject;
  const priced = subscription.cycleOn(line.from);
  if (!priced?.basis) return [];
  const isEnd = line.chargeType === CANCEL && subscription.isGone;
  const quantity = isEnd && seats !== undefined ? -seats : toFloat(line.quantity);
  return [{ line, expected: lineOf(context, priced, 'cancelImmediate', line.from, quantity) }];
}

function lineOf(
  { subject: { subscription }, isAssumed }: Context,
  { cycle, basis }: PricedCycle,
  chargeType: ExpectedLine['chargeType'],
  from: Day,
  quantity: number,
): ExpectedLine | undefined {
  if (!basis || from > cycle.end) return undefined;
  const billingDays = from <= cycle.start ? cycle.days : cycle.end - from + 1;
  const assumed: ExpectedLine['assumed'][number][] = [];
  if (isAssumed) assumed.push('seats');
  if (subscription.term?.away !== 0) assumed.push('term');
  return {
    ...{ row: subscription.row, chargeType, from, to: cycle.end, quantity, billingDays, cycleDays: cycle.days },
    unitPrice: basis.unitPrice,
    effectiveUnitPrice: signed(multiply(basis.net, fraction(billingDays, cycle.days)), quantity),
    share: basis.share,
    currency: subscription.currency,
    ...{ price: basis.price, priceAt: basis.at, assumed },
  };
}

function signed(price: Exact, quantity: number): Exact {
  return quantity < 0 ? negate(price) : price;
}

/** Whether a price basis is what a line was billed at. */
function isBilledAt(line: BilledLine, { net, unitPrice }: PriceBasis): boolean {
  return equals(line.effective, net) || (line.unitPrice !== undefined && equals(line.unitPrice, unitPrice));
}
