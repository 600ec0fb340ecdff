/** The golden formulas and a host of the few cells that each reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { makeDay } from '../../../src/core/days.ts';
import { compile } from '../../../src/sheet/formula/compile.ts';
import type { CellRange, Host } from '../../../src/sheet/formula/host.ts';
import { matrixFrom } from '../../../src/sheet/formula/matrix.ts';
import { parseFormula } from '../../../src/sheet/formula/parse.ts';
import { ERROR_CODES, errorOf, isError, isMatrix, type Scalar, type Value } from '../../../src/sheet/formula/value.ts';
import { FUNCTIONS } from '../../../src/sheet/functions/index.ts';

export type PlainCell = number | string | boolean;

export interface Golden {
  readonly function: string;
  readonly formula: string;
  /** Cells by their A1 name; the text of an error is that error. */
  readonly cells?: Readonly<Record<string, PlainCell>>;
  /** A cell, or the rows of what spills. */
  readonly expected: PlainCell | readonly (readonly PlainCell[])[];
  /** Digits after the point that count; all when it is missing. */
  readonly digits?: number;
  /** Where the expectation comes from. */
  readonly source: string;
}

const FOLDER = 'test/golden/formulas';

/** All golden formulas by the name of their file. */
export function goldenFiles(): ReadonlyMap<string, readonly Golden[]> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  return new Map(names.map((name) => [name, JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Golden[]]));
}

function scalarOf(cell: PlainCell | undefined): Scalar {
  const code = ERROR_CODES.find((known) => known === cell);
  return code === undefined ? (cell ?? null) : errorOf(code);
}

/** Figures of one subscription, S1, whatever else is asked. */
const PRODUCT: Readonly<Record<string, number>> = {
  'EST.PRICE': 41.2,
  'LIST.PRICE': 39,
  'TERM.END': 46_387,
  'LOCK.DATE': 46_386,
  PASSED: 12.5,
  FX: 1.25,
};

function product(name: string, [first, second]: readonly Scalar[]): Scalar {
  const isKnown = name === 'FX' ? first === 'EUR' && second === 'USD' : first === 'S1';
  return isKnown ? (PRODUCT[name] ?? null) : errorOf('#N/A');
}

export function hostOf(cells: Readonly<Record<string, PlainCell>>): Host {
  const cell = (row: number, column: number): Scalar =>
    scalarOf(cells[`${String.fromCharCode(65 + column)}${String(row + 1)}`]);
  return {
    asOf: makeDay(2026, 11, 26) ?? NaN,
    locale: 'en-US',
    product,
    cell: (_sheet, row, column) => cell(row, column),
    range: (_sheet, { top, left, bottom, right }: CellRange) =>
      matrixFrom(bottom - top + 1, right - left + 1, (row, column) => cell(top + row, left + column)),
    column: () => undefined,
    rowCell: () => undefined,
    name: () => undefined,
  };
}

/** What a formula gives, errors as their text, blocks as rows. */
export function resultOf(formula: string, cells: Readonly<Record<string, PlainCell>> = {}): unknown {
  const tree = parseFormula(formula);
  if (!tree.ok) return `cannot be read: ${tree.error.words}`;
  return plain(compile(tree.value, FUNCTIONS).evaluate(hostOf(cells), { row: 99, column: 25 }));
}

function plain(value: Value): unknown {
  if (isMatrix(value)) {
    return Array.from({ length: value.rows }, (_, row) =>
      Array.from({ length: value.columns }, (_, column) => plain(value.at(row, column) ?? 0)),
    );
  }
  return isError(value) ? value.code : value;
}

/** Whether a result is what is expected: numbers to the digits that count, else to the last bit but two. */
export function isExpected(result: unknown, expected: Golden['expected'], digits?: number): boolean {
  if (Array.isArray(expected)) {
    return (
      Array.isArray(result) &&
      result.length === expected.length &&
      expected.every((row: Golden['expected'], index) => isExpected(result[index], row, digits))
    );
  }
  if (typeof expected !== 'number' || typeof result !== 'number') return result === expected;
  return Math.abs(result - expected) <= (digits === undefined ? 4e-16 * Math.abs(expected) : 10 ** -digits);
}
