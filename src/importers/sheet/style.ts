/** Decides date order and decimal mark of each column from what its cells tell, or asks. */
import type { DateOrder } from '../cells/dates.ts';
import type { DecimalMark } from '../cells/decimals.ts';
import type { SheetStyle } from './fields.ts';
import type { Findings } from './findings.ts';
import type { ColumnFindings, Evidence } from './column-findings.ts';

/** What the user said where the cells leave it open; it holds for the columns of the file that do not tell themselves. */
export interface StyleAnswer {
  readonly dateOrder?: DateOrder;
  readonly decimalMark?: DecimalMark;
}

/** A column that can be read in two ways. */
export interface StyleQuestion {
  readonly kind: 'date-order' | 'decimal-mark';
  /** The column's name in its format. */
  readonly column: string;
  readonly samples: readonly string[];
}

export interface StyleDecision {
  readonly style: SheetStyle;
  readonly questions: readonly StyleQuestion[];
  /** The first reading assumed something else: the rows have to be read again. */
  readonly readAgain: boolean;
}

/**
 * Decides the style of a sheet that was read with plain style. A column's own evidence counts first, then that of the
 * file's other columns, then the user's answer, then what the format's makers write (`fallback`), else it is a question.
 * Contradictory columns keep M/D/Y and the dot, so that cells which do not fit are rejected; a warning says so.
 */
export function decideStyle(
  columns: readonly ColumnFindings[],
  answer: StyleAnswer,
  ambiguous: 'microsoft' | 'ask',
  findings: Findings,
): StyleDecision {
  const dates = decide<DateOrder>(columns.filter(isDay), ['mdy', 'dmy'], answer.dateOrder, ambiguous);
  const serials = new Set(columns.filter(hasOnlySerials).map(({ field }) => field.name));
  const marks = decide<DecimalMark>(columns.filter(isDecimal), ['.', ','], answer.decimalMark, ambiguous);
  for (const column of dates.mixed) findings.add('warning', 'mixed-date-order', { column: column.field.label });
  for (const column of marks.mixed) findings.add('warning', 'mixed-decimal-mark', { column: column.field.label });
  return {
    style: { dateOrders: dates.chosen, decimalMarks: marks.chosen, serials },
    questions: [
      ...dates.open.map((c) => question('date-order', c)),
      ...marks.open.map((c) => question('decimal-mark', c)),
    ],
    readAgain:
      dates.mixed.length > 0 ||
      serials.size > 0 ||
      [...dates.chosen.values(), ...marks.chosen.values()].some((v) => v === 'dmy' || v === ','),
  };
}

function isDay({ field }: ColumnFindings): boolean {
  return field.kind === 'day' || field.kind === 'period-start' || field.kind === 'period-end';
}

/** Day numbers are dates only where nothing else stands in the column: one among dates is more likely a slip. */
function hasOnlySerials(column: ColumnFindings): boolean {
  return isDay(column) && column.evidence.has('serial') && column.evidence.size === 1;
}

function isDecimal({ field }: ColumnFindings): boolean {
  return field.kind === 'decimal' || field.kind === 'count';
}

interface Decided<T> {
  readonly chosen: Map<string, T>;
  readonly mixed: readonly ColumnFindings[];
  readonly open: readonly ColumnFindings[];
}

/** `choices[0]` is what the first reading assumed. */
function decide<T extends Evidence>(
  columns: readonly ColumnFindings[],
  choices: readonly [T, T],
  answer: T | undefined,
  ambiguous: 'microsoft' | 'ask',
): Decided<T> {
  const told = columns.map((column) => ({
    column,
    says: choices.filter((c) => column.evidence.has(c)),
  }));
  const all = choices.filter((choice) => told.some(({ says }) => says.includes(choice)));
  const common = all.length === 1 ? all[0] : undefined;
  const chosen = new Map<string, T>();
  const open: ColumnFindings[] = [];
  for (const { column, says } of told) {
    const own = says.length === 2 ? choices[0] : says[0];
    const decided =
      own ?? (isOpen(column) ? (common ?? answer ?? (ambiguous === 'ask' ? undefined : choices[0])) : undefined);
    if (decided !== undefined) chosen.set(column.field.name, decided);
    else if (isOpen(column)) open.push(column);
  }
  return { chosen, mixed: told.filter(({ says }) => says.length === 2).map(({ column }) => column), open };
}

function isOpen({ evidence }: ColumnFindings): boolean {
  return evidence.has('either');
}

function question(kind: StyleQuestion['kind'], { field, evidence }: ColumnFindings): StyleQuestion {
  return { kind, column: field.label, samples: evidence.get('either') ?? [] };
}
