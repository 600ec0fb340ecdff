import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CountBuilder, DayBuilder, DecimalBuilder, FlagBuilder, TextBuilder } from '../../src/core/column-builders.ts';
import { toDecimal } from '../../src/core/exact.ts';
import { type Column, countAt, dayAt, emptyTable, exactAt, flagAt, takeRows, textAt } from '../../src/core/table.ts';
import { runs } from '../support/runs.ts';

function decimals(texts: readonly string[]): Column {
  const builder = new DecimalBuilder();
  for (const text of texts) expect(builder.push(text), text).toBe(true);
  return builder.finish();
}

function shown(column: Column, row: number): string | undefined {
  const value = exactAt(column, row);
  return value && toDecimal(value, 0, 40);
}

describe('columns', () => {
  it('keep text by dictionary, also names that objects have', () => {
    const builder = new TextBuilder();
    const texts = ['a', '', 'a', '__proto__', 'constructor', '0001'];
    for (const text of texts) builder.push(text);
    const column = builder.finish();
    expect(texts.map((_, row) => textAt(column, row))).toEqual(texts);
    expect(column.values).toEqual(['', 'a', '__proto__', 'constructor', '0001']);
  });

  it('keep decimals exactly, whatever their digits', () => {
    const texts = ['1.5', '', '-0.05', '1234567890123456789.123456789', '0.0000000001', '9007199254740993', '0'];
    const column = decimals(texts);
    expect(texts.map((_, row) => shown(column, row) ?? '')).toEqual(texts);
  });

  it('are not widened by one odd cell', () => {
    const column = decimals(['12.34', '0.123456789']);
    expect(column).toMatchObject({ kind: 'decimal', scale: 6 });
    expect(shown(column, 0)).toBe('12.34');
    expect(shown(column, 1)).toBe('0.123456789');
  });

  it.each(['1,5', '1e3', '+1', ' 1', '.5', '5.', '1.2.3', 'x', '-'])('refuse the decimal %j', (text) => {
    expect(new DecimalBuilder().push(text)).toBe(false);
  });

  it('give back every canonical decimal', () => {
    const canonical = fc
      .tuple(fc.boolean(), fc.bigInt(0n, 10n ** 18n), fc.stringMatching(/^\d{0,9}$/))
      .map(([minus, whole, part]) => `${minus ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`);
    fc.assert(
      fc.property(fc.array(canonical, { maxLength: 20 }), (texts) => {
        const column = decimals(texts);
        const plain = (text: string): string => shown(decimals([text]), 0) ?? '';
        expect(texts.map((_, row) => shown(column, row))).toEqual(texts.map(plain));
      }),
      { numRuns: runs(100) },
    );
  });

  it('keep days, flags and counts with their empty cells', () => {
    const days = new DayBuilder();
    const flags = new FlagBuilder();
    const counts = new CountBuilder();
    for (const value of [0, undefined, -5]) days.push(value);
    for (const value of [true, undefined, false]) flags.push(value);
    for (let row = 0; row < 3000; row++) counts.push(row);
    const [dayColumn, flagColumn, countColumn] = [days.finish(), flags.finish(), counts.finish()];
    expect([0, 1, 2].map((row) => dayAt(dayColumn, row))).toEqual([0, undefined, -5]);
    expect([0, 1, 2].map((row) => flagAt(flagColumn, row))).toEqual([true, undefined, false]);
    expect(countAt(countColumn, 2999)).toBe(2999);
  });

  it('of another kind, or none, are empty', () => {
    const text = new TextBuilder();
    text.push('1');
    const column = text.finish();
    expect([exactAt(column, 0), dayAt(column, 0), flagAt(column, 0), countAt(column, 0)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(textAt(undefined, 0)).toBe('');
  });
});

describe('tables', () => {
  it('give chosen rows in the chosen order, wide decimals too', () => {
    const names = new TextBuilder();
    for (const name of ['a', 'b', 'c']) names.push(name);
    const columns = new Map<string, Column>([
      ['name', names.finish()],
      ['price', decimals(['1.5', '123456789012345678901234', ''])],
    ]);
    const taken = takeRows({ rows: 3, columns }, Uint32Array.of(2, 1));
    expect(taken.rows).toBe(2);
    expect([0, 1].map((row) => textAt(taken.columns.get('name'), row))).toEqual(['c', 'b']);
    const price = taken.columns.get('price');
    expect(price && [0, 1].map((row) => shown(price, row))).toEqual([undefined, '123456789012345678901234']);
    expect(emptyTable().rows).toBe(0);
  });
});
