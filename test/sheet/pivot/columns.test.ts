/** Every kind of column as a field and as a value. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ExactBuilder } from '../../../src/core/exact-column.ts';
import { ZERO, add, equals, parseExact } from '../../../src/core/exact.ts';
import type { Column } from '../../../src/core/table.ts';
import { cellAt } from '../../../src/sheet/pivot/cells.ts';
import type { PivotSource } from '../../../src/sheet/pivot/source.ts';
import { runs } from '../../support/runs.ts';
import { anySample } from '../kernels/columns.ts';
import { lineNames, pivotOf, printed } from './support.ts';

function sourceOf(rows: number, column: Column): PivotSource {
  return { rows, column: () => column, currency: () => undefined, currencyKey: 'currency' };
}

function exactColumn(texts: readonly string[]): Column {
  const builder = new ExactBuilder();
  for (const text of texts) builder.push(text);
  return builder.finish();
}

const written = fc.oneof(
  fc.constantFrom(
    '',
    '0.10',
    '0.1',
    '-5',
    '1.234567890123456789',
    '123456789012345678901234567890.5',
    '7.000000000000',
  ),
  fc.integer({ min: -999, max: 999 }).map((units) => String(units)),
);

describe('fields', () => {
  test('of any kind make one member for each distinct value', () => {
    fc.assert(
      fc.property(anySample, ({ column, cells }) => {
        const pivot = pivotOf(sourceOf(cells.length, column), { rows: [{ key: 'a' }], totals: false });
        expect(pivot.rowLines.node).toHaveLength(new Set(cells).size);
      }),
      { numRuns: runs(100) },
    );
  });

  test('of numbers are one for all ways to write a number, in the order of size', () => {
    const source = sourceOf(6, exactColumn(['10', '9.50', '', '-1', '9.5', '9.500']));
    const { rowAxis, rowLines } = pivotOf(source, { rows: [{ key: 'a' }], totals: false });
    expect(lineNames(rowAxis, rowLines)).toEqual(['-1', '9.5', '10', '']);
  });
});

describe('values', () => {
  test('of any number of digits add up exactly', () => {
    fc.assert(
      fc.property(fc.array(written), (texts) => {
        const values = [{ key: 'a', aggregate: 'sum' } as const];
        const cell = cellAt(pivotOf(sourceOf(texts.length, exactColumn(texts)), { values }), 0, 0, 0);
        const numbers = texts.flatMap((text) => parseExact(text) ?? []);
        if (numbers.length === 0) expect(cell.kind).toBe('empty');
        else expect(cell.kind === 'value' && equals(cell.value, numbers.reduce(add, ZERO))).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });

  test('that are no numbers have no sum', () => {
    const source = sourceOf(2, { kind: 'text', codes: Uint32Array.of(1, 1), values: ['', 'a'] });
    const values = (['sum', 'average', 'min', 'share', 'count'] as const).map((aggregate) => ({ key: 'a', aggregate }));
    expect(printed(pivotOf(source, { values }))).toEqual(['* |  |  |  |  | 2']);
  });
});
