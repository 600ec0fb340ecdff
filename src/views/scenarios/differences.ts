/** The differences between two scenarios as groups of lines. */
import { diffScenarios } from '../../core/branches/diff.ts';
import { sectionOf } from '../../core/branches/sections.ts';
import type { Settings } from '../../core/branches/section.ts';
import type { Format } from '../../core/format.ts';
import type { AssumptionPath } from '../../core/scenario/notes.ts';
import type { Scenario } from '../../core/scenario/scenario.ts';
import { scenarioWords as text } from '../../core/text/en/scenario-words.ts';
import type { Names } from './names.ts';
import { type WordGroup, groupOf, nameOf, valueOf } from './words.ts';

export interface DifferenceLine {
  readonly path: AssumptionPath;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

export interface DifferenceGroup {
  readonly key: WordGroup;
  readonly title: string;
  /** At most `MOST_LINES`. */
  readonly lines: readonly DifferenceLine[];
  /** How many there are. */
  readonly count: number;
}

/** Longer groups are cut: a hundred thousand changed cells are read in the portfolio. */
export const MOST_LINES = 200;

/** Everything that two scenarios say, each section read once and only when something in it differs. */
function lookup(scenario: Scenario): (path: AssumptionPath) => unknown {
  const read = new Map<string, Settings>();
  return (path) => {
    const section = sectionOf(path);
    if (!section) return undefined;
    const settings = read.get(section.name) ?? section.all(scenario);
    read.set(section.name, settings);
    return settings.get(path);
  };
}

/** What one scenario says and the other says instead, in words. */
export function differencesBetween(
  before: Scenario,
  after: Scenario,
  names: Names,
  format: Format,
): readonly DifferenceGroup[] {
  const diff = diffScenarios(before, after);
  const beforeOf = lookup(before);
  const groups = new Map<WordGroup, AssumptionPath[]>();
  for (const path of diff.keys()) {
    const group = groups.get(groupOf(path));
    if (group) group.push(path);
    else groups.set(groupOf(path), [path]);
  }
  const inOrder = (Object.keys(text.groups) as WordGroup[]).filter((key) => groups.has(key));
  return inOrder.map((key) => {
    const paths = groups.get(key) ?? [];
    const lines = paths.slice(0, MOST_LINES).map((path) => ({
      path,
      name: nameOf(path, names, format),
      before: valueOf(path, beforeOf(path), format),
      after: valueOf(path, diff.get(path), format),
    }));
    return { key, title: text.groups[key], lines, count: paths.length };
  });
}
