/** What seats cost on a term and plan, from a day to the end of a comparison: terms accrue by day and follow each other (spec §7, R-016, R-052). */
import { type Day, addMonths } from '../../core/days.ts';
import { type Exact, ONE, ZERO, add, equals, fraction, isZero, multiply, subtract } from '../../core/exact.ts';
import { type Minor, roundShare } from '../../core/money.ts';
import { renewUnit } from '../figures.ts';
import type { CostAndErp } from '../margin.ts';
import { type PriceSeries, type UnitPrice, segmentAt } from '../price-series.ts';

/** Terms of one price, one after the other. */
export interface TermRun {
  readonly own: UnitPrice;
  /** The promotion's share off the list price. */
  readonly share: Exact;
  /** Cost and ERP per seat-month, less the promotion. */
  readonly unit: CostAndErp;
  /** Terms that begin inside the window. */
  readonly begun: number;
  /** How many of them lie inside it, the last by its days: `inside / days`. */
  readonly inside: number;
  readonly days: number;
}

export interface TermSpan {
  readonly from: Day;
  /** The day after the window's last. */
  readonly to: Day;
}

type ShareOn = (day: Day) => Exact;

/** Undefined when the list has no price on a day on which a term begins. `shareOn` gives the promotion's share on a day. */
export function termRuns(series: PriceSeries, span: TermSpan, shareOn?: ShareOn): readonly TermRun[] | undefined {
  const runs: TermRun[] = [];
  const { from, to } = span;
  let [done, start] = [0, from];
  while (start < to) {
    const own = segmentAt(series, start)?.price;
    if (!own) return undefined;
    const share = shareOn?.(start) ?? ZERO;
    let begun = 1;
    let next = addMonths(from, own.months * (done + 1));
    // The start of a term moves in whole months from the first day, whatever the months before it had.
    while (next < to && segmentAt(series, next)?.price === own && equals(shareOn?.(next) ?? ZERO, share)) {
      start = next;
      begun++;
      next = addMonths(from, own.months * (done + begun));
    }
    const days = next > to ? next - start : 1;
    const inside = next > to ? (begun - 1) * days + to - start : begun;
    runs.push({ own, share, unit: lessPromotion(own, share), begun, inside, days });
    done += begun;
    start = next;
  }
  return runs;
}

/** the customer gets the promotion too. */
function lessPromotion(own: UnitPrice, share: Exact): CostAndErp {
  return isZero(share) ? own : { cost: renewUnit(own, share), erp: multiply(own.erp, subtract(ONE, share)) };
}

/** `hu2` of what the days inside the window come to, once over all terms; `unitOf` gives a price per seat-month. */
export function insideAmount(
  runs: readonly TermRun[],
  seats: number,
  scale: number,
  unitOf: (run: TermRun) => Exact,
): Minor {
  const [only] = runs;
  if (only && runs.length === 1) {
    return roundShare(unitOf(only), seats * only.own.months * only.inside, only.days, scale);
  }
  let sum = ZERO;
  for (const run of runs) sum = add(sum, multiply(unitOf(run), fraction(run.own.months * run.inside, run.days)));
  return roundShare(sum, seats, 1, scale);
}

/** `hu2` of what all terms that begin inside the window come to, to their ends. */
export function wholeAmount(runs: readonly TermRun[], seats: number, scale: number): Minor {
  const [only] = runs;
  if (only && runs.length === 1) return roundShare(only.unit.cost, seats * only.own.months * only.begun, 1, scale);
  let sum = ZERO;
  for (const { unit, own, begun } of runs) sum = add(sum, multiply(unit.cost, fraction(own.months * begun)));
  return roundShare(sum, seats, 1, scale);
}
