/** One sheet from rows to table: find the header, plan the columns, read, decide what was left open, read again if need be. */
import type { Ledger } from '../../core/diagnostics.ts';
import type { DatasetKind } from '../../core/schema/dataset.ts';
import type { Table } from '../../core/table.ts';
import { type HeaderFound, SHEET_FORMATS, findHeader } from '../detect/sheets.ts';
import { PORTFOLIO } from '../formats/portfolio/format.ts';
import { guessMapping, isWorthMapping } from '../mapping/guess.ts';
import { headerHash } from '../mapping/header-hash.ts';
import type { RowNotes, Rows } from '../read/rows.ts';
import type { ImportQuestion, SheetAnswer } from '../types.ts';
import { type BuiltSheet, buildSheet } from './build.ts';
import { reportConversions } from './conversions.ts';
import { PLAIN_STYLE, type SheetStyle } from './fields.ts';
import { Findings } from './findings.ts';
import type { SheetFormat } from './format.ts';
import { type SheetPlan, missingFields, planByHeader, planByMapping } from './plan.ts';
import { splitAtHeader } from './split.ts';
import { decideStyle } from './style.ts';

/** A sheet that can be read from its start more than once. */
export interface SheetSource {
  readonly file: string;
  open(): { readonly rows: Rows; readonly notes: RowNotes };
}

export interface SheetContext {
  readonly answers: ReadonlyMap<string, SheetAnswer>;
  /** Called with the rows read so far. */
  readonly onRows: (rows: number, again: boolean) => void;
}

/** What became of a sheet. */
export type SheetOutcome = { readonly findings: Findings } & (
  | { readonly state: 'read'; readonly kind: DatasetKind; readonly table: Table; readonly ledger: Ledger }
  | { readonly state: 'question'; readonly kind: DatasetKind; readonly questions: readonly ImportQuestion[] }
  | { readonly state: 'refused'; readonly kind: DatasetKind }
);

const SAMPLE_ROWS = 20;

/** Reads a sheet. Throws a `Refusal` for what makes the file unreadable, and nothing else. */
export async function readSheet(source: SheetSource, context: SheetContext): Promise<SheetOutcome> {
  const findings = new Findings(source.file);
  const { found, samples } = await headOf(source);
  if (found === undefined) return refuse(findings, 'no-table', {});
  if (found.foreign) return refuse(findings, 'not-read-yet', { title: found.foreign.title });
  const hash = headerHash(found.header);
  const answer = context.answers.get(hash) ?? {};
  if (answer.mapping) {
    const plan = planByMapping(found.header, PORTFOLIO.fields, answer.mapping);
    if (missingFields(plan).length === 0)
      return readPlanned(source, { format: PORTFOLIO, plan, answer, hash, at: found.at }, context);
  } else if (found.format) {
    const plan = planByHeader(found.header, found.format.fields);
    return readPlanned(source, { format: found.format, plan, answer, hash, at: found.at }, context);
  }
  const guess = guessMapping(found.header, samples);
  if (!isWorthMapping(guess))
    return refuse(findings, 'not-recognised', { wanted: wanted(), found: found.header.slice(0, 30).join(', ') });
  const question: ImportQuestion = { kind: 'mapping', headerHash: hash, header: found.header, samples, guess };
  return { state: 'question', kind: 'portfolio', questions: [question], findings };
}

/** The header of a sheet and the rows that follow it closely. */
async function headOf(
  source: SheetSource,
): Promise<{ found: HeaderFound | undefined; samples: readonly (readonly string[])[] }> {
  for await (const { rows } of source.open().rows) {
    const found = findHeader(rows);
    return { found, samples: found ? rows.slice(found.at + 1, found.at + 1 + SAMPLE_ROWS) : [] };
  }
  return { found: undefined, samples: [] };
}

function refuse(
  findings: Findings,
  code: Parameters<Findings['add']>[1],
  params: Parameters<Findings['add']>[3],
): SheetOutcome {
  findings.add('error', code, {}, params);
  return { state: 'refused', kind: 'unknown', findings };
}

function wanted(): string {
  return SHEET_FORMATS.map(({ title, signature }) => `${title} (${signature.join(', ')})`).join('; ');
}

export interface PlannedSheet {
  readonly format: SheetFormat;
  readonly plan: SheetPlan;
  readonly answer: SheetAnswer;
  readonly hash: string;
  /** Position of the header row; -1: there is none. */
  readonly at: number;
}

/** Reads a sheet whose columns are known. */
export async function readPlanned(
  source: SheetSource,
  sheet: PlannedSheet,
  context: SheetContext,
): Promise<SheetOutcome> {
  const { format, answer, hash } = sheet;
  let pass = await readOnce(source, sheet, PLAIN_STYLE, (rows) => context.onRows(rows, false));
  const decision = decideStyle(pass.built.columns, answer, format.ambiguous, pass.findings);
  if (decision.questions.length > 0) {
    const questions = decision.questions.map((question) => ({ ...question, headerHash: hash }));
    return { state: 'question', kind: format.kind, questions, findings: pass.findings };
  }
  if (decision.readAgain) {
    pass = await readOnce(source, sheet, decision.style, (rows) => context.onRows(rows, true));
    decideStyle(pass.built.columns, answer, format.ambiguous, pass.findings);
  }
  const { built, findings } = pass;
  reportConversions(built.columns, decision.style, findings);
  const kind = format.conclude?.(built.table, findings) ?? format.kind;
  return { state: 'read', kind, table: built.table, ledger: built.ledger, findings };
}

/** One pass over the rows below the header. */
async function readOnce(
  source: SheetSource,
  { format, plan, at }: PlannedSheet,
  style: SheetStyle,
  onRows: (rows: number) => void,
): Promise<{ built: BuiltSheet; findings: Findings }> {
  const findings = new Findings(source.file);
  const { rows, notes } = source.open();
  if (at > 0) findings.add('info', 'preamble-skipped', { row: at }, { rows: at });
  for (const header of plan.duplicates) findings.add('warning', 'duplicate-header', { row: at + 1, column: header });
  const built = await buildSheet(format, plan, style, splitAtHeader(rows, at), findings, onRows);
  for (const row of notes.badQuotes) findings.add('warning', 'bad-quotes', { row });
  return { built, findings };
}
