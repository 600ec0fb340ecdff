/** What one scenario says differently from another, assumption by assumption. */
import type { AssumptionPath } from '../scenario/notes.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { sectionName } from './path.ts';
import { SECTIONS } from './sections.ts';
import type { Settings } from './section.ts';

/**
 * The differences of a scenario from another one: what stands at each path instead; undefined: what stands there is taken away.
 * The name of a scenario is none.
 */
export type ScenarioDiff = Settings;

export const NO_DIFFERENCE: ScenarioDiff = new Map<AssumptionPath, unknown>();

/** What leads from one scenario to the other; empty when they say the same. */
export function diffScenarios(parent: Scenario, child: Scenario): ScenarioDiff {
  if (parent === child) return NO_DIFFERENCE;
  const diff = new Map<AssumptionPath, unknown>();
  for (const section of SECTIONS) for (const [path, value] of section.changes(parent, child)) diff.set(path, value);
  return diff;
}

/** The scenario with differences laid over it; it keeps its name. Differences of unknown assumptions are passed over. */
export function applyDiff(scenario: Scenario, diff: ScenarioDiff): Scenario {
  if (diff.size === 0) return scenario;
  const settingsOf = bySection(diff);
  return SECTIONS.reduce((result, section) => {
    const settings = settingsOf.get(section.name);
    return settings ? section.apply(result, settings) : result;
  }, scenario);
}

const grouped = new WeakMap<ScenarioDiff, ReadonlyMap<string, Settings>>();

/** The differences of each section, the same objects for the same diff. */
function bySection(diff: ScenarioDiff): ReadonlyMap<string, Settings> {
  const known = grouped.get(diff);
  if (known) return known;
  const groups = new Map<string, Map<AssumptionPath, unknown>>();
  for (const [path, value] of diff) {
    const name = sectionName(path);
    const settings = groups.get(name);
    if (settings) settings.set(path, value);
    else groups.set(name, new Map([[path, value]]));
  }
  grouped.set(diff, groups);
  return groups;
}

/** Whether two scenarios say the same; names do not matter. */
export function isSameScenario(one: Scenario, other: Scenario): boolean {
  return one === other || SECTIONS.every((section) => section.changes(one, other).size === 0);
}
