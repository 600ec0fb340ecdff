/** How each need of R-180 stands on a day, and how many are met. No score is made of it. */
import { type Day, parseDay } from '../../days.ts';
import type { ObligationRule } from '../rules/types.ts';
import { coverState } from '../terms/duties.ts';
import { agreementsOf } from '../terms/kinds.ts';
import { stateOf } from '../terms/state.ts';
import type { Terms } from '../terms/types.ts';
import { NEEDS, type Need, type Readiness } from './types.ts';

export interface NeedState {
  readonly need: Need;
  readonly state: 'met' | 'expired' | 'missing';
  /** The last day of the evidence, where it has one. */
  readonly until: Day | undefined;
  /** Whether the evidence was entered here or stands with the CSPP agreement; undefined where there is none. */
  readonly from: 'here' | 'register' | undefined;
}

export interface NeedCounts {
  readonly met: number;
  readonly needed: number;
  readonly expired: number;
}

/** What was entered here counts first; membership and insurances are taken over from the CSPP agreement of the register. */
export function needStates(
  { evidence }: Pick<Readiness, 'evidence'>,
  terms: Terms,
  book: readonly ObligationRule[],
  asOf: Day,
): readonly NeedState[] {
  return NEEDS.map((need) => {
    const own = evidence[need];
    if (own?.has === true) return stateUntil(need, own.until, 'here', asOf);
    return fromRegister(need, terms, book, asOf) ?? { need, state: 'missing', until: undefined, from: undefined };
  });
}

export function needCounts(states: readonly NeedState[]): NeedCounts {
  const count = (wanted: NeedState['state']): number => states.filter(({ state }) => state === wanted).length;
  return { met: count('met'), needed: states.length, expired: count('expired') };
}

function stateUntil(need: Need, until: string, from: NeedState['from'], asOf: Day): NeedState {
  const cover = coverState(until, asOf);
  return { need, state: cover.state === 'ended' ? 'expired' : 'met', until: parseDay(until), from };
}

/** Of several policies of a kind the one that lasts longest counts; one without a last day has no end. */
function fromRegister(need: Need, terms: Terms, book: readonly ObligationRule[], asOf: Day): NeedState | undefined {
  const agreements = agreementsOf(terms).filter(({ kind }) => kind === 'cspp' || kind === 'cspp-plus');
  if (need === 'member') {
    const isMember = agreements.some((one) => one.kind === 'cspp' && stateOf(one, book, asOf).state === 'accepted');
    return isMember ? { need, state: 'met', until: undefined, from: 'register' } : undefined;
  }
  const policies = agreements.flatMap(({ insurances }) => insurances.filter(({ kind }) => kind === need));
  if (policies.length === 0) return undefined;
  const until = policies.some((one) => one.until === '')
    ? ''
    : (policies
        .map((one) => one.until)
        .toSorted()
        .at(-1) ?? '');
  return stateUntil(need, until, 'register', asOf);
}
