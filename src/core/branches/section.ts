/** A part of the scenario that is taken apart into named assumptions. */
import type { ScenarioProblem } from '../scenario/decoders.ts';
import type { AssumptionPath } from '../scenario/notes.ts';
import type { Scenario } from '../scenario/scenario.ts';

/**
 * What stands at each path; undefined: nothing does. New elements of lists come in their order. A section knows the type of its
 * values; everybody else only moves them.
 */
export type Settings = ReadonlyMap<AssumptionPath, unknown>;

/** An edit of a part of the scenario: what it holds, and the scenario with another one in its place. */
export interface Place<T> {
  get(scenario: Scenario): T;
  set(scenario: Scenario, value: T): Scenario;
}

export interface Section {
  /** The beginning of its paths. */
  readonly name: string;
  /** Everything that it holds, in its order. */
  all(scenario: Scenario): Settings;
  /** What leads from one scenario to the other. */
  changes(before: Scenario, after: Scenario): Settings;
  /** The scenario with settings of this section. */
  apply(scenario: Scenario, settings: Settings): Scenario;
  /** A value as a scenario file holds it. */
  write(path: AssumptionPath, value: unknown): unknown;
  /** A value of a file; undefined, with a problem noted, for one that cannot stand at the path. */
  read(path: AssumptionPath, keys: readonly string[], value: unknown, problems: ScenarioProblem[]): unknown;
}

/** The values that two scenarios hold at the paths of a section: what differs. */
export function changesBetween(
  before: Settings,
  after: Settings,
  isSame: (a: unknown, b: unknown) => boolean,
): Settings {
  const changes = new Map<AssumptionPath, unknown>();
  for (const path of before.keys()) if (!after.has(path)) changes.set(path, undefined);
  for (const [path, value] of after) if (!isSame(before.get(path), value)) changes.set(path, value);
  return changes;
}
