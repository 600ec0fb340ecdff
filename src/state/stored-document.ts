/** The document on its way to and from the store. What an older or another build wrote is validated, never trusted. */
import { readScenario } from '../core/scenario/read.ts';
import { writeScenario } from '../core/scenario/write.ts';
import { DOCUMENT_VERSION, type Json, type StoredDocument } from '../storage/document.ts';
import { readAnswer, writeAnswer } from './sheet-answers.ts';
import { EMPTY_DOCUMENT, type WorkbookDocument } from './document.ts';

export function toStored(document: WorkbookDocument): StoredDocument {
  const { name, asOf, horizonMonths, scenario, answers, widths, shownExtras } = document;
  return {
    version: DOCUMENT_VERSION,
    name,
    asOf,
    horizonMonths,
    scenario: writeScenario(scenario),
    mappings: new Map([...answers].map(([hash, answer]) => [hash, writeAnswer(answer)])),
    views: new Map<string, Json>([...widths, [SHOWN_EXTRAS, shownExtras]]),
  };
}

/** Whether two documents say the same. */
export function isSameDocument(one: StoredDocument, other: StoredDocument): boolean {
  return textOf(one) === textOf(other);
}

function textOf(document: StoredDocument): string {
  return JSON.stringify({ ...document, mappings: [...document.mappings], views: [...document.views] });
}

/** Parts that this build cannot read fall back to their defaults. */
export function fromStored(stored: StoredDocument): WorkbookDocument {
  const scenario = readScenario(stored.scenario);
  const answers = [...stored.mappings].flatMap(([hash, json]) => {
    const answer = readAnswer(json);
    return answer ? [[hash, answer] as const] : [];
  });
  return {
    name: stored.name,
    asOf: stored.asOf,
    horizonMonths: stored.horizonMonths,
    scenario: scenario.ok ? scenario.value : EMPTY_DOCUMENT.scenario,
    answers: new Map(answers),
    widths: new Map([...stored.views].flatMap(([grid, json]) => widthsOf(grid, json))),
    shownExtras: textsOf(stored.views.get(SHOWN_EXTRAS)),
  };
}

/** Name of the view setting. */
const SHOWN_EXTRAS = 'portfolio-extras';

function textsOf(json: Json | undefined): readonly string[] {
  return Array.isArray(json) ? json.filter((text): text is string => typeof text === 'string') : [];
}

function widthsOf(grid: string, json: Json): (readonly [string, Readonly<Record<string, number>>])[] {
  if (json === null || typeof json !== 'object' || Array.isArray(json)) return [];
  const widths = Object.entries(json).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  return [[grid, Object.fromEntries(widths)]];
}
