/** What is due on a day, as each part of the obligations tells it; the calendar puts them together. */
import type { Day } from '../days.ts';

/** The parts of the document that know days of their own, and the book of rules. */
export const DATED_PARTS = ['register', 'programme', 'terms', 'readiness', 'rules'] as const;
export type DatedPart = (typeof DATED_PARTS)[number];

/** Something to do by a day, with what follows on both branches. Whole sentences, ready to be read. */
export interface DatedObligation {
  /** Which one of its part: the same over every calculation, so that a newer calendar replaces it. No names of people. */
  readonly id: string;
  /** Where it is seen to. */
  readonly part: DatedPart;
  /** The last day on which it can be met, UTC. */
  readonly day: Day;
  readonly what: string;
  readonly ifMet: string;
  readonly ifMissed: string;
  /** Id in the book of obligations. */
  readonly rule: string;
  /** The customer or agreement that it is about; absent where it is the partner. Never a person. */
  readonly about?: string;
  /** Met: it stays in the calendar, and is never overdue. */
  readonly isDone?: boolean;
}
