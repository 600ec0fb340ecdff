/** A JSON file: a scenario, or items of a known shape, read as the rows of a sheet. */
import type { Scenario } from '../core/scenario/scenario.ts';
import { CUSTOMERS_JSON } from './formats/customers/json.ts';
import { type JsonFormat, extraKeys } from './formats/json-format.ts';
import { PROMOTIONS } from './formats/promotions/format.ts';
import { importScenario, isScenario } from './formats/scenario/read.ts';
import { SUBSCRIPTIONS } from './formats/subscriptions/format.ts';
import { type JsonObject, type JsonValue, parseJson } from './read/json.ts';
import { hasNextPage, isObject, itemsOf, textOf } from './read/json-access.ts';
import type { NamedOutcome } from './read-workbook.ts';
import { Findings } from './sheet/findings.ts';
import { type SheetContext, type SheetOutcome, readPlanned } from './sheet/read-planned.ts';
import type { SheetPlan } from './sheet/plan.ts';

const JSON_FORMATS: readonly JsonFormat[] = [PROMOTIONS, SUBSCRIPTIONS, CUSTOMERS_JSON];

/** Items looked at to recognise a file. */
const SAMPLE_ITEMS = 50;

export type JsonOutcome =
  NamedOutcome | { readonly state: 'scenario'; readonly scenario: Scenario; readonly findings: Findings };

export async function readJson(file: string, text: string, context: SheetContext): Promise<JsonOutcome> {
  const documents = parseJson(text);
  if (isScenario(documents)) return scenarioOutcome(file, text);
  const items = itemsOf(documents);
  const format = JSON_FORMATS.find((candidate) => items.slice(0, SAMPLE_ITEMS).some((item) => candidate.matches(item)));
  if (!format) return notRecognised(file, documents);
  const outcome = await readItems(file, format, documents, items, context);
  if (hasNextPage(documents)) outcome.findings.add('warning', 'one-page-only');
  return outcome;
}

function scenarioOutcome(file: string, text: string): JsonOutcome {
  const findings = new Findings(file);
  const scenario = importScenario(text, findings);
  return scenario ? { state: 'scenario', scenario, findings } : { state: 'refused', kind: 'scenario', findings };
}

function notRecognised(file: string, documents: readonly JsonValue[]): JsonOutcome {
  const findings = new Findings(file);
  const first = itemsOf(documents)[0] ?? documents[0];
  const found = isObject(first) ? `items with the keys ${[...first.keys()].slice(0, 30).join(', ')}` : 'no items';
  const wanted = [...JSON_FORMATS.map(({ sheet }) => sheet.title), 'scenario (schema termwise/scenario@1)'].join('; ');
  findings.add('error', 'not-recognised', {}, { wanted, found });
  return { state: 'refused', kind: 'unknown', findings };
}

/** Items as rows of texts; a row's line is the item's position in the file. */
async function readItems(
  file: string,
  format: JsonFormat,
  documents: readonly JsonValue[],
  items: readonly JsonObject[],
  context: SheetContext,
): Promise<SheetOutcome> {
  const { fields } = format.sheet;
  const extras = extraKeys(items, format.usedKeys);
  const shared = format.contextOf?.(documents) ?? '';
  const rows: string[][] = [];
  const lines: number[] = [];
  let skipped = 0;
  for (const [i, item] of items.entries()) {
    const found = format.rowsOf(item, shared);
    if (found.length === 0) skipped++;
    for (const cells of found) {
      rows.push([...fields.map(({ name }) => cells[name] ?? ''), ...extras.map((key) => textOf(item.get(key)))]);
      lines.push(i + 1);
    }
  }
  const open = () => ({ rows: batch(rows, lines), notes: { badQuotes: [] } });
  const plan = planByPosition(format, extras);
  const outcome = await readPlanned(
    { file, open },
    { format: format.sheet, plan, answer: {}, hash: '', at: -1 },
    context,
  );
  return skipped > 0 ? withSkipped(outcome, skipped) : outcome;
}

async function* batch(rows: readonly (readonly string[])[], lines: readonly number[]) {
  yield await Promise.resolve({ rows, lines });
}

function planByPosition({ sheet: { fields } }: JsonFormat, extras: readonly string[]): SheetPlan {
  return {
    fields,
    header: [...fields.map(({ label }) => label), ...extras],
    sources: new Map(fields.map(({ name }, index) => [name, { index }])),
    extras: extras.map((key, i) => ({ index: fields.length + i, name: `x:${key}` })),
    duplicates: [],
  };
}

function withSkipped(outcome: SheetOutcome, items: number): SheetOutcome {
  outcome.findings.add('info', 'items-skipped', {}, { rows: items });
  if (outcome.state !== 'read') return outcome;
  const { read, skipped } = outcome.ledger;
  return { ...outcome, ledger: { ...outcome.ledger, read: read + items, skipped: skipped + items } };
}
