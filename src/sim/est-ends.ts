/** What ends an EST (spec §4): a bridge, or in EST already a decision or a scheduled action at its term end. */
import type { Day } from '../core/days.ts';
import type { Decision, EstAssumptions } from '../core/scenario/scenario.ts';
import type { Subscription } from './book.ts';
import type { Verdict } from './outcomes.ts';
import type { Ends } from './span.ts';

/** The decision about a subscription, where it is what decides its outcome or the length of its EST. */
export function decidingOf({ outcome, rule }: Verdict, decision: Decision | undefined): Decision | undefined {
  return rule === 'decision' || outcome === 'in-est' ? decision : undefined;
}

/** What ends the EST of a subscription; a decision's bridge replaces the scenario's where it decides. */
export function endsOf(
  subscription: Subscription,
  verdict: Verdict,
  decision: Decision | undefined,
  { est, asOf }: { readonly est: EstAssumptions; readonly asOf: Day },
): Ends {
  const bridgeDays = decidingOf(verdict, decision)?.bridgeDays ?? est.bridgeDays ?? undefined;
  const ends = verdict.outcome === 'in-est' && endsRunningEst(subscription, decision);
  return { bridgeDays, end: ends ? Math.max(subscription.termEnd + 1, asOf) : undefined };
}

/** A decision to renew or cancel, or without any decision what is scheduled, ends a running EST at its term end. */
export function endsRunningEst({ action, legacyInstruction }: Subscription, decision: Decision | undefined): boolean {
  if (decision) return decision.outcome !== 'est';
  return (
    action === 'cancel' || action === 'renew' || action === 'transition' || (action === 'none' && legacyInstruction)
  );
}

/** Whether an outcome has days in EST. */
export function hasEst({ outcome }: Verdict): boolean {
  return outcome === 'est-drift' || outcome === 'est-chosen' || outcome === 'in-est';
}
