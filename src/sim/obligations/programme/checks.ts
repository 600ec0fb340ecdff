/** What a role asks for besides revenue, held against what the user says. */
import type { Day } from '../../../core/days.ts';
import type { Evidence, Programme, Role } from '../../../core/obligations/programme.ts';
import { ROLE_CHECKS, ruleOfCheck } from '../../../core/obligations/programme-checks.ts';
import { assessmentUntil, countFigure } from '../../../core/obligations/programme-days.ts';
import type { ObligationRule } from '../../../core/obligations/rules/types.ts';
import type { CheckResult, CheckState, Verdict } from './types.ts';

/** Days on which something must hold: now, and at the next check of the anniversary. */
export interface CheckDays {
  readonly asOf: Day;
  readonly at: Day;
}

/** In the order in which they are shown. */
export function roleChecks(
  book: readonly ObligationRule[],
  programme: Programme,
  role: Role,
  days: CheckDays,
): readonly CheckResult[] {
  const { evidence } = programme;
  const named = ROLE_CHECKS[role].map((check) => {
    const said = evidence.find((one) => one.check === check);
    const result = proven(book, said ?? { check, name: '' }, role, days);
    if (check === 'transacting') return transacting(book, programme, result, days);
    return check === 'support' && !programme.support && result.state !== 'not-met'
      ? { ...result, state: 'open' as const }
      : result;
  });
  const own = evidence.filter(({ check }) => check === 'own').map((one) => proven(book, one, role, days));
  return [...designation(book, programme, role, days), ...named, ...own, ...score(book, programme, days)];
}

type Said = Pick<Evidence, 'check' | 'name'> & Partial<Evidence>;

function proven(book: readonly ObligationRule[], said: Said, role: Role, days: CheckDays): CheckResult {
  const { check, name, on, note = '' } = said;
  const until = check === 'assessment' ? assessmentUntil(book, { on, until: said.until }) : said.until;
  const rule = ruleOfCheck(check, role);
  return { ...{ check, name, rule, on, until, note }, state: stateOf(said.standing, until, days) };
}

function stateOf(
  standing: Evidence['standing'] | undefined,
  until: Day | undefined,
  { asOf, at }: CheckDays,
): CheckState {
  if (standing === undefined) return 'open';
  if (standing === 'not-met') return 'not-met';
  if (until === undefined || until >= at) return 'met';
  return until >= asOf ? 'ends' : 'ended';
}

/** The number counts; without one what the user says of it. */
function transacting(
  book: readonly ObligationRule[],
  { resellerMonths }: Programme,
  result: CheckResult,
  { at }: CheckDays,
): CheckResult {
  const needs = countFigure(book, 'R-142', 'resellerMonths', at);
  if (needs === undefined) return result;
  if (resellerMonths === undefined) return { ...result, needs };
  return { ...result, state: resellerMonths >= needs ? 'met' : 'not-met', has: resellerMonths, needs };
}

function designation(
  book: readonly ObligationRule[],
  { designations }: Programme,
  role: Role,
  { asOf, at }: CheckDays,
): readonly CheckResult[] {
  const needs = role === 'direct-bill' ? countFigure(book, 'R-140', 'directDesignations', at) : undefined;
  if (needs === undefined) return [];
  const held = (day: Day) => designations.filter(({ until }) => until === undefined || until >= day);
  const [now, then] = [held(asOf), held(at)];
  const ends = now.flatMap(({ until }) => until ?? []).sort((a, b) => a - b);
  const state: CheckState =
    then.length >= needs
      ? 'met'
      : now.length >= needs
        ? 'ends'
        : designations.length === 0
          ? 'open'
          : now.length < designations.length
            ? 'ended'
            : 'not-met';
  const until = state === 'ends' ? ends[now.length - needs] : undefined;
  const note = now.map(({ name }) => name).join(', ');
  return [
    { ...{ check: 'designation', name: '', rule: 'R-140', state, on: undefined, until, note }, has: now.length, needs },
  ];
}

/** A trade site’s number: told beside, never what counts. */
function score(book: readonly ObligationRule[], { score: has }: Programme, { at }: CheckDays): readonly CheckResult[] {
  const needs = countFigure(book, 'R-143', 'score', at);
  if (has === undefined || needs === undefined) return [];
  const none = { on: undefined, until: undefined, note: '' };
  return [{ ...none, check: 'score', name: '', rule: 'R-143', state: 'told', has, needs }];
}

/** What the state of a requirement means for the role; undefined: nothing. */
export function verdictOfCheck(state: CheckState): Verdict | undefined {
  switch (state) {
    case 'met':
      return 'met';
    case 'open':
      return 'unknown';
    case 'told':
      return undefined;
    case 'ends':
    case 'ended':
    case 'not-met':
      return 'at-risk';
  }
}
