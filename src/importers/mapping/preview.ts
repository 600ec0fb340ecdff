/** What a mapping makes of a sheet's first rows, by the same code that reads the whole sheet. */
import type { Table } from '../../core/table.ts';
import type { Reject } from '../sheet/findings.ts';
import { missingFields, planByMapping } from '../sheet/plan.ts';
import { type SheetOutcome, readPlanned } from '../sheet/read-planned.ts';
import type { StyleQuestion } from '../sheet/style.ts';
import type { SheetAnswer } from '../types.ts';
import { formatForMapping } from './candidates.ts';

export interface MappingSample {
  readonly header: readonly string[];
  readonly samples: readonly (readonly string[])[];
  readonly answer: SheetAnswer;
}

export interface MappingPreview {
  /** Canonical names of the columns that every row needs. */
  readonly required: readonly string[];
  /** Those of them that the mapping leaves without a column and without a value. */
  readonly missing: readonly string[];
  /** The accepted rows; undefined while columns are missing. */
  readonly table: Table | undefined;
  readonly rejects: readonly Reject[];
  /** What will be asked next, because the rows can be read in two ways; the preview takes one of them. */
  readonly asks: readonly StyleQuestion['kind'][];
}

/** Reads the samples as the sheet would be read. */
export async function previewMapping({ header, samples, answer }: MappingSample): Promise<MappingPreview> {
  const { kind = 'portfolio', mapping = { columns: {} } } = answer;
  const format = formatForMapping(kind, header, mapping);
  if (!format) throw new Error(`INTERNAL: no sheet is mapped to ${kind}`);
  const { fields } = format;
  const plan = planByMapping(header, fields, mapping);
  const required = fields.filter((field) => field.required).map(({ name }) => name);
  const missing = missingFields(plan).map(({ name }) => name);
  const nothing = { required, missing, table: undefined, rejects: [], asks: [] };
  if (missing.length > 0) return nothing;
  const read = async (given: SheetAnswer): Promise<SheetOutcome> => {
    const open = () => ({ rows: inOneBatch(samples), notes: { badQuotes: [] } });
    const sheet = { format, plan, answer: given, hash: '', at: -1 };
    return readPlanned({ file: '', open }, sheet, { answers: new Map(), onRows: () => undefined });
  };
  const first = await read(answer);
  const asks = first.state === 'question' ? questionKinds(first.questions) : [];
  const outcome = asks.length > 0 ? await read({ dateOrder: 'dmy', decimalMark: '.', ...answer }) : first;
  if (outcome.state !== 'read') return nothing;
  return { ...nothing, table: outcome.table, rejects: outcome.findings.rejects, asks };
}

function questionKinds(questions: Extract<SheetOutcome, { state: 'question' }>['questions']): StyleQuestion['kind'][] {
  const kinds = questions.flatMap(({ kind }) => (kind === 'date-order' || kind === 'decimal-mark' ? [kind] : []));
  return [...new Set(kinds)];
}

/** The samples as the rows below a header in line 1. */
async function* inOneBatch(rows: MappingSample['samples']): AsyncIterable<{ rows: typeof rows; lines: number[] }> {
  await Promise.resolve();
  yield { rows, lines: rows.map((_, index) => index + 2) };
}
