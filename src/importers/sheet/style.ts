/** Decides date order and decimal mark of each column from what its cells tell, or asks. */
import type { RepairCode } from '../../core/schema/repairs.ts';
import type { DateOrder } from '../cells/dates.ts';
import type { DecimalMark } from '../cells/decimals.ts';
import { type ClinicOrder, chosen } from '../clinic/policy.ts';
import type { SheetStyle, StyleNote } from './fields.ts';
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
  /** Empty when the clinic asks: it puts all of a file's questions at once. */
  readonly questions: readonly StyleQuestion[];
  /** The first reading assumed something else: the rows have to be read again. */
  readonly readAgain: boolean;
}

/** What decides beside the cells. */
export interface StyleGrounds {
  readonly answer: StyleAnswer;
  /** What the format's makers write: Microsoft M/D/Y and the dot. */
  readonly ambiguous: 'microsoft' | 'ask';
  readonly order: ClinicOrder;
}

/**
 * Decides the style of a sheet that was read with plain style. The user's word on a column counts first, then the column's
 * own evidence, then that of the file's other columns, then the user's answer for the file, then what the format's makers
 * write, else it is a question. Contradictory columns keep M/D/Y and the dot, so that cells which do not fit are rejected;
 * a warning says so.
 */
export function decideStyle(
  columns: readonly ColumnFindings[],
  { answer, ambiguous, order }: StyleGrounds,
  findings: Findings,
): StyleDecision {
  const grounds = { ambiguous, order };
  const dates = decide<DateOrder>(columns.filter(isDay), ['mdy', 'dmy'], 'date-order', answer.dateOrder, grounds);
  const marks = decide<DecimalMark>(
    columns.filter(isDecimal),
    ['.', ','],
    'decimal-comma',
    answer.decimalMark,
    grounds,
  );
  const serials = columns.filter(hasOnlySerials);
  const isRead = ({ clinic }: ColumnFindings) => chosen(order, 'date-serial', clinic.label) !== 'leave';
  for (const column of dates.mixed) findings.add('warning', 'mixed-date-order', { column: column.field.label });
  for (const column of marks.mixed) findings.add('warning', 'mixed-decimal-mark', { column: column.field.label });
  const noted = new Map<string, StyleNote>([
    ...dates.noted,
    ...marks.noted,
    ...serials.map(({ field }) => [field.name, { certainty: 'sure' }] as const),
  ]);
  return {
    style: {
      dateOrders: dates.chosen,
      decimalMarks: marks.chosen,
      serials: new Set(serials.filter(isRead).map(({ field }) => field.name)),
      noted,
    },
    questions: [
      ...dates.open.map((c) => question('date-order', c)),
      ...marks.open.map((c) => question('decimal-mark', c)),
    ],
    readAgain:
      noted.size > 0 || [...dates.chosen.values(), ...marks.chosen.values()].some((v) => v === 'dmy' || v === ','),
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
  readonly noted: Map<string, StyleNote>;
  readonly mixed: readonly ColumnFindings[];
  readonly open: readonly ColumnFindings[];
}

/** `choices[0]` is what the first reading assumed; `code` is the repair that reads the column as `choices[1]`. */
function decide<T extends Evidence>(
  columns: readonly ColumnFindings[],
  choices: readonly [T, T],
  code: RepairCode,
  answer: T | undefined,
  { ambiguous, order }: Omit<StyleGrounds, 'answer'>,
): Decided<T> {
  const told = columns.map((column) => ({ column, says: choices.filter((c) => column.evidence.has(c)) }));
  const all = choices.filter((choice) => told.some(({ says }) => says.includes(choice)));
  const common = all.length === 1 ? all[0] : undefined;
  const decided: Decided<T> = {
    chosen: new Map(),
    noted: new Map(),
    mixed: told.filter(({ says }) => says.length === 2).map(({ column }) => column),
    open: [],
  };
  const open: ColumnFindings[] = [];
  for (const { column, says } of told) {
    const { name } = column.field;
    const isOpen = column.evidence.has('either');
    const certainty = certaintyOf(says, isOpen, choices, common ?? answer, ambiguous, common !== undefined);
    const wish = certainty && chosen(order, code, column.clinic.label);
    const own = says.length === 2 ? choices[0] : says[0];
    const fallback = answer ?? (ambiguous === 'ask' ? undefined : choices[0]);
    const plain = own ?? (isOpen ? (common ?? fallback) : undefined);
    const isUnsaid = plain === undefined && isOpen && wish === undefined;
    if (isUnsaid && order.mode !== 'ask') open.push(column);
    const reading = wish ? choices[wish === 'apply' ? 1 : 0] : (plain ?? (isUnsaid ? choices[1] : undefined));
    if (reading !== undefined && !open.includes(column)) decided.chosen.set(name, reading);
    if (certainty) {
      const isAnswered = own === undefined && common === undefined && answer !== undefined;
      decided.noted.set(name, { certainty, treatment: reading === choices[1] ? 'apply' : 'leave', isAnswered });
    }
  }
  return { ...decided, open };
}

/** How sure it is that the column has to be read as `choices[1]`; undefined: nothing speaks for it. */
function certaintyOf<T extends Evidence>(
  says: readonly T[],
  isOpen: boolean,
  choices: readonly [T, T],
  hint: T | undefined,
  ambiguous: 'microsoft' | 'ask',
  isCommon: boolean,
): StyleNote['certainty'] | undefined {
  if (says.length === 2) return 'ask';
  if (says.length === 1) return says[0] === choices[1] ? 'sure' : undefined;
  if (!isOpen) return undefined;
  if (isCommon) return hint === choices[1] ? 'likely' : undefined;
  return ambiguous === 'ask' || hint === choices[1] ? 'ask' : undefined;
}

function question(kind: StyleQuestion['kind'], { field, evidence }: ColumnFindings): StyleQuestion {
  return { kind, column: field.label, samples: evidence.get('either') ?? [] };
}
