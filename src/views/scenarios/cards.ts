/** Every assumption of a scenario as a card. */
import { SECTIONS } from '../../core/branches/sections.ts';
import type { Format } from '../../core/format.ts';
import type { AssumptionNote, AssumptionPath } from '../../core/scenario/notes.ts';
import type { Scenario } from '../../core/scenario/scenario.ts';
import { scenarioWords as text } from '../../core/text/en/scenario-words.ts';
import type { Names } from './names.ts';
import { type WordGroup, groupOf, nameOf, valueOf } from './words.ts';

export interface AssumptionCard {
  readonly path: AssumptionPath;
  readonly group: WordGroup;
  readonly name: string;
  /** As the section of the path knows it. */
  readonly value: unknown;
  readonly words: string;
  /** What the parent says, in words; undefined: the same. */
  readonly parent: string | undefined;
  readonly note: AssumptionNote;
}

/** Notes are on the cards themselves, and cells that were changed are read in the portfolio. */
const NO_CARDS: ReadonlySet<string> = new Set(['meta', 'overrides']);

/** @param parent what the scenario comes from */
export function cardsOf(scenario: Scenario, parent: Scenario, names: Names, format: Format): readonly AssumptionCard[] {
  const cards = SECTIONS.filter(({ name }) => !NO_CARDS.has(name)).flatMap((section) => {
    const differs = section.changes(parent, scenario);
    const formerly = differs.size > 0 ? section.all(parent) : new Map<AssumptionPath, unknown>();
    return [...section.all(scenario)].map(([path, value]) => ({
      path,
      group: groupOf(path),
      name: nameOf(path, names, format),
      value,
      words: valueOf(path, value, format),
      parent: differs.has(path) ? valueOf(path, formerly.get(path), format) : undefined,
      note: scenario.meta.get(path) ?? {},
    }));
  });
  const order = Object.keys(text.groups);
  return cards.sort((one, other) => order.indexOf(one.group) - order.indexOf(other.group));
}
