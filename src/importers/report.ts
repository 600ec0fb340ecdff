/** Outcomes as file reports. */
import type { ScenarioFile } from '../core/scenario/read.ts';
import type { DatasetKind } from '../core/schema/dataset.ts';
import { appliedRepair } from './clinic/applied-repair.ts';
import type { JsonOutcome } from './items/read-json.ts';
import type { NamedOutcome } from './read-workbook.ts';
import { rowsDigest } from './coverage/rows-digest.ts';
import { Findings } from './sheet/findings.ts';
import type { Refusal } from './read/refusal.ts';
import type { FileReport, ImportQuestion } from './types.ts';

/** Small kinds whose rows do not stand in time. */
const DIGESTED: ReadonlySet<DatasetKind> = new Set([
  'portfolio',
  'subscriptions',
  'customers',
  'licence-prices',
  'est-prices',
  'software-prices',
  'marketplace-prices',
  'promotions',
  'fx-rates',
  'offer-matrix',
]);

/** Name, hash and size of a file. */
export interface FileFacts {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** The parts that every report has, without content. */
function bareReport(facts: FileFacts, findings: Findings): Omit<FileReport, 'state' | 'kind'> {
  return {
    ...facts,
    questions: [],
    diagnostics: findings.diagnostics(),
    diagnosticCount: findings.count,
    ...(isConfidential(findings) ? { isConfidential: true } : {}),
    rejects: findings.rejects,
  };
}

function isConfidential(findings: Findings): boolean {
  return findings.diagnostics().some(({ code }) => code === 'secrets-dropped' || code === 'contacts-taken');
}

function scenarioOf({ scenario, parent }: ScenarioFile): Pick<FileReport, 'scenario' | 'scenarioParent'> {
  return { scenario, ...(parent === undefined ? {} : { scenarioParent: parent }) };
}

/** The report of what was read, or has to be asked, or is not recognised. */
export function reportOf(file: FileFacts, outcome: NamedOutcome | JsonOutcome): FileReport {
  const { findings, state } = outcome;
  if (state === 'scenario')
    return { ...bareReport(file, findings), state: 'read', kind: 'scenario', ...scenarioOf(outcome.scenario) };
  if (state === 'recipe')
    return { ...bareReport(file, findings), state: 'read', kind: 'recipe', recipe: outcome.recipe };
  if (state === 'rules')
    return { ...bareReport(file, findings), state: 'read', kind: 'obligation-rules', rules: outcome.rules };
  const facts = outcome.part === undefined ? file : { ...file, file: `${file.file}/${outcome.part}` };
  if (state === 'read' && outcome.ledger.read === 0) findings.add('warning', 'no-rows');
  const whole = outcome.part === undefined ? {} : { whole: file.file };
  const bare = { ...bareReport(facts, findings), ...whole };
  if (state === 'question') return { ...bare, state, kind: outcome.kind, questions: outcome.questions };
  if (state === 'refused') return { ...bare, state, kind: outcome.kind };
  const { kind, table, ledger, header, fileColumns, totals, coverage, chunks, rolledUp, found } = outcome;
  const repairs = found.map(appliedRepair);
  const digest = DIGESTED.has(kind) ? { rowsDigest: rowsDigest(table) } : {};
  const extra = {
    ...digest,
    ...(coverage && { coverage }),
    ...(totals && { totals }),
    ...(chunks && { chunks }),
    ...(rolledUp && { rolledUp }),
  };
  const dataset = {
    ...facts,
    kind,
    table,
    ledger,
    header,
    fileColumns,
    repairs,
    diagnostics: bare.diagnostics,
    ...extra,
  };
  return { ...bare, state, kind, found, dataset };
}

/** The report of a file that could not be read to its end. */
export function refusedReport(facts: FileFacts, refusal: Refusal): FileReport {
  const findings = new Findings(facts.file);
  findings.add('error', refusal.code, refusal.row === undefined ? {} : { row: refusal.row }, refusal.params);
  const questions: ImportQuestion[] = refusal.code === 'not-utf8' ? [{ kind: 'encoding', offer: 'windows-1252' }] : [];
  return {
    ...bareReport(facts, findings),
    state: questions.length > 0 ? 'question' : 'refused',
    kind: refusal.code === 'backup-file' ? 'workbook' : 'unknown',
    questions,
  };
}
