/** What a subscription's price stands on: its timeline, the segment that counts, its lock and the figures of both. */
import type { Day } from '../core/days.ts';
import type { UnpricedCode } from '../core/text/en/unpriced.ts';
import type { Book, Subscription } from './book.ts';
import { type Figures, makeFigures } from './figures.ts';
import type { Lock } from './lock.ts';
import { type Locks, locksOf } from './locks.ts';
import type { PricedByCustomer } from './priced-by-customer.ts';
import { segmentAt } from './price-series.ts';
import { inner } from './remember.ts';
import type { Timeline, TimelineSegment } from './timeline.ts';

export interface Standing {
  /** Position among the standings of one as-of. */
  readonly index: number;
  readonly timeline: Timeline;
  /** The segment of `s`. */
  readonly segment: TimelineSegment;
  readonly figures: Figures;
}

/** Figures of locks on segments, under one pricing. */
export class KnownFigures {
  private readonly standings = new Map<TimelineSegment, Map<Lock, Standing>>();
  private readonly all: Standing[] = [];

  /** Undefined when the segment has no price for one of the steps. */
  standingOf(lock: Lock, timeline: Timeline, segment: TimelineSegment): Standing | undefined {
    const known = inner(this.standings, segment);
    const found = known.get(lock);
    if (found) return found;
    const figures = makeFigures(lock, timeline, segment);
    if (!figures) return undefined;
    const standing = { index: this.all.length, timeline, segment, figures };
    this.all.push(standing);
    known.set(lock, standing);
    return standing;
  }

  at(index: number): Standing | undefined {
    return this.all[index];
  }
}

const REASONS = [
  'no-est-base',
  'no-term-row',
  'not-yet-listed',
  'no-est-price',
] as const satisfies readonly UnpricedCode[];
type Reason = (typeof REASONS)[number];

/** The standings of a book's rows under one pricing as of a day. No other part of a scenario changes them. */
export class Standings {
  readonly asOf: Day;
  private readonly priced: PricedByCustomer;
  private readonly figures: KnownFigures;
  private readonly locks: Locks;
  /** By row: 0 when not asked for yet, one more than a standing's index, or the place of a reason from -1 down. */
  private readonly known: Int32Array;

  constructor(book: Book, pricing: { readonly priced: PricedByCustomer; readonly figures: KnownFigures }, asOf: Day) {
    this.asOf = asOf;
    this.priced = pricing.priced;
    this.figures = pricing.figures;
    this.locks = locksOf(book);
    this.known = new Int32Array(book.rows);
  }

  /** @param inEst the row is an EST SKU that counts; a row's own facts and the mapping decide that */
  of(subscription: Subscription, inEst: boolean): Standing | UnpricedCode {
    const { row } = subscription;
    const code = this.known[row] ?? 0;
    const known = code > 0 ? this.figures.at(code - 1) : REASONS[-code - 1];
    if (known !== undefined) return known;
    const found = this.find(subscription, inEst);
    this.known[row] = typeof found === 'string' ? -1 - REASONS.indexOf(found) : found.index + 1;
    return found;
  }

  private find(subscription: Subscription, inEst: boolean): Standing | Reason {
    const timeline = this.priced.of(subscription.customerIndex).timelineOf(subscription.sale, inEst);
    if (timeline.baseMissing) return 'no-est-base';
    if (!timeline.hasOwnRow) return 'no-term-row';
    const segment = segmentAt(timeline.segments, timeline.inEst ? this.asOf : subscription.termEnd + 1);
    if (!segment?.own) return timeline.inEst ? 'no-est-base' : 'not-yet-listed';
    if (!segment.est) return 'no-est-price';
    const lock = this.locks.of(subscription, timeline, segment, this.asOf);
    if (!lock) return 'not-yet-listed';
    return this.figures.standingOf(lock, timeline, segment) ?? 'no-est-price';
  }
}
