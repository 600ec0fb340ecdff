/** Decisions of a scenario from ways that were chosen. */
import type { Decision } from '../../core/scenario/scenario.ts';
import type { WayChoice } from '../../sim/exits/types.ts';

/** Who decides, when and why; empty texts are left out. */
export interface DecidedBy {
  readonly author: string;
  /** UTC, `2026-11-26T08:30:00Z`. */
  readonly at: string;
  readonly reason: string;
}

/** The decision that lets a way happen to one subscription. `bridged`: the scenario ends every EST by itself. */
export function decisionOf(subscriptionId: string, way: WayChoice, by: DecidedBy, bridged: boolean): Decision {
  const { kind, plan, seats, estDays } = way;
  const [termDuration = '', billingPlan = ''] = plan.split('/');
  const renewTo = plan === '' ? {} : { renewTo: { termDuration, billingPlan, quantity: seats } };
  // EST to the end of the window needs a bridge only where the scenario's would end it sooner.
  const bridge = kind === 'est-renew' || (kind === 'est' && bridged) ? { bridgeDays: estDays } : {};
  const outcome = kind === 'renew' ? 'renews' : kind === 'cancel' ? 'cancels' : 'est';
  return {
    match: { subscriptionId },
    outcome,
    ...bridge,
    ...renewTo,
    ...(by.author === '' ? {} : { author: by.author }),
    at: by.at,
    ...(by.reason === '' ? {} : { reason: by.reason }),
  };
}

/** A moment as decisions hold it, without fractions of a second. */
export function momentText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+/, '');
}
