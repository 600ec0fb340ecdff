/** Typed cells of a sheet's rows. */
import type { Day } from '../../../core/days.ts';
import type { CellType, TypedValue } from '../../../sheet/typed/cell-type.ts';
import type { CellEdit } from './columns.ts';

const EMPTY: TypedValue = { kind: 'empty' };

/** A decimal that may be empty. */
export function decimalEdit<Row>(
  type: CellType,
  get: (row: Row) => string | undefined,
  set: (row: Row, decimal: string | undefined) => Row | string,
): CellEdit<Row> {
  return {
    type,
    value: (row) => {
      const decimal = get(row);
      return decimal === undefined ? EMPTY : { kind: 'decimal', decimal };
    },
    set: (row, value) => set(row, value.kind === 'decimal' ? value.decimal : undefined),
  };
}

export function dayEdit<Row>(
  needed: boolean,
  get: (row: Row) => Day | undefined,
  set: (row: Row, day: Day | undefined) => Row | string,
): CellEdit<Row> {
  return {
    type: { kind: 'day', needed },
    value: (row) => {
      const day = get(row);
      return day === undefined ? EMPTY : { kind: 'day', day };
    },
    set: (row, value) => set(row, value.kind === 'day' ? value.day : undefined),
  };
}

/** Text, or one of `choices`. */
export function textEdit<Row>(
  type: CellType,
  get: (row: Row) => string | undefined,
  set: (row: Row, text: string | undefined) => Row | string,
): CellEdit<Row> {
  return {
    type,
    value: (row) => {
      const text = get(row);
      return text === undefined || text === '' ? EMPTY : { kind: 'text', text };
    },
    set: (row, value) => set(row, value.kind === 'text' ? value.text : undefined),
    ...(type.kind === 'choice' ? { choices: type.choices } : {}),
  };
}

/** Yes, no, or nothing said. */
export function flagEdit<Row>(
  choices: readonly string[],
  get: (row: Row) => boolean | undefined,
  set: (row: Row, flag: boolean | undefined) => Row | string,
): CellEdit<Row> {
  return {
    type: { kind: 'flag' },
    value: (row) => {
      const flag = get(row);
      return flag === undefined ? EMPTY : { kind: 'flag', flag };
    },
    set: (row, value) => set(row, value.kind === 'flag' ? value.flag : undefined),
    choices,
  };
}
