import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../src/core/schema/coverage.ts';
import { isCoverage } from '../../src/storage/valid-coverage.ts';

const GOOD: Coverage = {
  days: [{ day: 20_000, rows: 2, digest: 7, sums: { total: { EUR: '-1.10' } } }],
  customers: { ids: ['c-1'], isCapped: false },
  invoices: { ids: [], isCapped: false },
  unbilled: 2,
  sample: { identities: [7], days: [20_000], below: 2 ** 32 },
};
const [day] = GOOD.days;

describe('what a stored or restored dataset says that it covers', () => {
  it('is computed with only when all of it is as this app writes it', () => {
    expect(isCoverage(GOOD)).toBe(true);
    expect(isCoverage({ ...GOOD, undated: { rows: 1, digest: 3, sums: {} } })).toBe(true);
  });

  it.each([
    ['no record', 'coverage'],
    ['an amount that is none', { ...GOOD, days: [{ ...day, sums: { total: { EUR: '1e9' } } }] }],
    ['a number for an amount', { ...GOOD, days: [{ ...day, sums: { total: { EUR: 1 } } }] }],
    ['a day that is none', { ...GOOD, days: [{ ...day, day: '2026-06-01' }] }],
    ['no sums', { ...GOOD, undated: { rows: 1, digest: 3 } }],
    ['ids that are no texts', { ...GOOD, customers: { ids: [1], isCapped: false } }],
    ['no sample', { ...GOOD, sample: undefined }],
    ['fewer than no rows', { ...GOOD, unbilled: -1 }],
  ])('is damage otherwise: %s', (_, value: unknown) => {
    expect(isCoverage(value)).toBe(false);
  });
});
