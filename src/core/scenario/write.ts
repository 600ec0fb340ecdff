/** Scenarios to scenario files: every value is written out, so that a file says all that it means. */
import { compareCodeUnits } from '../compare-text.ts';
import { type Day, dayToText } from '../days.ts';
import type { Overrides } from '../overrides/override.ts';
import { azureDocument } from './read-azure.ts';
import { SCENARIO_SCHEMA } from './read.ts';
import { DEFAULT_RULES } from './defaults.ts';
import type { AssumptionNote } from './notes.ts';
import type { Clause, EstAssumptions, RuleSettings, Scenario } from './scenario.ts';

/**
 * The JSON text of a scenario; `readScenario` gives an equal scenario back.
 * @param parent what the scenario that it comes from is called; the file says everything all the same
 */
export function writeScenario(scenario: Scenario, parent?: string): string {
  const { name, est, priceChanges, decisions, margin, clauses, overrides } = scenario;
  const document = {
    schema: SCENARIO_SCHEMA,
    name,
    ...(parent === undefined ? {} : { parent }),
    est: estDocument(est),
    priceChanges: priceChanges.map(datedDocument),
    decisions,
    margin: {
      ...margin,
      customers: Object.fromEntries(margin.customers),
      subscriptions: Object.fromEntries(margin.subscriptions),
    },
    clauses: Object.fromEntries([...clauses].map(([id, clause]) => [id, clauseDocument(clause)])),
    ...(overrides.size === 0 ? {} : { overrides: overrideList(overrides) }),
    ...laterKeys(scenario),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** Keys that later versions added: written only where they say something. */
function laterKeys({ rules, fx, uncertainty, azure, meta }: Scenario): object {
  const shocks = fx.shocks.map(datedDocument);
  const saysFx = fx.shocks.length > 0 || fx.rates.length > 0 || fx.reporting !== undefined;
  const saysAzure = azureDocument(azure);
  const notes = [...meta].map(([path, note]) => [path, noteDocument(note)]);
  return {
    ...(isSame(rules, DEFAULT_RULES) ? {} : { rules }),
    ...(saysFx ? { fx: { ...fx, shocks } } : {}),
    ...(uncertainty ? { uncertainty } : {}),
    ...(saysAzure ? { azure: saysAzure } : {}),
    ...(meta.size > 0 ? { meta: Object.fromEntries(notes) as object } : {}),
  };
}

function isSame(one: RuleSettings, other: RuleSettings): boolean {
  return one.refundDayCount === other.refundDayCount && one.promotionAtRenewal === other.promotionAtRenewal;
}

/** The EST values as a scenario file holds them. */
export function estDocument(est: EstAssumptions): object {
  return {
    ...est,
    eligibleStartFrom: dayToText(est.eligibleStartFrom),
    eligibleEndFrom: dayToText(est.eligibleEndFrom),
  };
}

/** What holds from a day on, as a scenario file holds it. */
export function datedDocument(value: { readonly from: Day }): object {
  return { ...value, from: dayToText(value.from) };
}

/** A note of an assumption as a scenario file holds it. */
export function noteDocument({ on, ...note }: AssumptionNote): object {
  return { ...note, ...(on === undefined ? {} : { on: dayToText(on) }) };
}

/** A clause as a scenario file holds it. */
export function clauseDocument({ priceLockUntil, noticeGiven, ...rest }: Clause): object {
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
