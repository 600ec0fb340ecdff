/** Tables of any shape for property tests: every column kind, odd headers, broken surrogates, unused dictionary entries. */
import fc from 'fast-check';
import type { Column, Table } from '../../../src/core/table.ts';
import { ExactBuilder } from '../../../src/core/exact-column.ts';
import { NO_DAY } from '../../../src/core/table.ts';

const anyText = fc.string({ unit: fc.oneof(fc.constantFrom('\ufeff', '\ud800', '\udc00', 'a', '0', '\n'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })) }); // prettier-ignore
const header = fc.oneof(anyText, fc.constantFrom('__proto__', 'constructor', '#row', 'x:toString'));

const sized = <T>(rows: number, cell: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(cell, { minLength: rows, maxLength: rows });

function text(rows: number): fc.Arbitrary<Column> {
  return fc
    .uniqueArray(
      anyText.filter((value) => value !== ''),
      { maxLength: 12 },
    ) // prettier-ignore
    .chain((words) =>
      sized(rows, fc.nat(words.length)).map((codes) => ({
        kind: 'text',
        codes: Uint32Array.from(codes),
        values: ['', ...words],
      })),
    );
}

function decimal(rows: number): fc.Arbitrary<Column> {
  const cell = fc.oneof(fc.constant(NaN), fc.maxSafeInteger());
  return fc.tuple(sized(rows, cell), fc.nat(6)).map(([units, scale]) => {
    const empty = units.flatMap((unit, row) => (Number.isNaN(unit) && row % 2 === 0 ? [row] : []));
    const wide = new Map(empty.map((row) => [row, `${'9'.repeat(20)}.${String(row)}`]));
    return { kind: 'decimal', scale, units: Float64Array.from(units), wide };
  });
}

/** Decimals with the digits that each was written with. */
function placed(rows: number): fc.Arbitrary<Column> {
  const places = sized(rows, fc.nat(6)).map((digits) => Uint8Array.from(digits));
  return fc.tuple(decimal(rows), places).map(([column, written]) => ({ ...column, places: written }) as Column);
}

/** As written in bulk files: up to 30 digits, or 255 after the point, or more; negative zeros among them. */
function exact(rows: number): fc.Arbitrary<Column> {
  const digits = fc.stringMatching(/^[0-9]{0,12}(?:[0-9]{0,30})?$/);
  const text = fc.tuple(fc.constantFrom('', '-'), fc.nat(2_000_000), digits).map(([sign, whole, part]) => {
    return `${sign}${String(whole)}${part === '' ? '' : `.${part}`}`;
  });
  const cell = fc.oneof(fc.constant(''), fc.constantFrom('-0.00', '0', '1'.repeat(40), `0.${'3'.repeat(300)}`), text);
  return sized(rows, cell).map((texts) => {
    const builder = new ExactBuilder();
    for (const one of texts) builder.push(one);
    return builder.finish();
  });
}

function column(rows: number): fc.Arbitrary<Column> {
  return fc.oneof(
    text(rows),
    decimal(rows),
    placed(rows),
    exact(rows),
    sized(rows, fc.oneof(fc.constant(NO_DAY), fc.integer())).map((days): Column => ({
      kind: 'day',
      days: Int32Array.from(days),
    })),
    sized(rows, fc.nat(2)).map((flags): Column => ({ kind: 'flag', flags: Uint8Array.from(flags) })),
    sized(rows, fc.nat(0xffff_ffff)).map((counts): Column => ({ kind: 'count', counts: Uint32Array.from(counts) })),
  );
}

export function tables(): fc.Arbitrary<Table> {
  return fc.nat(40).chain((rows) =>
    fc.uniqueArray(fc.tuple(header, column(rows)), { selector: ([name]) => name, maxLength: 8 }).map((columns) => ({
      rows,
      columns: new Map(columns),
    })),
  );
}
