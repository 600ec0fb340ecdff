/** Making fields of texts, days and flags. */
import { type Column, type TextColumn, NO_DAY } from '../../core/table.ts';
import { monthOfDay } from '../../core/days.ts';
import { collationRankSteps } from '../kernels/collation-steps.ts';
import { compareCodeUnits } from '../../core/compare-text.ts';
import type { Field, KnownRanks, Period } from './field.ts';
import { numberMembers } from './number-members.ts';
import { pick } from './pairs.ts';

/**
 * The field of a column.
 * @param rows the selected rows
 * @param by how days are put together; other columns pay no heed
 */
export function* fieldSteps(
  column: Column,
  rows: Uint32Array,
  by: Period,
  locale: string,
  known: KnownRanks,
): Generator<undefined, Field> {
  switch (column.kind) {
    case 'text':
      return yield* textField(column, rows, locale, known);
    case 'day':
      return dayField(column.days, rows, by);
    case 'flag': {
      const flags = Int32Array.from(rows, (row) => column.flags[row] ?? 2);
      const { codes, values } = wholeNumbers(flags, 2);
      return { codes, members: { kind: 'flag', values } };
    }
    case 'count':
    case 'decimal':
    case 'exact':
      return yield* numberMembers(column, rows);
  }
}

function* textField(
  { codes: cells, values }: TextColumn,
  rows: Uint32Array,
  locale: string,
  known: KnownRanks,
): Generator<undefined, Field> {
  const used = new Uint8Array(values.length);
  for (const row of rows) used[cells[row] ?? 0] = 1;
  yield;
  const ranks = known.get(values) ?? (yield* collationRankSteps(values, locale));
  known.set(values, ranks);
  const order: number[] = [];
  for (let code = 1; code < used.length; code++) if (used[code] === 1 && values[code] !== '') order.push(code);
  order.sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || compareCodeUnits(values[a] ?? '', values[b] ?? ''));
  yield;
  // A dictionary may hold a text twice; both are one member.
  const texts: (string | undefined)[] = [];
  const memberOf = new Uint32Array(values.length);
  for (const code of order) {
    if (texts.at(-1) !== values[code] || texts.length === 0) texts.push(values[code]);
    memberOf[code] = texts.length - 1;
  }
  const hasEmpty = values.some((text, code) => text === '' && used[code] === 1);
  if (hasEmpty) texts.push(undefined);
  for (let code = 0; code < used.length; code++) if (values[code] === '') memberOf[code] = texts.length - 1;
  const codes = new Uint32Array(rows.length);
  for (let item = 0; item < rows.length; item++) codes[item] = memberOf[cells[rows[item] ?? 0] ?? 0] ?? 0;
  return { codes, members: { kind: 'text', values: texts } };
}

const MONTHS_A_QUARTER = 3;
const MONTHS_A_YEAR = 12;

function dayField(days: Int32Array, rows: Uint32Array, by: Period): Field {
  const cells = new Int32Array(rows.length);
  for (let item = 0; item < rows.length; item++) cells[item] = days[rows[item] ?? 0] ?? NO_DAY;
  const { codes, values } = wholeNumbers(cells, NO_DAY);
  if (by === 'day') return { codes, members: { kind: by, values } };
  const divisor = by === 'year' ? MONTHS_A_YEAR : by === 'quarter' ? MONTHS_A_QUARTER : 1;
  const periods = values.map((day) => (day === undefined ? undefined : Math.floor(monthOfDay(day) / divisor)));
  const distinct = [...new Set(periods)];
  const codeOf = new Map(distinct.map((period, code) => [period, code]));
  const periodCodes = Uint32Array.from(periods, (period) => codeOf.get(period) ?? 0);
  return { codes: pick(periodCodes, codes), members: { kind: by, values: distinct } };
}

/** Members of whole numbers, `empty` last. */
function wholeNumbers(cells: Int32Array, empty: number): { codes: Uint32Array; values: (number | undefined)[] } {
  const distinct = new Set(cells);
  const isEmpty = distinct.delete(empty);
  const values: (number | undefined)[] = [...distinct].sort((a, b) => a - b);
  const codeOf = new Map(values.map((value, code) => [value, code]));
  codeOf.set(empty, values.length);
  if (isEmpty) values.push(undefined);
  const codes = new Uint32Array(cells.length);
  for (let item = 0; item < cells.length; item++) codes[item] = codeOf.get(cells[item] ?? empty) ?? 0;
  return { codes, values };
}
