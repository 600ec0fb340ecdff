/** What a missing acceptance blocks. */
import type { Day } from '../../days.ts';
import type { McaDays } from './standing.ts';
import type { Standing } from './types.ts';

/** `billing`: another billing plan or term. */
export const ACTION_KINDS = ['purchase', 'seats', 'upgrade', 'billing', 'renewal'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** The rules by which an action can be blocked; a renewal never is. */
export const BLOCKING_RULES: Readonly<Record<ActionKind, readonly string[]>> = {
  purchase: ['R-130', 'R-137'],
  seats: ['R-130', 'R-137'],
  upgrade: ['R-130', 'R-137'],
  billing: ['R-137'],
  renewal: [],
};

/**
 * Whether a customer's action is blocked.
 * @param standing of the acceptance that counts; undefined: there is none
 * @param effective the day on which the action takes effect
 */
export function isBlocked(
  kind: ActionKind,
  standing: Standing | undefined,
  effective: Day,
  { enforced }: McaDays,
): boolean {
  if (BLOCKING_RULES[kind].length === 0 || standing === 'stands') return false;
  return standing !== 'old' || (enforced !== undefined && effective >= enforced);
}
