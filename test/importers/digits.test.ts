/** Decimals read from their digits are those read from their text. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ExactBuilder, exactText } from '../../src/core/exact-column.ts';
import { isPlainDecimal, markEvidence } from '../../src/importers/cells/decimals.ts';
import { DigitReader } from '../../src/importers/read/byte-csv/digits.ts';
import { runs } from '../support/runs.ts';

const digits = (max: number) => fc.stringMatching(new RegExp(`^\\d{0,${String(max)}}$`));
const decimals = fc
  .tuple(fc.constantFrom('', '-', '+'), digits(20), fc.constantFrom('', '.', ',', '..'), digits(20))
  .map((parts) => parts.join(''));

it('reads what is plain and no more than 30 digits, and leaves everything else', () => {
  const reader = new DigitReader();
  fc.assert(
    fc.property(decimals, (text) => {
      const bytes = new TextEncoder().encode(`x${text}7`);
      const isRead = reader.read(bytes, 1, bytes.length - 1);
      const isPlain = isPlainDecimal(text) && !/^-?0\d/.test(text) && text.replace(/\D/g, '').length <= 30;
      expect(isRead).toBe(isPlain);
      if (!isRead) return;
      const { low, high, places, evidence } = reader;
      const column = { kind: 'exact', low: Float64Array.of(low), high: Float64Array.of(high), places: Uint8Array.of(places), wide: new Map() } as const; // prettier-ignore
      const builder = new ExactBuilder();
      builder.push(text);
      const expected = builder.finish();
      expect(exactText(column, 0)).toBe(text);
      expect([low, high + 0, places]).toEqual([expected.low[0], (expected.high?.[0] ?? 0) + 0, expected.places[0]]);
      expect(evidence).toBe(markEvidence(text));
    }),
    { numRuns: runs(3000) },
  );
});
