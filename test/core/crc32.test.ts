import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crc32 } from '../../src/core/crc32.ts';

it('has the check value of the standard', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array())).toBe(0);
});

it('notices every flipped bit', () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 64 });
  fc.assert(
    fc.property(bytes, fc.nat(), fc.nat(7), (data, at, bit) => {
      const flipped = data.slice();
      flipped[at % data.length] = (data[at % data.length] ?? 0) ^ (1 << bit);
      expect(crc32(flipped)).not.toBe(crc32(data));
    }),
  );
});
