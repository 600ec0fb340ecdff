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
  return new Map(SECTIONS.flatMap((section) => [...section.changes(parent, child)]));
}

/** The scenario with differences laid over it; it keeps its name. Differences of unknown assumptions are passed over. */
export function applyDiff(scenario: Scenario, diff: ScenarioDiff): Scenario {
  if (diff.size === 0) return scenario;
  const bySection = new Map<string, Map<AssumptionPath, unknown>>();
  for (const [path, value] of diff) {
    const name = sectionName(path);
    const settings = bySection.get(name);
    if (settings) settings.set(path, value);
    else bySection.set(name, new Map([[path, value]]));
  }
  return SECTIONS.reduce((result, section) => {
    const settings = bySection.get(section.name);
    return settings ? section.apply(result, settings) : result;
  }, scenario);
}

/** Whether two scenarios say the same; names do not matter. */
export function isSameScenario(one: Scenario, other: Scenario): boolean {
  return one === other || SECTIONS.every((section) => section.changes(one, other).size === 0);
}
