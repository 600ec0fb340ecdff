import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainSteps, type PlainTable, tableOfPlain } from '../../src/core/plain-table.ts';
import type { ExportCell, TableExport } from '../../src/core/table-export.ts';
import { column, day, error, flag, number, table, text } from '../exporters/table/tables.ts';
import { drained } from '../sheet/arrange/steps.ts';
import { runs } from '../support/runs.ts';

/** As it comes out of another thread. */
function sent(of: TableExport): TableExport {
  const plain: PlainTable = structuredClone(drained(plainSteps(of)));
  return tableOfPlain(plain);
}

function cells(of: TableExport): readonly (readonly ExportCell[])[] {
  return Array.from({ length: of.rows }, (_, row) => of.columns.map((_column, index) => of.cell(row, index)));
}

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 20 }))
  .map(([units, places]) => {
    const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
    const point = places > 0 ? `.${digits.slice(-places)}` : '';
    const plain = `${places > 0 ? digits.slice(0, -places) : digits}${point}`;
    return units < 0n ? `-${plain}` : plain;
  });

describe('a table laid out plainly', () => {
  it('keeps every decimal as it is written, with its currency', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(decimals, fc.constantFrom(undefined, 'EUR', 'USD'))), (amounts) => {
        const of = table(
          [column('Amount', 'number')],
          amounts.map(([decimal, currency]) => [number(decimal, '', currency)]),
        );
        expect(cells(sent(of))).toEqual(cells(of));
      }),
      { numRuns: runs(200) },
    );
  });

  it('keeps texts, days, flags and errors side by side, and the kinds of rows', () => {
    const of = table(
      [column('Name', 'text'), column('What', 'number', { formula: '=1' })],
      [
        [text('__proto__'), { ...day('2026-02-28'), text: '' }],
        [text(''), { ...flag(false), text: '' }],
        [text('=1+1'), { ...error('#N/A'), text: '' }],
        [text('Total'), text('EUR + USD')],
      ],
      [
        { kind: 'group', level: 0 },
        { kind: 'data', level: 1 },
        { kind: 'data', level: 1 },
        { kind: 'total', level: 0 },
      ],
    );
    const out = sent(of);
    expect(cells(out)).toEqual(cells(of));
    expect([0, 1, 2, 3].map((row) => out.rowKind?.(row))).toEqual([0, 1, 2, 3].map((row) => of.rowKind?.(row)));
    expect(out.columns).toEqual(of.columns);
  });

  it('takes what is shown where a column is text', () => {
    const of = table([column('Id', 'id')], [[number('7', '0007')]]);
    expect(cells(sent(of))).toEqual([[{ text: '0007' }]]);
  });
});
