/** What changes on a card, as steps of the workbook. */
import { applyDiff } from '../../core/branches/diff.ts';
import type { AssumptionNote } from '../../core/scenario/notes.ts';
import type { Scenario } from '../../core/scenario/scenario.ts';
import { scenariosText } from '../../core/text/en/scenarios.ts';
import type { Command } from '../../state/document.ts';
import type { AssumptionCard } from './cards.ts';

const text = scenariosText.cards;

/** Another value in place of the card's. */
export function setValue(scenario: Scenario, { path, name }: AssumptionCard, value: unknown): Command {
  const change = applyDiff(scenario, new Map([[path, value]]));
  return { kind: 'set-assumptions', change, what: text.valueStep(name) };
}

/** Another note in place of the card's; one that says nothing goes. */
export function setNote(
  scenario: Scenario,
  { path, name, note }: AssumptionCard,
  change: { readonly [K in keyof AssumptionNote]: AssumptionNote[K] | undefined },
): Command {
  const said = Object.entries({ ...note, ...change }).filter(([, value]) => value !== undefined && value !== '');
  const meta = new Map(scenario.meta);
  if (said.length === 0) meta.delete(path);
  else meta.set(path, Object.fromEntries(said));
  return { kind: 'set-assumptions', change: { meta }, what: text.noteStep(name), mergeKey: `note ${path}` };
}
