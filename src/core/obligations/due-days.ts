/** How near something is: overdue, due in the next 30, 60 or 90 days, or later. */
import type { Day } from '../days.ts';

/** Days ahead, each span with those before it. Today is day 0; the last day of a span counts in. */
export const DUE_SPANS = [30, 60, 90] as const;
export type DueSpan = (typeof DUE_SPANS)[number];

/** What counting needs of an event. */
export interface CountedEvent {
  readonly kind: string;
  readonly day: Day;
  readonly isDone?: boolean;
  /** How many customers share it. */
  readonly customers?: number;
}

export interface DueCounts {
  readonly overdue: number;
  /** Of each span, today included. */
  readonly within: Readonly<Record<DueSpan, number>>;
}

/** Kinds that only happen: nobody has to see to them. */
const HAPPENING: ReadonlySet<string> = new Set(['term-end', 'prices', 'est']);
/** Kinds that stay open after their day until somebody has seen to them. */
const KEPT_OPEN: ReadonlySet<string> = new Set(['register', 'programme', 'terms', 'readiness']);

/** Somebody has to see to it. */
export function asksForSomething({ kind, isDone = false }: CountedEvent): boolean {
  return !isDone && !HAPPENING.has(kind);
}

/** Its day has gone by and nobody has seen to it. What only a rule says has happened by then. */
export function isOverdue(event: CountedEvent, asOf: Day): boolean {
  return event.day < asOf && KEPT_OPEN.has(event.kind) && asksForSomething(event);
}

/** It is due today or in the days after it. */
export function isWithin({ day }: CountedEvent, asOf: Day, days: number): boolean {
  return asOf <= day && day <= asOf + days;
}

/** What is to be seen to, by span; an event of several customers counts once for each. */
export function dueCounts(events: readonly CountedEvent[], asOf: Day): DueCounts {
  const asking = events.filter(asksForSomething);
  const countOf = (counts: (event: CountedEvent) => boolean): number =>
    asking.filter(counts).reduce((sum, { customers = 1 }) => sum + customers, 0);
  return {
    overdue: countOf((event) => isOverdue(event, asOf)),
    within: {
      30: countOf((event) => isWithin(event, asOf, 30)),
      60: countOf((event) => isWithin(event, asOf, 60)),
      90: countOf((event) => isWithin(event, asOf, 90)),
    },
  };
}
