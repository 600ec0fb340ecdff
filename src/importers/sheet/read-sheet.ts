/** One sheet from rows to table: recognise its header, or ask for a mapping. */
import type { DiagnosticCode, MessageParams } from '../../core/text/diagnostics.ts';
import { SHEET_FORMATS, findHeader } from '../detect/sheets.ts';
import { PORTFOLIO } from '../formats/portfolio/format.ts';
import { guessMapping, isWorthMapping } from '../mapping/guess.ts';
import { headerHash } from '../mapping/header-hash.ts';
import { firstThen, peek } from '../read/peeked.ts';
import type { ImportQuestion, SheetAnswer } from '../types.ts';
import { Findings } from './findings.ts';
import type { SheetFormat } from './format.ts';
import { type SheetPlan, missingFields, planByHeader, planByMapping } from './plan.ts';
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
  const planned = found && !found.foreign ? planOf(found.header, found.format, answer) : undefined;
  if (found && planned) {
    const primed = { file: source.file, open: firstThen({ rows: all, notes }, () => source.open()) };
    return readPlanned(primed, { ...planned, answer, hash, at: found.at }, context);
  }
  await close();
  const findings = new Findings(source.file);
  if (!found) return refuse(findings, 'no-table');
  if (found.foreign) return refuse(findings, 'not-read-yet', { title: found.foreign.title });
  const samples = first.slice(found.at + 1, found.at + 1 + SAMPLE_ROWS);
  return askForMapping(findings, hash, found.header, samples);
}

/** The user's mapping if it names all that is required, else what the header itself says. */
function planOf(
  header: readonly string[],
  format: SheetFormat | undefined,
  answer: SheetAnswer,
): { format: SheetFormat; plan: SheetPlan } | undefined {
  const mapped = answer.mapping && planByMapping(header, PORTFOLIO.fields, answer.mapping);
  if (mapped && missingFields(mapped).length === 0) return { format: PORTFOLIO, plan: mapped };
  return format && { format, plan: planByHeader(header, format.fields, format.bulk) };
}

function askForMapping(
  findings: Findings,
  hash: string,
  header: readonly string[],
  samples: readonly (readonly string[])[],
): SheetOutcome {
  const guess = guessMapping(header, samples);
  if (isWorthMapping(guess)) {
    const question: ImportQuestion = { kind: 'mapping', headerHash: hash, header, samples, guess };
    return { state: 'question', kind: 'portfolio', questions: [question], findings };
  }
  const wanted = SHEET_FORMATS.map(({ title, signature }) => `${title} (${signature.join(', ')})`).join('; ');
  return refuse(findings, 'not-recognised', { wanted, found: header.slice(0, SHOWN_HEADERS).join(', ') });
}

function refuse(findings: Findings, code: DiagnosticCode, params: MessageParams = {}): SheetOutcome {
  findings.add('error', code, {}, params);
  return { state: 'refused', kind: 'unknown', findings };
}
