/** What compared scenarios say differently: one row for each assumption, with the words of each scenario. */
import type { Format } from '../../core/format.ts';
import type { AssumptionPath } from '../../core/scenario/notes.ts';
import { scenarioWords } from '../../core/text/en/scenario-words.ts';
import type { NamedScenario } from '../../sim/compare/types.ts';
import { differencesBetween } from '../scenarios/differences.ts';
import type { Names } from '../scenarios/names.ts';

export interface SaidRow {
  readonly group: string;
  readonly name: string;
  /** One for each scenario. */
  readonly values: readonly string[];
}

export interface SaidDifferently {
  readonly rows: readonly SaidRow[];
  /** Whether some are left out: groups are cut where they are long. */
  readonly isCut: boolean;
}

/** @param reference place of the scenario that the others are held against */
export function saidDifferently(
  scenarios: readonly NamedScenario[],
  reference: number,
  names: Names,
  format: Format,
): SaidDifferently {
  const base = scenarios[reference];
  const rows = new Map<AssumptionPath, { group: string; name: string; before: string; own: Map<number, string> }>();
  const order: readonly string[] = Object.values(scenarioWords.groups);
  let isCut = false;
  for (const [place, { scenario }] of scenarios.entries()) {
    if (!base || place === reference) continue;
    for (const { title, lines, count } of differencesBetween(base.scenario, scenario, names, format)) {
      if (lines.length < count) isCut = true;
      for (const { path, name, before, after } of lines) {
        const row = rows.get(path) ?? { group: title, name, before, own: new Map<number, string>() };
        rows.set(path, row);
        row.own.set(place, after);
      }
    }
  }
  const all = [...rows.values()].map(({ group, name, before, own }) => ({
    ...{ group, name },
    values: scenarios.map((_, place) => own.get(place) ?? before),
  }));
  return { rows: all.sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group)), isCut };
}
