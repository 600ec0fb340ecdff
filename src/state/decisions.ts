/** Lists of decisions: one about a single subscription replaces the last one about it. */
import { idKey } from '../core/ids.ts';
import type { Decision } from '../core/scenario/scenario.ts';
import type { SeatEvidence, SeatUsage } from '../sim/exits/types.ts';

type Decisions = readonly Decision[];

/** The decisions with others about single subscriptions in place of what was decided about these before. */
export function withDecisions(decisions: Decisions, more: Decisions): Decisions {
  const ids = more.flatMap(({ match }) => match.subscriptionId ?? []);
  return [...withoutDecisions(decisions, ids), ...more];
}

/** The decisions without those about single subscriptions of these ids. */
export function withoutDecisions(decisions: Decisions, ids: readonly string[]): Decisions {
  const about = new Set(ids.map(idKey));
  return decisions.filter((decision) => !isAboutOne(decision, about));
}

/** The decision about a single subscription; one about several of them is none. */
export function decisionAbout(decisions: Decisions, id: string): Decision | undefined {
  const about = new Set([idKey(id)]);
  return decisions.findLast((decision) => isAboutOne(decision, about));
}

/** The decisions about single subscriptions, the last of each, by its id as it is matched. */
export function decisionsById(decisions: Decisions): ReadonlyMap<string, Decision> {
  return new Map(
    decisions.flatMap((decision) => {
      const { subscriptionId, ...rest } = decision.match;
      const isOne = subscriptionId !== undefined && Object.keys(rest).length === 0;
      return isOne ? [[idKey(subscriptionId), decision] as const] : [];
    }),
  );
}

function isAboutOne({ match }: Decision, ids: ReadonlySet<string>): boolean {
  const { subscriptionId, ...rest } = match;
  return subscriptionId !== undefined && Object.keys(rest).length === 0 && ids.has(idKey(subscriptionId));
}

/** What licence usage says, by the subscription's id as it is matched. */
export function evidenceById(usage: SeatUsage | undefined): ReadonlyMap<string, SeatEvidence> {
  return new Map((usage?.evidence ?? []).map((one) => [one.id, one]));
}

/** The same changes under ids as they are matched. */
export function byIdKey<T>(changes: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...changes].map(([id, value]) => [idKey(id), value]));
}
