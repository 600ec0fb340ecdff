/** Scenarios to scenario files: every value is written out, so that a file says all that it means. */
import { compareCodeUnits } from '../compare-text.ts';
import { dayToText } from '../days.ts';
import type { Overrides } from '../overrides/override.ts';
import { SCENARIO_SCHEMA } from './read.ts';
import type { Clause, Scenario } from './scenario.ts';

/** The JSON text of a scenario; `readScenario` gives an equal scenario back. */
export function writeScenario({ name, est, priceChanges, decisions, margin, clauses, overrides }: Scenario): string {
  const document = {
    schema: SCENARIO_SCHEMA,
    name,
    est: {
      ...est,
      eligibleStartFrom: dayToText(est.eligibleStartFrom),
      eligibleEndFrom: dayToText(est.eligibleEndFrom),
    },
    priceChanges: priceChanges.map((change) => ({ ...change, from: dayToText(change.from) })),
    decisions,
    margin: {
      ...margin,
      customers: Object.fromEntries(margin.customers),
      subscriptions: Object.fromEntries(margin.subscriptions),
    },
    clauses: Object.fromEntries([...clauses].map(([id, clause]) => [id, clauseDocument(clause)])),
    ...(overrides.size === 0 ? {} : { overrides: overrideList(overrides) }),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function clauseDocument({ priceLockUntil, noticeGiven, ...rest }: Clause): object {
  return {
    ...rest,
    ...(priceLockUntil === undefined ? {} : { priceLockUntil: dayToText(priceLockUntil) }),
    ...(noticeGiven === undefined ? {} : { noticeGiven: dayToText(noticeGiven) }),
  };
}

/** One entry a cell, in the order of ids and columns: the same overrides give the same text. */
function overrideList(overrides: Overrides): readonly object[] {
  const byKey = <T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] =>
    [...map].sort(([one], [other]) => compareCodeUnits(one, other));
  return byKey(overrides).flatMap(([subscriptionId, row]) =>
    byKey(row).map(([column, { value, author, at, reason }]) => ({
      subscriptionId,
      column,
      value,
      author,
      at,
      reason,
    })),
  );
}
