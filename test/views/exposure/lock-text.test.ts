import { expect, test } from 'vitest';
import { deadlineOf } from '../../../src/core/deadline.ts';
import { createFormat } from '../../../src/core/format.ts';
import { lockWriter } from '../../../src/views/exposure/lock-text.ts';
import { day } from '../../support/simulation.ts';

const AS_OF = day('2026-11-22');

test.each([
  ['Europe/Berlin', '2026-12-31', '31 Dec (01:00) · 39 d'],
  ['America/New_York', '2026-12-31', '31 Dec (30 Dec, 19:00) · 39 d'],
  ['UTC', '2026-12-07', '7 Dec (00:00) · 15 d'],
  ['UTC', '2026-12-06', '6 Dec (00:00) · 14 days left'],
  ['UTC', '2026-11-23', '23 Nov (00:00) · 1 day left'],
  ['UTC', '2026-11-22', '22 Nov · locked'],
])('in %s a term that ends on %s locks at: %s', (timeZone, end, text) => {
  const deadline = deadlineOf({ outcome: 'est-drift', termEnd: day(end) }, AS_OF);
  expect(lockWriter(createFormat('en-GB'), timeZone)(deadline)).toBe(text);
});

test('in EST there is no lock', () => {
  const deadline = deadlineOf({ outcome: 'in-est', termEnd: day('2026-10-31') }, AS_OF);
  expect(lockWriter(createFormat('en-GB'))(deadline)).toBe('any day');
});
