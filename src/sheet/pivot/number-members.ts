/** Fields of numbers: one member for each distinct value, however many zeros it was written with. */
import { compare, parseExact, toDecimal } from '../../core/exact.ts';
import { exactText } from '../../core/exact-column.ts';
import type { CountColumn, DecimalColumn, ExactColumn } from '../../core/table.ts';
import type { Field } from './field.ts';

/** Rows between two pauses: texts of decimals take a while. */
const STEP = 50_000;

export function* numberMembers(
  column: CountColumn | DecimalColumn | ExactColumn,
  rows: Uint32Array,
): Generator<undefined, Field> {
  const textOf = canonicalText(column);
  const codeOf = new Map<string | undefined, number>();
  const met = new Uint32Array(rows.length);
  for (let item = 0; item < rows.length; item++) {
    if (item % STEP === STEP - 1) yield;
    const text = textOf(rows[item] ?? 0);
    const code = codeOf.get(text) ?? codeOf.size;
    if (code === codeOf.size) codeOf.set(text, code);
    met[item] = code;
  }
  yield;
  const values = [...codeOf.keys()].sort(byNumber);
  const rank = new Uint32Array(values.length);
  for (const [position, text] of values.entries()) rank[codeOf.get(text) ?? 0] = position;
  return { codes: met.map((code) => rank[code] ?? 0), members: { kind: 'number', values } };
}

/** The text of a row's number: equal numbers have equal texts; undefined when the cell is empty. */
function canonicalText(column: CountColumn | DecimalColumn | ExactColumn): (row: number) => string | undefined {
  switch (column.kind) {
    case 'count':
      return (row) => String(column.counts[row] ?? 0);
    case 'exact':
      return (row) => withoutZeros(exactText(column, row));
    case 'decimal': {
      const known = new Map<number, string>();
      return (row) => {
        const units = column.units[row] ?? NaN;
        if (Number.isNaN(units)) return withoutZeros(column.wide.get(row));
        const text = known.get(units) ?? scaledText(units, column.scale);
        known.set(units, text);
        return text;
      };
    }
  }
}

function scaledText(units: number, scale: number): string {
  if (scale === 0) return String(units + 0);
  return withoutZeros(`${String(units + 0)}e-${String(scale)}`) ?? '';
}

function withoutZeros(text: string | undefined): string | undefined {
  const exact = text === undefined ? undefined : parseExact(text);
  if (!exact) return text;
  let digits = 0;
  for (let power = 1n; power % exact.d !== 0n; power *= 10n) digits += 1;
  return toDecimal(exact, 0, digits);
}

/** Empty cells last. */
function byNumber(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  const floats = Number(a) - Number(b);
  if (floats !== 0) return floats;
  const [left, right] = [parseExact(a), parseExact(b)];
  return left && right ? compare(left, right) : 0;
}
