/** The document on its way to and from the store. What an older or another build wrote is validated, never trusted. */
import { type RulePack, decodeRulePack, rulePackDocument } from '../core/rules/rule-pack.ts';
import { readOwnNames, writeOwnNames } from '../core/invoice/own-names.ts';
import { readInvoicePlan } from '../core/invoice/plan.ts';
import { readObligations } from '../core/obligations/obligations.ts';
import { readPlan } from '../core/report/read-plan.ts';
import { readScenario } from '../core/scenario/read.ts';
import { writeScenario } from '../core/scenario/write.ts';
import { DOCUMENT_VERSION, type Json, type StoredDocument } from '../storage/document.ts';
import { PLAIN_VIEW, type TableView } from '../sheet/model/table-view.ts';
import { BRANCHES, readBranchParts, writeBranchParts } from './stored-branches.ts';
import { readAnswer, writeAnswer } from './sheet-answers.ts';
import { EMPTY_DOCUMENT, type WorkbookDocument } from './document.ts';
import { readCompared } from './compared-scenarios.ts';
import { readSeats } from './seats-wanted.ts';
import { type StoredRepairs, readChoices } from './stored-repairs.ts';
import {
  isFields,
  readFormulas,
  readNames,
  readOpenViews,
  readPivots,
  readSavedViews,
  readSheets,
  readShownFilter,
  readTableView,
  texts,
} from './stored-parts.ts';

/** Names of the settings. A table's is `table:` and its name. */
const TABLE = 'table:';
const SHOWN_EXTRAS = 'portfolio-extras';
const REPAIRS = 'repairs';
const FILTER = 'filter';
const FORMULAS = 'formulas';
const NAMES = 'names';
const SHEETS = 'sheets';
const PIVOTS = 'pivots';
const SAVED_VIEWS = 'saved-views';
const OPEN_VIEWS = 'open-views';
const RULE_PACKS = 'rule-packs';
const AUTHOR = 'author';
const SEATS_WANTED = 'seats-wanted';
const COMPARED = 'compared';
const REPORT = 'report';
const INVOICE = 'invoice';
const OWN_NAMES = 'own-names';
const OBLIGATIONS = 'obligations';
/** Until tables had views of their own, their widths stood under their names. */
const FORMER_WIDTHS = ['portfolio', 'exposure'] as const;

export function toStored(document: WorkbookDocument): StoredDocument {
  const { name, asOf, horizonMonths, scenario, answers, tables } = document;
  const settings: readonly (readonly [string, unknown])[] = [
    ...[...tables].sort(byKey).map(([table, view]) => [TABLE + table, view] as const),
    [SHOWN_EXTRAS, document.shownExtras],
    [REPAIRS, Object.fromEntries(document.repairs)],
    [FILTER, document.filter],
    [FORMULAS, document.formulas],
    [NAMES, document.names],
    [SHEETS, document.sheets],
    [PIVOTS, document.pivots],
    [SAVED_VIEWS, document.savedViews],
    [OPEN_VIEWS, Object.fromEntries(document.openViews)],
    [RULE_PACKS, document.rulePacks.map(rulePackDocument)],
    [AUTHOR, document.author],
    [SEATS_WANTED, [...document.seatsWanted]],
    [COMPARED, document.compared],
    [REPORT, document.report],
    [INVOICE, document.invoice],
    [OWN_NAMES, writeOwnNames(document.ownNames)],
    [OBLIGATIONS, document.obligations],
    [BRANCHES, writeBranchParts(document)],
  ];
  return {
    version: DOCUMENT_VERSION,
    name,
    asOf,
    horizonMonths,
    scenario: writeScenario(scenario),
    mappings: new Map([...answers].map(([hash, answer]) => [hash, writeAnswer(answer)])),
    views: new Map(settings.map(([key, value]) => [key, toJson(value)])),
  };
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

/** A copy without keys that say nothing. */
function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
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
  const { views } = stored;
  const author = views.get(AUTHOR);
  return {
    name: stored.name,
    asOf: stored.asOf,
    horizonMonths: stored.horizonMonths,
    ...readBranchParts(views.get(BRANCHES), scenario.ok ? scenario.value : EMPTY_DOCUMENT.scenario),
    answers: new Map(answers),
    repairs: repairsOf(views.get(REPAIRS)),
    filter: readShownFilter(views.get(FILTER)),
    tables: tablesOf(views),
    shownExtras: texts(views.get(SHOWN_EXTRAS)),
    formulas: readFormulas(views.get(FORMULAS)),
    names: readNames(views.get(NAMES)),
    sheets: readSheets(views.get(SHEETS)),
    pivots: readPivots(views.get(PIVOTS)),
    savedViews: readSavedViews(views.get(SAVED_VIEWS)),
    openViews: readOpenViews(views.get(OPEN_VIEWS)),
    rulePacks: rulePacksOf(views.get(RULE_PACKS)),
    author: typeof author === 'string' ? author : '',
    seatsWanted: readSeats(views.get(SEATS_WANTED)),
    compared: readCompared(views.get(COMPARED)),
    report: readPlan(views.get(REPORT)),
    invoice: readInvoicePlan(views.get(INVOICE)),
    ownNames: readOwnNames(views.get(OWN_NAMES)),
    obligations: readObligations(views.get(OBLIGATIONS)),
  };
}

/** Rules that this build cannot read are left out. */
function rulePacksOf(json: Json | undefined): readonly RulePack[] {
  const list = Array.isArray(json) ? json : [];
  return list.flatMap((one) => {
    const read = decodeRulePack(one);
    return read.ok ? [read.value] : [];
  });
}

function repairsOf(json: Json | undefined): StoredRepairs {
  return new Map(isFields(json) ? Object.entries(json).map(([file, list]) => [file, readChoices(list)]) : []);
}

function tablesOf(views: ReadonlyMap<string, Json>): ReadonlyMap<string, TableView> {
  const tables = new Map<string, TableView>();
  for (const name of FORMER_WIDTHS) {
    const widths = views.get(name);
    if (isFields(widths)) tables.set(name, { ...PLAIN_VIEW, widths: readTableView({ widths }).widths });
  }
  for (const [key, value] of views) {
    if (key.startsWith(TABLE)) tables.set(key.slice(TABLE.length), readTableView(value));
  }
  return tables;
}
