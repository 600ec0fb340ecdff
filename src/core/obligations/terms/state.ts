/** How an agreement stands on a day. A deadline's own day is still in time; what has ended ends with its day. */
import { type Day, parseDay } from '../../days.ts';
import { termsText } from '../../text/en/obligations-terms.ts';
import { ruleDay } from '../rules/book.ts';
import type { ObligationRule } from '../rules/types.ts';
import { KINDS } from './kinds.ts';
import type { Agreement, AgreementKind } from './types.ts';

export type AgreementState =
  /** `late`: the deadline that had passed · `until`: the last day of an own agreement. */
  | { readonly state: 'accepted'; readonly on: Day; readonly late?: Day; readonly until?: Day }
  | { readonly state: 'due' | 'ending'; readonly day: Day; readonly days: number }
  | { readonly state: 'missed' | 'ended'; readonly day: Day }
  | { readonly state: 'superseded'; readonly day: Day; readonly by: AgreementKind }
  /** Neither accepted nor due on a day. */
  | { readonly state: 'open' };

export interface Deadline {
  readonly day: Day;
  readonly what: string;
  readonly ifMet: string;
  readonly ifMissed: string;
  /** The rule that has it; empty where the user entered it. */
  readonly rule: string;
  /** The day before more time was granted. */
  readonly first: Day;
}

type Book = readonly ObligationRule[];

/** By when an agreement has to be accepted and what follows on either branch: from the rule book, of an own one as entered. */
export function deadlineOf(agreement: Agreement, book: Book): Deadline | undefined {
  const found = agreement.kind === 'own' ? ownDeadline(agreement) : bookDeadline(agreement, book);
  if (!found) return undefined;
  return { ...found, day: extendedDay(agreement, 'deadline', found.day), first: found.day };
}

function ownDeadline({ name, deadline, ifMet, ifMissed }: Agreement): Omit<Deadline, 'first'> | undefined {
  const day = parseDay(deadline);
  if (day === undefined) return undefined;
  return { day, what: termsText.dates.accept(name || termsText.unnamed), ifMet, ifMissed, rule: '' };
}

function bookDeadline({ kind }: Agreement, book: Book): Omit<Deadline, 'first'> | undefined {
  const { deadline } = KINDS[kind];
  if (!deadline) return undefined;
  const said = book.find(({ id }) => id === deadline.rule)?.days.find(({ key }) => key === deadline.key);
  const day = said && parseDay(said.day);
  if (!said || day === undefined) return undefined;
  return { day, what: said.what, ifMet: said.ifMet, ifMissed: said.ifMissed, rule: deadline.rule };
}

/** The latest day to which more time was granted for something; a grant to an earlier day takes nothing away. */
export function extendedDay({ exceptions }: Pick<Agreement, 'exceptions'>, concerns: string, day: Day): Day {
  const granted = exceptions.flatMap((one) =>
    one.concerns === concerns && one.answer === 'granted' ? (parseDay(one.until) ?? []) : [],
  );
  return Math.max(day, ...granted);
}

/** How an agreement stands on a day; what is accepted later than that is not accepted yet. */
export function stateOf(agreement: Agreement, book: Book, asOf: Day): AgreementState {
  const { ends } = KINDS[agreement.kind];
  if (ends) return endedState(ruleDay(book, ends.rule, ends.key), ends.by, asOf);
  const until = agreement.kind === 'own' ? parseDay(agreement.endsOn) : undefined;
  if (until !== undefined && asOf > until) return { state: 'ended', day: until };
  const deadline = deadlineOf(agreement, book);
  const on = parseDay(agreement.acceptedOn);
  if (on !== undefined && on <= asOf) {
    const isLate = deadline !== undefined && on > deadline.day && (deadline.rule === '' || tellsLate(agreement));
    return {
      state: 'accepted',
      on,
      ...(isLate ? { late: deadline.day } : {}),
      ...(until === undefined ? {} : { until }),
    };
  }
  if (!deadline) return { state: 'open' };
  const { day } = deadline;
  return asOf > day ? { state: 'missed', day } : { state: 'due', day, days: day - asOf };
}

function tellsLate({ kind }: Agreement): boolean {
  return KINDS[kind].tellsLate === true;
}

/** An agreement of the CSPP ended; one of the CSP, with the next one in its place from the start, is superseded. */
function endedState(day: Day | undefined, by: AgreementKind, asOf: Day): AgreementState {
  if (day === undefined) return { state: 'open' };
  if (asOf <= day) return { state: 'ending', day, days: day - asOf };
  return by === 'mpa' ? { state: 'superseded', day, by } : { state: 'ended', day };
}
