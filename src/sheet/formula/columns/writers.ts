/** The parts of a formula's root written into whole columns, block by block. */
import { type Exact, toDecimal, toFloat } from '../../../core/exact.ts';
import { NO_DAY } from '../../../core/table.ts';
import { type FormulaError, dayOfSerial, errorOf } from '../value.ts';
import { isFault } from './constants.ts';
import { type FlagPart, type NumberPart, type Part, type TextPart, errorCode } from './parts.ts';
import type { FormulaValues } from './result.ts';
import { TextBuilder } from './text-builder.ts';

/** Takes what the part holds of a block, or one row that was computed exactly. */
export interface Writer {
  readonly values: FormulaValues;
  take(from: number, count: number): void;
  /** Code of the error of a row, 0 when it has none. */
  takeExact(row: number): number;
}

/** 31 December 9999, the last day of spreadsheets. */
const LAST_SERIAL = 2_958_465;
const NUM_CODE = errorCode(errorOf('#NUM!'));

export function writerOf(part: Part, rows: number, errors: Uint8Array): Writer {
  switch (part.kind) {
    case 'flag':
      return flagWriter(part, rows);
    case 'text':
      return textWriter(part, rows);
    case 'number':
      if (part.isDay) return dayWriter(part, rows, errors);
      return part.scale === undefined ? doubleWriter(part, rows, errors) : decimalWriter(part, part.scale, rows);
  }
}

/** The exact value of a row, handed to `write` unless it is an error. */
function exactly<T extends Exact | boolean | string>(value: T | FormulaError, write: (value: T) => void): number {
  if (isFault(value)) return errorCode(value);
  write(value);
  return 0;
}

function decimalWriter(part: NumberPart, scale: number, rows: number): Writer {
  const units = new Float64Array(rows);
  const wide = new Map<number, string>();
  return {
    values: { kind: 'decimal', scale, units, wide },
    take: (from, count) => units.set(part.data.subarray(0, count), from),
    takeExact: (row) =>
      exactly(part.exact(row), (value) => {
        const whole = Number((value.n * 10n ** BigInt(scale)) / value.d);
        if (Number.isSafeInteger(whole)) units[row] = whole;
        else {
          units[row] = NaN;
          wide.set(row, toDecimal(value, 0, scale));
        }
      }),
  };
}

function doubleWriter(part: NumberPart, rows: number, errors: Uint8Array): Writer {
  const values = new Float64Array(rows);
  return {
    values: { kind: 'number', values },
    take: (from, count) => {
      for (let i = 0; i < count; i++) {
        const value = part.data[i] ?? 0;
        if (Number.isFinite(value)) values[from + i] = value + 0;
        else errors[from + i] ||= NUM_CODE;
      }
    },
    takeExact: (row) => exactly(part.exact(row), (value) => (values[row] = toFloat(value))),
  };
}

/** Serial numbers become days; 0, an empty cell, no day; what is out of range `#NUM!`. */
function dayWriter(part: NumberPart, rows: number, errors: Uint8Array): Writer {
  const days = new Int32Array(rows).fill(NO_DAY);
  const factor = 10 ** (part.scale ?? 0);
  const put = (row: number, serial: number): void => {
    if (serial === 0) days[row] = NO_DAY;
    else if (serial > 0 && serial <= LAST_SERIAL) days[row] = dayOfSerial(serial);
    else errors[row] ||= NUM_CODE;
  };
  return {
    values: { kind: 'day', days },
    take: (from, count) => {
      for (let i = 0; i < count; i++) put(from + i, (part.data[i] ?? 0) / factor);
    },
    takeExact: (row) => exactly(part.exact(row), (value) => put(row, toFloat(value))),
  };
}

function flagWriter(part: FlagPart, rows: number): Writer {
  const flags = new Uint8Array(rows);
  return {
    values: { kind: 'flag', flags },
    take: (from, count) => flags.set(part.data.subarray(0, count), from),
    takeExact: (row) => exactly(part.exact(row), (value) => (flags[row] = value ? 1 : 0)),
  };
}

function textWriter(part: TextPart, rows: number): Writer {
  const texts = new TextBuilder(rows);
  // The dictionaries of both branches of an IF stand behind each other: codes are given anew.
  const codes = Uint32Array.from(part.values, (text) => texts.codeOf(text));
  return {
    values: texts.column(),
    take: (from, count) => {
      for (let i = 0; i < count; i++) texts.codes[from + i] = codes[part.data[i] ?? 0] ?? 0;
    },
    takeExact: (row) => exactly(part.exact(row), (value) => texts.set(row, value)),
  };
}
