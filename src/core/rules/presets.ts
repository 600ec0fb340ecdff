/** Rule books as a whole: what the book says today, what it said on another day, and what would be under another uplift. */
import { type Day, parseDay } from '../days.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { RULE_VALUES, type RuleKey, isSameValue, latestValue, scenarioValue, valueOn } from './values.ts';

export type PresetKey = 'today' | 'february2026' | 'uplift5';

export interface RulePreset {
  readonly key: PresetKey;
  /** A value for every key. */
  readonly values: ReadonlyMap<RuleKey, string>;
}

/** The first day of that month, on which EST prices were previewed and enforcement had not been moved yet. */
const FEBRUARY: Day = parseDay('2026-02-01') ?? 0;

const TODAY = valuesBy((one) => latestValue(one).value);

/** Presets of the book itself. */
export const RULE_PRESETS: readonly RulePreset[] = [
  { key: 'today', values: TODAY },
  { key: 'february2026', values: valuesBy((one) => valueOn(one, FEBRUARY).value) },
  // List rows would hide the other uplift wherever a list states an EST price.
  { key: 'uplift5', values: new Map<RuleKey, string>([...TODAY, ['upliftMonthly', '0.05'], ['listRows', 'ignore']]) },
];

function valuesBy(value: (one: (typeof RULE_VALUES)[number]) => string): ReadonlyMap<RuleKey, string> {
  return new Map(RULE_VALUES.map((one) => [one.key, value(one)]));
}

/** Whether a scenario has every value that a preset names. */
export function isInForce(values: ReadonlyMap<RuleKey, string>, scenario: Pick<Scenario, 'est' | 'rules'>): boolean {
  return RULE_VALUES.every((one) => {
    const wanted = values.get(one.key);
    return wanted === undefined || isSameValue(one, wanted, scenarioValue(scenario, one.key));
  });
}

/** The values of a scenario that are not what the book says today. */
export function valuesApart(scenario: Pick<Scenario, 'est' | 'rules'>): ReadonlyMap<RuleKey, string> {
  const apart = RULE_VALUES.filter(
    (one) => !isSameValue(one, latestValue(one).value, scenarioValue(scenario, one.key)),
  );
  return new Map(apart.map(({ key }) => [key, scenarioValue(scenario, key)]));
}
