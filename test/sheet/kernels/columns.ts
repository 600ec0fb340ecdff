/** Random columns for the kernels' tests, together with plain values to compare with. */
import fc from 'fast-check';
import { type Column, NO_DAY } from '../../../src/core/table.ts';

/** A column and the same cells as plain values; undefined is an empty cell. */
export interface Sample {
  readonly column: Column;
  readonly cells: readonly (string | number | undefined)[];
}

const MAX_ROWS = 60;
const cellOf = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<readonly (T | undefined)[]> =>
  fc.array(fc.option(value, { nil: undefined, freq: 5 }), { minLength: MAX_ROWS, maxLength: MAX_ROWS });

/** Texts of which some are equal to the language although their letters differ in form. */
export const WORDS = [
  'Adventure',
  'adventure',
  'Zürich',
  'Zurich',
  'Äpfel',
  'apple',
  'SKU 9',
  'SKU 10',
  '東京',
  'é',
  'e\u0301',
];

const texts = cellOf(fc.constantFrom(...WORDS)).map((cells): Sample => {
  const values = ['', ...WORDS];
  const codes = Uint32Array.from(cells, (cell) => (cell === undefined ? 0 : values.indexOf(cell)));
  return { column: { kind: 'text', codes, values }, cells };
});

const wideText = '9007199254740993.5';
const decimals = cellOf(fc.oneof(fc.integer({ min: -9, max: 9 }), fc.maxSafeInteger(), fc.constant(wideText))).map(
  (cells): Sample => {
    const units = Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : NaN));
    const wide = new Map(
      [...cells.entries()].flatMap(([row, cell]) => (cell === wideText ? [[row, wideText] as const] : [])),
    );
    const numbers = cells.map((cell) => (cell === wideText ? Number(wideText) * 100 : cell));
    return { column: { kind: 'decimal', scale: 2, units, wide }, cells: numbers };
  },
);

const days = cellOf(fc.integer({ min: -40_000, max: 40_000 })).map((cells): Sample => {
  return { column: { kind: 'day', days: Int32Array.from(cells, (cell) => cell ?? NO_DAY) }, cells };
});

const flags = cellOf(fc.constantFrom(0, 1)).map((cells): Sample => {
  return { column: { kind: 'flag', flags: Uint8Array.from(cells, (cell) => cell ?? 2) }, cells };
});

const counts = fc
  .array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { minLength: MAX_ROWS, maxLength: MAX_ROWS })
  .map((cells): Sample => ({ column: { kind: 'count', counts: Uint32Array.from(cells) }, cells }));

/** Any column of 60 rows. */
export const anySample = fc.oneof(texts, decimals, days, flags, counts);
export const samples = { texts, decimals, days, flags, counts };
