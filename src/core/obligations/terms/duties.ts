/** What an agreement asks for while it runs: contacts, insurance, required updates, reviews after a change. */
import { type Day, addMonths, parseDay } from '../../days.ts';
import { ruleFigure } from '../rules/book.ts';
import type { ObligationRule } from '../rules/types.ts';
import { extendedDay } from './state.ts';
import type { Agreement, Change, Contact, RequiredUpdate, Review, Terms } from './types.ts';

/** Months after which a contact is stale: the user's own figure, or that of the book on a day. Undefined: never. */
export function staleMonthsOf(
  { staleMonths }: Pick<Terms, 'staleMonths'>,
  book: readonly ObligationRule[],
  asOf: Day,
): number | undefined {
  const said = staleMonths || ruleFigure(book, 'R-173', 'staleMonths', asOf)?.value;
  return said !== undefined && /^\d{1,3}$/.test(said) ? Number(said) : undefined;
}

export type ContactState =
  /** Nobody has said when the contact was confirmed. */
  | { readonly state: 'unconfirmed' }
  /** `until`: the last day on which it is; undefined where contacts do not grow stale. */
  | { readonly state: 'current'; readonly until: Day | undefined }
  | { readonly state: 'stale'; readonly until: Day };

/** A contact counts as current up to and including the day so many months after it was confirmed. */
export function contactState({ confirmedOn }: Contact, months: number | undefined, asOf: Day): ContactState {
  const confirmed = parseDay(confirmedOn);
  if (confirmed === undefined || confirmed > asOf) return { state: 'unconfirmed' };
  if (months === undefined) return { state: 'current', until: undefined };
  const until = addMonths(confirmed, months);
  return { state: asOf > until ? 'stale' : 'current', until };
}

export type CoverState =
  | { readonly state: 'undated' }
  | { readonly state: 'held'; readonly until: Day; readonly days: number }
  | { readonly state: 'ended'; readonly until: Day };

/** Cover or evidence with a last day, which counts in. */
export function coverState(until: string, asOf: Day): CoverState {
  const day = parseDay(until);
  if (day === undefined) return { state: 'undated' };
  return asOf > day ? { state: 'ended', until: day } : { state: 'held', until: day, days: day - asOf };
}

export type UpdateState =
  | { readonly state: 'undated' }
  | { readonly state: 'applied'; readonly on: Day; readonly late: boolean }
  | { readonly state: 'due'; readonly day: Day; readonly days: number; readonly extended: boolean }
  | { readonly state: 'missed'; readonly day: Day; readonly extended: boolean };

/** A required update is due on the day of its notice, or on that to which more time was granted. */
export function updateState(
  { id, dueOn, appliedOn }: RequiredUpdate,
  agreement: Pick<Agreement, 'exceptions'>,
  asOf: Day,
): UpdateState {
  const due = parseDay(dueOn);
  const on = parseDay(appliedOn);
  const day = due === undefined ? undefined : extendedDay(agreement, id, due);
  if (on !== undefined && on <= asOf) return { state: 'applied', on, late: day !== undefined && on > day };
  if (day === undefined) return { state: 'undated' };
  const extended = day !== due;
  return asOf > day ? { state: 'missed', day, extended } : { state: 'due', day, days: day - asOf, extended };
}

export type ChangeState =
  /** No question was answered with yes. */
  | { readonly state: 'no-sign' }
  /** The list of changes that need a new verification is not published: the programme’s team has to say. */
  | { readonly state: 'ask' }
  | { readonly state: 'not-needed' }
  | { readonly state: 'needed' }
  | { readonly state: 'failed'; readonly on: Day }
  | { readonly state: 'verified'; readonly on: Day };

/** Whether a change still needs a new verification; the latest one since the change counts. */
export function changeState({ on, yes, verdict }: Change, reviews: readonly Review[], asOf: Day): ChangeState {
  if (verdict === 'not-needed') return { state: 'not-needed' };
  if (verdict === '') return { state: yes.length > 0 ? 'ask' : 'no-sign' };
  const changed = parseDay(on);
  const since = reviews
    .flatMap((review) => ({ result: review.result, kind: review.kind, on: parseDay(review.on) }))
    .filter((review) => review.kind === 'again' && review.result !== '')
    .filter((review) => review.on !== undefined && review.on <= asOf && review.on >= (changed ?? Infinity))
    .toSorted((a, b) => (a.on ?? 0) - (b.on ?? 0))
    .at(-1);
  if (since?.on === undefined) return { state: 'needed' };
  return { state: since.result === 'passed' ? 'verified' : 'failed', on: since.on };
}
