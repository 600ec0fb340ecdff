/** The card on which an assumption is kept, by the name that it has there. */
import { SECTIONS } from '../branches/sections.ts';
import type { AssumptionNote, AssumptionPath } from '../scenario/notes.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Assumption } from './assumption.ts';

type Named = Pick<Assumption, 'path' | 'subject'>;

/** Undefined where the card is about more than this number: clauses, first days, as-of and horizon. */
export function cardPath({ path, subject }: Named, scenario: Scenario): AssumptionPath | undefined {
  if (subject.kind === 'clause') return undefined;
  if (subject.kind === 'price' && subject.key !== 'value') return undefined;
  if (subject.kind === 'fx' && subject.key !== 'percent') return undefined;
  return settingCard({ path, subject }, scenario);
}

/** The card on which the number is set, also where it is about more than this number; undefined: as-of and horizon have none. */
export function settingCard({ path, subject }: Named, scenario: Scenario): AssumptionPath | undefined {
  switch (subject.kind) {
    case 'est':
      return path;
    case 'margin':
    case 'clause':
      return path.slice(0, path.lastIndexOf('.'));
    case 'price':
      return elementPath('priceChanges', subject.place, scenario);
    case 'fx':
      return elementPath('fx.shocks', subject.place, scenario);
    case 'decision':
      return elementPath('decisions', subject.place, scenario);
    case 'window':
      return undefined;
  }
}

/** What the card says; a card of the number's own name goes first. */
export function noteOf(assumption: Assumption, scenario: Scenario): AssumptionNote | undefined {
  const { meta } = scenario;
  const own = meta.get(assumption.path);
  if (own || meta.size === 0) return own;
  const card = cardPath(assumption, scenario);
  return card === undefined ? undefined : meta.get(card);
}

function elementPath(name: string, place: number, scenario: Scenario): AssumptionPath | undefined {
  const section = SECTIONS.find((one) => one.name === name);
  return section && [...section.all(scenario).keys()][place];
}
