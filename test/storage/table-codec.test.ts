import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column, Table } from '../../src/core/table.ts';
import { NO_DAY } from '../../src/core/table.ts';
import { tableOf } from '../../src/storage/decode-table.ts';
import { partsOf } from '../../src/storage/encode-table.ts';
import { layoutOf } from '../../src/storage/layout.ts';
import { tables } from './support/arbitrary-tables.ts';

function roundTrip(table: Table): Table {
  const stored = structuredClone({ layout: layoutOf(table), parts: [...partsOf(table)] });
  return tableOf(stored.layout, stored.parts);
}

const tableWith = (rows: number, columns: readonly (readonly [string, Column])[]): Table => ({
  rows,
  columns: new Map(columns),
});

describe('a table survives the way through Arrow parts', () => {
  it('whatever its columns hold', () => {
    fc.assert(
      fc.property(tables(), (table) => {
        expect(roundTrip(table)).toStrictEqual(table);
      }),
    );
  });

  it('with no rows, no columns, or neither', () => {
    for (const table of [
      tableWith(0, []),
      tableWith(7, []),
      tableWith(0, [['a', { kind: 'text', codes: new Uint32Array(), values: [''] }]]),
    ])
      expect(roundTrip(table)).toStrictEqual(table);
  });

  it('with headers that upset objects, in their order', () => {
    const count: Column = { kind: 'count', counts: Uint32Array.of(1, 2) };
    const names = ['__proto__', 'constructor', '2', '1', '', '\ud800', 'hasOwnProperty'];
    const table = tableWith(2, names.map((name) => [name, count] as const)); // prettier-ignore
    expect([...roundTrip(table).columns.keys()]).toStrictEqual(names);
  });

  it('with texts that UTF-8 or a decoder would change', () => {
    const values = ['', '\ufeffbyte order mark', 'lone \udc00', '\u0000', '😀', 'e\u0301', 'é'];
    const table = tableWith(1, [['t', { kind: 'text', codes: Uint32Array.of(1), values }]]);
    expect(roundTrip(table)).toStrictEqual(table);
  });

  it('with empty days, negative zero and wide decimals', () => {
    const wide = new Map([[2, '123456789012345678901234567890.123456789012345678']]);
    const table = tableWith(3, [
      ['day', { kind: 'day', days: Int32Array.of(NO_DAY, 0, 2_932_896) }],
      ['price', { kind: 'decimal', scale: 4, units: Float64Array.of(-0, 9_007_199_254_740_991, NaN), wide }],
    ]);
    const column = roundTrip(table).columns.get('price');
    expect(roundTrip(table)).toStrictEqual(table);
    expect(column?.kind === 'decimal' && Object.is(column.units[0], -0)).toBe(true);
  });

  it('over several parts, with a dictionary of more than 65,536 texts', () => {
    const rows = 150_000;
    const values = ['', ...Array.from({ length: rows }, (_, i) => `CFQ7TTC0:${String(i)}`)];
    const table = tableWith(rows, [
      ['id', { kind: 'text', codes: Uint32Array.from({ length: rows }, (_, i) => rows - i), values }],
      ['#row', { kind: 'count', counts: Uint32Array.from({ length: rows }, (_, i) => i + 2) }],
    ]);
    expect([...partsOf(table)].map(({ holds, count }) => `${holds} ${String(count)}`)).toStrictEqual([
      'texts 65536', 'texts 65536', 'texts 18929', 'rows 65536', 'rows 65536', 'rows 18928',
    ]); // prettier-ignore
    const back = roundTrip(table);
    expect(back.columns.get('#row')).toStrictEqual(table.columns.get('#row'));
    expect(back.columns.get('id')).toStrictEqual(table.columns.get('id'));
  });
});

describe('parts that do not fit their layout', () => {
  it('are refused', () => {
    const table = tableWith(2, [['n', { kind: 'count', counts: Uint32Array.of(1, 2) }]]);
    const [part] = [...partsOf(table)];
    const layout = layoutOf(table);
    expect(() => tableOf(layout, [])).toThrow('rows are missing');
    expect(() => tableOf({ ...layout, rows: 1 }, part ? [part] : [])).toThrow('beyond the table');
    expect(() => tableOf({ ...layout, columns: [] }, part ? [part] : [])).toThrow('other columns');
  });
});
