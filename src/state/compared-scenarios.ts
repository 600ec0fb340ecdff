/** Which scenarios the user put side by side, by their ids; before any choice nothing is said. */
import { type BranchParts, branchesOf, type NamedScenario, scenariosOf } from './branches.ts';
import { isFields, texts } from './stored-parts.ts';

export interface ComparedScenarios {
  readonly chosen?: readonly string[];
  /** The one that the others are held against. */
  readonly reference?: string;
}

/** As it was stored; what is not a choice counts as none. */
export function readCompared(value: unknown): ComparedScenarios {
  if (!isFields(value)) return {};
  const { chosen, reference } = value;
  return {
    ...(Array.isArray(chosen) && { chosen: texts(chosen) }),
    ...(typeof reference === 'string' && { reference }),
  };
}

/** How many stand side by side at most, and before any choice. */
const MOST = 6;
const USUAL = 3;

/** The branches that the user compares, in the order of the tree; before any choice the first few. */
export function comparedOf(parts: BranchParts & { readonly compared: ComparedScenarios }): readonly NamedScenario[] {
  const scenarios = scenariosOf(parts);
  const branches = branchesOf(parts).flatMap(({ id, name }): readonly NamedScenario[] => {
    const scenario = scenarios.get(id);
    return scenario ? [{ id, name, scenario }] : [];
  });
  const { chosen } = parts.compared;
  return chosen ? branches.filter(({ id }) => chosen.includes(id)).slice(0, MOST) : branches.slice(0, USUAL);
}
