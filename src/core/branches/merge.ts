/** Two scenarios that come from one, made into one again. */
import { compareCodeUnits } from '../compare-text.ts';
import type { AssumptionPath } from '../scenario/notes.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type ScenarioDiff, applyDiff, diffScenarios } from './diff.ts';
import { sectionName } from './path.ts';
import { canonicalText } from './same.ts';

/** Both have changed the same assumption, to different things. Undefined: taken away, or not there before. */
export interface MergeConflict {
  readonly path: AssumptionPath;
  readonly ours: unknown;
  readonly theirs: unknown;
}

export type MergeSide = 'ours' | 'theirs';

export interface Merged {
  /** What both changed, and what was chosen; where nothing was chosen, as in the base. Its name is the base's. */
  readonly scenario: Scenario;
  /** What leads to it from the base. */
  readonly diff: ScenarioDiff;
  /** What nobody has decided yet. */
  readonly conflicts: readonly MergeConflict[];
}

/**
 * The base with the changes of both. Which of the two comes first makes no difference but in `choices`, which decide conflicts by
 * their paths.
 */
export function mergeScenarios(
  base: Scenario,
  ours: Scenario,
  theirs: Scenario,
  choices: ReadonlyMap<AssumptionPath, MergeSide> = new Map(),
): Merged {
  const [one, other] = [diffScenarios(base, ours), diffScenarios(base, theirs)];
  const diff = new Map<AssumptionPath, unknown>();
  const conflicts: MergeConflict[] = [];
  for (const path of pathsOfBoth(one, other)) {
    const [mine, yours] = [one.get(path), other.get(path)];
    if (!other.has(path)) diff.set(path, mine);
    else if (!one.has(path)) diff.set(path, yours);
    else if (meaning(path, mine) === meaning(path, yours)) diff.set(path, latest(mine, yours));
    else if (choices.has(path)) diff.set(path, choices.get(path) === 'ours' ? mine : yours);
    else conflicts.push({ path, ours: mine, theirs: yours });
  }
  return { scenario: applyDiff(base, diff), diff, conflicts };
}

/** New elements of lists come one side after the other, whichever side is called ours. */
function pathsOfBoth(one: ScenarioDiff, other: ScenarioDiff): ReadonlySet<AssumptionPath> {
  const sides = [one, other].map((diff) => ({ paths: [...diff.keys()], text: canonicalText([...diff]) }));
  sides.sort((a, b) => compareCodeUnits(a.text, b.text));
  return new Set(sides.flatMap(({ paths }) => paths));
}

/** Who said something, when and why, is no part of what was said. */
function meaning(path: AssumptionPath, value: unknown): string {
  const section = sectionName(path);
  if ((section !== 'overrides' && section !== 'decisions') || typeof value !== 'object') return canonicalText(value);
  return canonicalText({ ...value, author: undefined, at: undefined, reason: undefined });
}

/** Of two values that mean the same one, whichever side is called ours. */
function latest(one: unknown, other: unknown): unknown {
  return canonicalText(one) > canonicalText(other) ? one : other;
}
