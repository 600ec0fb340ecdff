/** What happens at the term end (spec §3): the first condition that holds decides. */
import type { Day } from '../core/days.ts';
import type { Decision, EstAssumptions } from '../core/scenario/scenario.ts';
import type { Outcome } from './types.ts';

/** A scheduled action as the engine understands it. */
export type Action = 'none' | 'cancel' | 'est' | 'renew' | 'transition' | 'unknown';

const ACTION_NAMES: Readonly<Record<string, Action>> = Object.freeze({
  '': 'none',
  none: 'none',
  cancel: 'cancel',
  renewtoextendedserviceterm: 'est',
  renewtonewterm: 'renew',
  transition: 'transition',
});

/** Reads an action's name without regard to case; a name the rule book does not know is `unknown`. */
export function readAction(name: string): Action {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(ACTION_NAMES, key) ? (ACTION_NAMES[key] ?? 'unknown') : 'unknown';
}

/** The facts about a subscription that decide its outcome. */
export interface OutcomeFacts {
  readonly active: boolean;
  readonly trial: boolean;
  readonly licenceBased: boolean;
  readonly action: Action;
  readonly legacyInstruction: boolean;
  readonly autoRenew: boolean;
  readonly commitmentStart: Day;
  readonly termEnd: Day;
}

/** purchased or renewed, and ending, on or after the two dates. */
export function estEligible(facts: Pick<OutcomeFacts, 'commitmentStart' | 'termEnd'>, est: EstAssumptions): boolean {
  return facts.commitmentStart >= est.eligibleStartFrom && facts.termEnd >= est.eligibleEndFrom;
}

/** Outcomes with the rule that decided them; small integers so that a column can hold them. */
const VERDICTS = [
  ['excluded', 'R-003'],
  ['in-est', 'R-008'],
  ['renews', 'decision'],
  ['cancels', 'decision'],
  ['est-chosen', 'decision'],
  ['cancels', 'R-017'],
  ['est-chosen', 'R-018'],
  ['renews', 'R-016'],
  ['est-drift', 'R-014'],
  ['lapses', 'R-030'],
] as const satisfies readonly (readonly [Outcome, string])[];

export interface Verdict {
  /** Position in `VERDICT_LIST`. */
  readonly code: number;
  readonly outcome: Outcome;
  readonly rule: string;
}

export const VERDICT_LIST: readonly Verdict[] = VERDICTS.map(([outcome, rule], code) => ({
  code,
  outcome,
  rule,
}));

function verdict(outcome: Outcome, rule: string): Verdict {
  const found = VERDICT_LIST.find((item) => item.outcome === outcome && item.rule === rule);
  if (!found) throw new Error(`INTERNAL: no verdict ${outcome} by ${rule}`);
  return found;
}

const EXCLUDED = verdict('excluded', 'R-003');
const IN_EST = verdict('in-est', 'R-008');
const DECIDED = {
  renews: verdict('renews', 'decision'),
  cancels: verdict('cancels', 'decision'),
  est: verdict('est-chosen', 'decision'),
} as const;
const CANCELS = verdict('cancels', 'R-017');
const CHOSEN = verdict('est-chosen', 'R-018');
const RENEWS = verdict('renews', 'R-016');
const DRIFTS = verdict('est-drift', 'R-014');
const LAPSES = verdict('lapses', 'R-030');

/** Decides the outcome of one subscription; `isEstSku` by the mapping of R-008. */
export function decideOutcome(
  facts: OutcomeFacts,
  isEstSku: boolean,
  decision: Decision | undefined,
  est: EstAssumptions,
): Verdict {
  if (!facts.active || facts.trial || !facts.licenceBased) return EXCLUDED;
  if (isEstSku) return IN_EST;
  if (decision) return DECIDED[decision.outcome];
  if (facts.action === 'cancel') return CANCELS;
  if (facts.action === 'est') return CHOSEN;
  if (facts.action === 'renew' || facts.action === 'transition' || facts.legacyInstruction) return RENEWS;
  if (facts.autoRenew) return RENEWS;
  return estEligible(facts, est) ? DRIFTS : LAPSES;
}
