/** Which scenarios are compared, and against which. */
import type { Scenario } from '../../core/scenario/scenario.ts';
import type { NamedScenario } from '../../sim/compare/types.ts';

/** A scenario that can be compared: a branch, or what a branch would be if. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly scenario: Scenario;
}

/** How many stand side by side; as `sim/compare` has it. */
export const LEAST = 2;
export const MOST = 6;
/** How many are compared before the user has chosen. */
const FIRST_CHOICE = 3;

export interface Choice {
  /** Ids, in the order of the candidates. */
  readonly chosen: readonly string[];
  /** Id of the one that the others are held against. */
  readonly reference: string;
}

/** What the user chose, as far as it is still there; the first few branches before any choice, with a preset when there is one branch. */
export function soundChoice(
  branches: readonly Candidate[],
  presets: readonly Candidate[],
  wanted: Partial<Choice>,
): Choice {
  const all = [...branches, ...presets];
  const usual = [...branches.slice(0, FIRST_CHOICE), ...(branches.length === 1 ? presets.slice(0, 1) : [])];
  const asked = wanted.chosen ? all.filter(({ id }) => wanted.chosen?.includes(id)) : usual;
  const chosen = asked.slice(0, MOST).map(({ id }) => id);
  const reference = chosen.find((id) => id === wanted.reference) ?? chosen[0] ?? '';
  return { chosen, reference };
}

/** The choice with one more or one less. */
export function toggledChoice(choice: Choice, id: string, on: boolean): Choice {
  const others = choice.chosen.filter((one) => one !== id);
  return { ...choice, chosen: on ? [...others, id] : others };
}

/** The chosen scenarios in the order of the candidates. */
export function chosenScenarios(candidates: readonly Candidate[], { chosen }: Choice): readonly NamedScenario[] {
  return candidates.filter(({ id }) => chosen.includes(id)).map(({ id, name, scenario }) => ({ id, name, scenario }));
}

/** Whether two lists of scenarios give the same comparison: the same scenarios under the same names. */
export function sameScenarios(a: readonly NamedScenario[], b: readonly NamedScenario[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ id, name, scenario }, at) => {
      const other = b[at];
      return other?.id === id && other.name === name && other.scenario === scenario;
    })
  );
}
