/** One sheet from rows to table: recognise its header, or ask for a mapping. */
import type { DatasetKind } from '../../core/schema/dataset.ts';
import type { DiagnosticCode, MessageParams } from '../../core/text/diagnostics.ts';
import { type HeaderFound, findHeader, isKnownHeader } from '../detect/sheets.ts';
import { SHEET_FORMATS } from '../detect/table.ts';
import { formatForMapping, mappingCandidates } from '../mapping/candidates.ts';
import { headerHash } from '../mapping/header-hash.ts';
import { firstThen, peek } from '../read/peeked.ts';
import { rollUpQuestion } from '../rollup/question.ts';
import type { ImportQuestion, SheetAnswer } from '../types.ts';
import { Findings } from './findings.ts';
import type { SheetFormat } from './format.ts';
import { type ColumnMapping, type SheetPlan, missingFields, planByHeader, planByMapping } from './plan.ts';
import { type SheetContext, type SheetOutcome, type SheetSource, readPlanned } from './read-planned.ts';

/** Rows that a mapping dialog shows. */
const SAMPLE_ROWS = 20;
const SHOWN_HEADERS = 30;

/** Reads a sheet. Throws a `Refusal` for what makes the file unreadable, and nothing else. */
export async function readSheet(source: SheetSource, context: SheetContext): Promise<SheetOutcome> {
  const { rows, notes } = source.open();
  const { taken, all, close } = await peek(rows, ({ length }) => length > 0);
  const first = taken[0]?.rows ?? [];
  const found = findHeader(first);
  const hash = found ? headerHash(found.header) : '';
  const answer = context.answers.get(hash) ?? {};
  const planned = found ? planOf(found.header, found.format, answer) : undefined;
  if (found && planned) {
    const sheet = { ...planned, answer, hash, at: found.at, isKnownHeader, head: first.slice(found.at + 1) };
    const question = rollUpQuestion(source.file, sheet, context);
    if (question) {
      await close();
      return {
        state: 'question',
        kind: planned.format.kind,
        questions: [question],
        findings: new Findings(source.file),
      };
    }
    const primed = { file: source.file, open: firstThen({ rows: all, notes }, () => source.open()) };
    return readPlanned(primed, sheet, context);
  }
  await close();
  const findings = new Findings(source.file);
  if (!found) return refuse(findings, 'no-table');
  const samples = first.slice(found.at + 1, found.at + 1 + SAMPLE_ROWS);
  return askForMapping(findings, hash, found, samples);
}

interface Planned {
  readonly format: SheetFormat;
  readonly plan: SheetPlan;
}

/** The user's mapping if it names all that is required, else what the header itself says. */
function planOf(header: readonly string[], format: SheetFormat | undefined, answer: SheetAnswer): Planned | undefined {
  const mapped = answer.mapping && planOfMapping(header, answer.kind ?? 'portfolio', answer.mapping);
  return mapped ?? (format && wholePlan({ format, plan: planByHeader(header, format.fields, format.bulk) }));
}

function planOfMapping(header: readonly string[], kind: DatasetKind, mapping: ColumnMapping): Planned | undefined {
  const format = formatForMapping(kind, header, mapping);
  return format && wholePlan({ format, plan: planByMapping(header, format.fields, mapping, format.bulk) });
}

/** A plan without a required column would reject every row: it is no plan. */
function wholePlan(planned: Planned): Planned | undefined {
  return missingFields(planned.plan).length === 0 ? planned : undefined;
}

function askForMapping(
  findings: Findings,
  hash: string,
  { header, format }: HeaderFound,
  samples: readonly (readonly string[])[],
): SheetOutcome {
  const { candidates, isWorthAsking } = mappingCandidates(header, samples, format);
  if (isWorthAsking) {
    const question: ImportQuestion = { kind: 'mapping', headerHash: hash, header, samples, candidates };
    return { state: 'question', kind: candidates[0]?.kind ?? 'unknown', questions: [question], findings };
  }
  const wanted = [...new Set(SHEET_FORMATS.map(({ title }) => title))].join('; ');
  return refuse(findings, 'not-recognised', { wanted, found: header.slice(0, SHOWN_HEADERS).join(', ') });
}

function refuse(findings: Findings, code: DiagnosticCode, params: MessageParams = {}): SheetOutcome {
  findings.add('error', code, {}, params);
  return { state: 'refused', kind: 'unknown', findings };
}
