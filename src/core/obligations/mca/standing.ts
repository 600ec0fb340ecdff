/** What acceptances count for on a day. Every day comes from the book of obligations. */
import type { Day } from '../../days.ts';
import { ruleDay } from '../rules/book.ts';
import type { ObligationRule } from '../rules/types.ts';
import { type Acceptance, type AgreementType, type Contact, type Flag, type Grade, STANDINGS, type Standing, type Way } from './types.ts'; // prettier-ignore

/** The days of the book that acceptances are held against; undefined where the book does not hold one. */
export interface McaDays {
  /** the last day on which a Cloud Agreement was enough. */
  readonly cutOver: Day | undefined;
  /** the first day without attestation by the partner. */
  readonly retired: Day | undefined;
  /** what was attested before has to be accepted again. */
  readonly attestedBefore: Day | undefined;
  /** since when it is blocked. */
  readonly enforced: Day | undefined;
}

export function mcaDays(book: readonly ObligationRule[]): McaDays {
  return {
    cutOver: ruleDay(book, 'R-132', 'cutOver'),
    retired: ruleDay(book, 'R-136', 'retired'),
    attestedBefore: ruleDay(book, 'R-137', 'attestedBefore'),
    enforced: ruleDay(book, 'R-137', 'enforced'),
  };
}

const GRADE_OF: Readonly<Record<Way, Grade>> = {
  'admin-centre': 'clicked',
  'link': 'clicked',
  'checkout': 'clicked',
  'attested-api': 'attested',
  'attested-ux': 'attested',
  'attested-bulk': 'attested',
  'unknown': 'none',
}; // prettier-ignore

/** what a way of accepting is worth as evidence. */
export function gradeOf(way: Way): Grade {
  return GRADE_OF[way];
}

/** At Microsoft itself: nobody attested it. What a shop took was passed on by the partner's attestation. */
const DIRECT: ReadonlySet<Way> = new Set(['admin-centre', 'link']);

/** What an acceptance counts for on a day. */
export function standingOf({ type, agreed, way }: Acceptance, on: Day, days: McaDays): Standing {
  if (agreed === undefined) return 'undated';
  if (agreed > on) return 'future';
  if (type === 'legacy') return days.cutOver !== undefined && on > days.cutOver ? 'legacy' : 'stands';
  if (gradeOf(way) === 'attested' && days.retired !== undefined && agreed >= days.retired) return 'retired';
  if (!DIRECT.has(way) && days.attestedBefore !== undefined && agreed < days.attestedBefore) return 'old';
  return 'stands';
}

/** a phone number is optional. */
export function isComplete({ firstName, lastName, email }: Contact): boolean {
  return [firstName, lastName].every((name) => name.trim() !== '') && /^\S+@\S+$/.test(email.trim());
}

/** An acceptance with what it counts for. */
export interface Counted extends Acceptance {
  readonly standing: Standing;
}

/** All that is known of one customer's acceptances on a day. */
export interface CustomerStanding {
  /** Newest first; a typed one before one of a file. */
  readonly acceptances: readonly Counted[];
  /** The one that counts: the newest that stands, else the newest of those that count for most; undefined: none does. */
  readonly counts: Counted | undefined;
  readonly grade: Grade;
  readonly flags: readonly Flag[];
}

/** one acceptance is enough, whichever of the resellers took it. */
export function customerStanding(acceptances: readonly Acceptance[], on: Day, days: McaDays): CustomerStanding {
  const counted = acceptances
    .map((one): Counted => ({ ...one, standing: standingOf(one, on, days) }))
    .sort(newestFirst);
  const counts = STANDINGS.slice(0, STANDINGS.indexOf('future')).flatMap(
    (standing) => counted.find((one) => one.standing === standing) ?? [],
  )[0];
  return {
    acceptances: counted,
    counts,
    grade: counts ? gradeOf(counts.way) : 'none',
    flags: flagsOf(counted, counts),
  };
}

function newestFirst(a: Acceptance, b: Acceptance): number {
  return (
    (b.agreed ?? -Infinity) - (a.agreed ?? -Infinity) || Number('entry' in b.source) - Number('entry' in a.source) || 0
  );
}

function flagsOf(all: readonly Counted[], counts: Counted | undefined): readonly Flag[] {
  const newest = all.find(({ standing }) => standing !== 'future' && standing !== 'undated');
  const flags: readonly (readonly [Flag, boolean])[] = [
    ['none', counts === undefined],
    ['legacy', counts?.standing === 'legacy'],
    ['old-attestation', counts?.standing === 'old'],
    ['after-retirement', newest?.standing === 'retired'],
    ['future', all.some(({ standing }) => standing === 'future')],
    ['incomplete', counts !== undefined && !isComplete(counts.contact)],
  ];
  return flags.flatMap(([flag, holds]) => (holds ? [flag] : []));
}

/** without a type the Cloud Agreement is meant. */
export function agreementType(text: string): AgreementType {
  return /customer|^\s*mca\b/i.test(text) ? 'mca' : 'legacy';
}
