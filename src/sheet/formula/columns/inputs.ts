/** The columns of a table as parts of a formula. */
import { type Exact, fraction, parseExact } from '../../../core/exact.ts';
import { type Column, NO_DAY } from '../../../core/table.ts';
import { type FormulaError, serialOfDay } from '../value.ts';
import { exactOfNumber } from './decimal.ts';
import {
  type FlagPart,
  NoVectors,
  type NumberPart,
  type Part,
  type TextPart,
  BLOCK,
  errorOfCode,
  markRedo,
  numbers,
} from './parts.ts';
import type { FormulaColumn, FormulaValues } from './result.ts';
import { type InputColumn, decimalFacts, decimalsOfExact } from './table.ts';

/** The days that a serial number may be of: years 1 to 9999. */
const DAY_BOUND = 3_700_000;

/** How far a double may lie from the 15 digits that it shows. */
const SHOWN = 5e-15;

type Values = Exclude<FormulaValues, { kind: 'mixed' }> | Column;

/** A column as a part; columns of mixed cells have none. */
export function inputPart(column: InputColumn): Part {
  if (column.kind !== 'formula') return valuesPart(column);
  if (column.values.kind === 'mixed') throw new NoVectors();
  return withErrors(valuesPart(column.values), column);
}

function valuesPart(values: Values): Part {
  switch (values.kind) {
    case 'decimal':
      return decimalPart(values);
    case 'exact':
      return decimalPart(decimalsOfExact(values));
    case 'number':
      return doublePart(values.values);
    case 'count':
      return wholePart(values.counts, 2 ** 32, (count) => count);
    case 'day':
      return {
        ...wholePart(values.days, DAY_BOUND, (day) => (day === NO_DAY ? 0 : serialOfDay(day))),
        isDay: true,
        hasEmpty: true,
      };
    case 'flag':
      return flagPart(values.flags);
    case 'text':
      return textPart(values.codes, values.values);
  }
}

/** The errors of a computed column pass on to what reads it. */
function withErrors(part: Part, { errors }: FormulaColumn): Part {
  if (!errors.some(Boolean)) return part;
  const { fill } = part;
  const exact = part.exact.bind(part);
  const faulty =
    <T>(get: (row: number) => T) =>
    (row: number): T | FormulaError => {
      const code = errors[row] ?? 0;
      return code === 0 ? get(row) : errorOfCode(code);
    };
  const made = { ...part, exact: faulty<ReturnType<typeof exact>>(exact) } as Part;
  made.fill = (block) => {
    fill(block);
    made.data = part.data;
    const codes = errors.subarray(block.from, block.from + block.count);
    made.errors = codes.some(Boolean) ? codes : undefined;
  };
  return made;
}

function decimalPart({ units, scale, wide }: Extract<Column, { kind: 'decimal' }>): NumberPart {
  const { bound, hasEmpty } = decimalFacts(units);
  const buffer = numbers();
  const part: NumberPart = {
    kind: 'number',
    isDay: false,
    scale,
    bound,
    rel: 0,
    hasEmpty,
    data: buffer,
    errors: undefined,
    fill: (block) => {
      const { from, count } = block;
      const cells = units.subarray(from, from + count);
      if (!hasEmpty) {
        part.data = cells;
        return;
      }
      for (let i = 0; i < count; i++) {
        const value = cells[i] ?? 0;
        if (value === value) buffer[i] = value;
        else {
          buffer[i] = 0;
          if (wide.size > 0 && wide.has(from + i)) markRedo(block, i);
        }
      }
    },
    exact: (row) => exactCell(units, scale, wide, row),
  };
  return part;
}

function exactCell(units: Float64Array, scale: number, wide: ReadonlyMap<number, string>, row: number): Exact {
  const value = units[row] ?? NaN;
  if (!Number.isNaN(value)) return fraction(value, 10 ** scale);
  return parseExact(wide.get(row) ?? '0') ?? fraction(0);
}

/** Doubles of an earlier formula. Each stands for the 15 digits that it shows. */
function doublePart(values: Float64Array): NumberPart {
  const { bound, hasEmpty } = decimalFacts(values);
  const buffer = numbers();
  const part: NumberPart = {
    kind: 'number',
    isDay: false,
    scale: undefined,
    bound,
    rel: SHOWN,
    hasEmpty,
    data: buffer,
    errors: undefined,
    fill: ({ from, count }) => {
      for (let i = 0; i < count; i++) {
        const value = values[from + i] ?? 0;
        buffer[i] = Number.isNaN(value) ? 0 : value;
      }
    },
    exact: (row) => {
      const value = values[row] ?? 0;
      return exactOfNumber(Number.isNaN(value) ? 0 : value);
    },
  };
  return part;
}

function wholePart(cells: Uint32Array | Int32Array, bound: number, read: (cell: number) => number): NumberPart {
  const data = numbers();
  return {
    kind: 'number',
    isDay: false,
    scale: 0,
    bound,
    rel: 0,
    data,
    errors: undefined,
    fill: ({ from, count }) => {
      for (let i = 0; i < count; i++) data[i] = read(cells[from + i] ?? 0);
    },
    exact: (row) => fraction(read(cells[row] ?? 0)),
  };
}

function flagPart(flags: Uint8Array): FlagPart {
  const data = new Uint8Array(BLOCK);
  return {
    kind: 'flag',
    data,
    errors: undefined,
    fill: ({ from, count }) => {
      for (let i = 0; i < count; i++) data[i] = flags[from + i] === 1 ? 1 : 0;
    },
    exact: (row) => flags[row] === 1,
  };
}

function textPart(codes: Uint32Array, values: readonly string[]): TextPart {
  const part: TextPart = {
    kind: 'text',
    values,
    data: new Uint32Array(0),
    errors: undefined,
    fill: ({ from, count }) => {
      part.data = codes.subarray(from, from + count);
    },
    exact: (row) => values[codes[row] ?? 0] ?? '',
  };
  return part;
}
