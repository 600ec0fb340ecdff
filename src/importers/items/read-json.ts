/** A JSON file: a document of our own, or items of a known shape, read as the rows of a sheet. */
import type { DatasetKind } from '../../core/schema/dataset.ts';
import type { DiagnosticCode, MessageParams } from '../../core/text/diagnostics.ts';
import { AGREEMENTS } from '../formats/agreements/format.ts';
import { MANIFEST } from '../formats/manifest/format.ts';
import type { ObligationPack } from '../../core/obligations/rules/types.ts';
import type { Recipe } from '../../core/recipe/recipe.ts';
import type { ScenarioFile } from '../../core/scenario/read.ts';
import { flatItems } from '../../core/text/file-kinds.ts';
import { CUSTOMERS_JSON } from '../formats/customers/json.ts';
import type { JsonFormat } from '../formats/json-format.ts';
import { PROMOTIONS } from '../formats/promotions/format.ts';
import { importObligationPack } from '../formats/obligations/read.ts';
import { importRecipe } from '../formats/recipe/read.ts';
import { importScenario } from '../formats/scenario/read.ts';
import { SUBSCRIPTIONS } from '../formats/subscriptions/format.ts';
import { collectText } from '../read/collect-text.ts';
import { hasNextPage, textAtPath } from '../read/json-access.ts';
import type { JsonObject } from '../read/json.ts';
import type { NamedOutcome } from '../read-workbook.ts';
import { Findings } from '../sheet/findings.ts';
import type { SheetPlan } from '../sheet/plan.ts';
import { type SheetContext, type SheetOutcome, readPlanned } from '../sheet/read-planned.ts';
import { readSheet } from '../sheet/read-sheet.ts';
import { reusingChunks } from './reused-chunks.ts';
import { NAMED_DOCUMENTS, OWN_DOCUMENTS } from './named-documents.ts';
import { flattenUsageDetail, isUsageDetail } from './usage-details.ts';
import { type ItemSource, type Tally, itemRows, newTally, sampleItems, withTally } from './item-rows.ts';
import { type FlatTable, NestedTable, flatTable } from './item-table.ts';

const JSON_FORMATS: readonly JsonFormat[] = [PROMOTIONS, SUBSCRIPTIONS, CUSTOMERS_JSON, AGREEMENTS, MANIFEST];

/** Keys of an unknown item that are named. */
const SHOWN_KEYS = 30;

export type JsonOutcome =
  | NamedOutcome
  | { readonly state: 'scenario'; readonly scenario: ScenarioFile; readonly findings: Findings }
  | { readonly state: 'rules'; readonly rules: ObligationPack; readonly findings: Findings }
  | { readonly state: 'recipe'; readonly recipe: Recipe; readonly findings: Findings };

/** Reads a file of JSON from the stream of its text. Throws a `Refusal` for what is not JSON. */
export async function readJson(
  file: string,
  openText: () => AsyncIterable<string>,
  context: SheetContext,
): Promise<JsonOutcome> {
  const source = await sampleItems(file, openText);
  const { sample, aside } = source;
  const [first] = sample;
  const schema = textAtPath(aside.envelopes[0] ?? first, 'schema');
  if (schema.startsWith('termwise/scenario')) return readScenarioFile(source, openText);
  if (schema.startsWith('termwise/recipe')) return readRecipeFile(source, openText);
  if (schema.startsWith('termwise/obligations')) return readRulesFile(source, openText);
  const named =
    OWN_DOCUMENTS.find((own) => schema.startsWith(own.schema)) ??
    NAMED_DOCUMENTS.find(({ matches }) => first !== undefined && matches(first));
  if (named) return refuse(source, named.kind, 'named-document', { title: named.title });
  const format = JSON_FORMATS.find((candidate) => sample.some((item) => candidate.matches(item)));
  return format ? readNested(source, format, context) : readFlat(source, context);
}

async function readScenarioFile(source: ItemSource, openText: () => AsyncIterable<string>): Promise<JsonOutcome> {
  await source.close();
  const findings = new Findings(source.file);
  const scenario = importScenario(await collectText(openText()), findings);
  return scenario ? { state: 'scenario', scenario, findings } : { state: 'refused', kind: 'scenario', findings };
}

async function readRecipeFile(source: ItemSource, openText: () => AsyncIterable<string>): Promise<JsonOutcome> {
  await source.close();
  const findings = new Findings(source.file);
  const recipe = importRecipe(await collectText(openText()), findings);
  return recipe ? { state: 'recipe', recipe, findings } : { state: 'refused', kind: 'recipe', findings };
}

async function readRulesFile(source: ItemSource, openText: () => AsyncIterable<string>): Promise<JsonOutcome> {
  await source.close();
  const findings = new Findings(source.file);
  const rules = importObligationPack(await collectText(openText()), findings);
  return rules ? { state: 'rules', rules, findings } : { state: 'refused', kind: 'obligation-rules', findings };
}

async function refuse(
  source: ItemSource,
  kind: DatasetKind,
  code: DiagnosticCode,
  params: MessageParams,
): Promise<SheetOutcome> {
  await source.close();
  const findings = new Findings(source.file);
  findings.add('error', code, {}, params);
  return { state: 'refused', kind, findings };
}

/** Reads items again when those behind the sample had keys, or an envelope's end had words, that change the columns. */
async function readNested(source: ItemSource, format: JsonFormat, context: SheetContext): Promise<SheetOutcome> {
  const tally = newTally(source.aside);
  const shared = format.contextOf?.(source.aside.envelopes) ?? '';
  let table = new NestedTable(format, [], shared);
  for (const item of source.sample) table.rowsOf(item);
  table = table.complete(source.aside.envelopes);
  for (;;) {
    const open = () => ({ rows: itemRows(source.open(), table, tally), notes: { badQuotes: [] } });
    const planned = { format: format.sheet, plan: planByPosition(table), answer: {}, hash: '', at: -1 };
    const outcome = await readPlanned({ file: source.file, open }, planned, context);
    const whole = table.complete(tally.aside.envelopes);
    if (whole === table) return concluded(outcome, tally);
    table = whole;
  }
}

function concluded(outcome: SheetOutcome, tally: Tally): SheetOutcome {
  const whole = withTally(outcome, tally);
  if (hasNextPage(tally.aside.envelopes)) whole.findings.add('warning', 'one-page-only');
  return whole;
}

function planByPosition({ format, extras, header }: NestedTable): SheetPlan {
  const { fields } = format.sheet;
  return {
    fields,
    header,
    sources: new Map(fields.map(({ name }, index) => [name, { index }])),
    extras: extras.map((key, i) => ({ index: fields.length + i, name: `x:${key}` })),
    duplicates: [],
  };
}

/** Items whose keys are columns are a sheet like any other: recognised by its header, or mapped by the user. */
async function readFlat(source: ItemSource, context: SheetContext): Promise<SheetOutcome> {
  const tally = newTally(source.aside);
  const chunks = reusingChunks(context);
  let table = flatTable(source.sample, source.sample.some(isUsageDetail) ? flattenUsageDetail : (item) => item);
  if (table.header.length < 2) return notRecognised(source);
  for (;;) {
    const open = () => ({ rows: belowHeader(source, table, tally), notes: { badQuotes: [] } });
    const outcome = await readSheet({ file: source.file, open }, chunks.context);
    if (outcome.state === 'refused') return notRecognised(source, outcome);
    const whole = table.complete();
    if (whole === table) return concluded(outcome, tally);
    table = whole;
    await chunks.again();
  }
}

async function* belowHeader(source: ItemSource, table: FlatTable, tally: Tally): ReturnType<typeof itemRows> {
  let header: readonly (readonly string[])[] = [table.header];
  for await (const { rows, lines } of itemRows(source.open(), table, tally)) {
    yield header.length > 0 ? { rows: [...header, ...rows], lines: [0, ...lines] } : { rows, lines };
    header = [];
  }
}

/** `refused`: what the sheet reader found, which counts when it knows the file. */
async function notRecognised(source: ItemSource, refused?: SheetOutcome): Promise<SheetOutcome> {
  if (refused?.findings.diagnostics().some(({ code }) => code !== 'not-recognised') === true) return refused;
  return refuse(source, 'unknown', 'not-recognised', { wanted: wantedShapes(), found: foundKeys(source.sample[0]) });
}

function wantedShapes(): string {
  const own = ['scenario (schema termwise/scenario@1)', 'recipe (schema termwise/recipe@1 or @2)'];
  return [...JSON_FORMATS.map(({ sheet }) => sheet.title), ...own, flatItems].join('; ');
}

function foundKeys(first: JsonObject | undefined): string {
  return first ? `items with the keys ${[...first.keys()].slice(0, SHOWN_KEYS).join(', ')}` : 'no items';
}
