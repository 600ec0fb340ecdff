import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equals, parseExact } from '../../src/core/exact.ts';
import { ExactBuilder, exactFloat, exactText, exactValue } from '../../src/core/exact-column.ts';

function columnOf(...texts: readonly string[]): ReturnType<ExactBuilder['finish']> {
  const builder = new ExactBuilder();
  for (const text of texts) if (!builder.push(text)) throw new Error(`not a decimal: ${text}`);
  return builder.finish();
}

describe('exact columns', () => {
  const decimals = [
    '0', '0.00', '-0.00', '115.2', '115.20', '0.0209496384791679', '0.27224589249009701', '22.000000000000000000',
    '9223372036854775807', '-9223372036854775807.5', '999999999999999', '1000000000000000', '123456789012345678901234567890',
    '1234567890123456789012345678901', '007.50', '0.00000000000000000000000000000000001',
  ]; // prettier-ignore

  it.each(decimals)('gives %s back as it was written', (text) => {
    expect(exactText(columnOf('1', text), 1)).toBe(text);
  });

  it('keeps empty cells apart from zero', () => {
    const column = columnOf('', '0');
    expect([exactText(column, 0), exactValue(column, 0), exactFloat(column, 0)]).toEqual([undefined, undefined, NaN]);
    expect(exactText(column, 1)).toBe('0');
  });

  it('refuses what is no canonical decimal', () => {
    const builder = new ExactBuilder();
    expect(['1e5', '1,5', '+1', '.5', '5.', ' 1', 'x'].map((text) => builder.push(text))).toEqual(Array(7).fill(false));
    expect(builder.finish().low).toHaveLength(0);
  });

  it('has the value that the text has', () => {
    const digits = fc.string({
      unit: fc.constantFrom(...Array.from({ length: 10 }, (_, digit) => String(digit))),
      minLength: 1,
      maxLength: 32,
    });
    const texts = fc.tuple(fc.boolean(), digits, fc.option(digits)).map(([minus, whole, part]) => {
      const canonical = whole.replace(/^0+(?=\d)/, '');
      return (minus ? '-' : '') + canonical + (part === null ? '' : `.${part}`);
    });
    fc.assert(
      fc.property(texts, (text) => {
        const column = columnOf(text);
        const value = exactValue(column, 0);
        const expected = parseExact(text);
        expect(exactText(column, 0)).toBe(text);
        expect(value && expected && equals(value, expected)).toBe(true);
        expect(exactFloat(column, 0)).toBeCloseTo(Number(text), 6 - text.length);
      }),
    );
  });
});
