import { describe, expect, it } from 'vitest';
import { toDecimal } from '../../src/core/exact.ts';
import { type Table, exactAt } from '../../src/core/table.ts';
import { DecimalBuilder } from '../../src/core/column-builders.ts';
import { concatTables } from '../../src/sim/concat.ts';

function tableOf(...cells: readonly string[]): Table {
  const builder = new DecimalBuilder();
  for (const cell of cells) builder.push(cell);
  return { rows: cells.length, columns: new Map([['price', builder.finish()]]) };
}

describe('decimals of several files', () => {
  it('keep every digit, also where a common scale leaves the safe integers', () => {
    const cells = [['9007199254740.93', '', '1.5'], ['0.000001'], ['12345678901234567890.123456789']];
    const { rows, columns } = concatTables(cells.map((row) => tableOf(...row)), { price: 'decimal' }); // prettier-ignore
    const texts = Array.from({ length: rows }, (_, row) => {
      const value = exactAt(columns.get('price'), row);
      return value === undefined ? '' : toDecimal(value, 0, 20);
    });
    expect(texts).toStrictEqual(cells.flat());
  });
});
