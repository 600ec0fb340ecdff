import { describe, expect, test } from 'vitest';
import { deadlineOf } from '../../src/core/deadline.ts';
import { byUrgency } from '../../src/exporters/report/sections/urgency.ts';
import { resultRows } from '../../src/exporters/results/rows.ts';
import { day, handMadeSimulation } from '../support/simulation.ts';

const AS_OF = day('2026-11-22');
const deadline = (outcome: string, termEnd: string) => deadlineOf({ outcome, termEnd: day(termEnd) }, AS_OF);

describe('a deadline', () => {
  test('is 00:00 UTC of the inclusive term end, 24 hours before the term is over', () => {
    expect(deadline('est-drift', '2026-12-31')).toEqual({
      locksAt: day('2026-12-31'),
      daysLeft: 39,
      nextStep: 'decide',
    });
  });

  test.each([
    ['est-drift', '2026-12-06', 'decide-now'],
    ['est-drift', '2026-12-07', 'decide'],
    ['est-drift', '2026-11-23', 'decide-now'],
    ['est-drift', '2026-11-22', 'locked'],
    ['est-drift', '2026-11-02', 'locked'],
    ['est-chosen', '2026-11-23', 'confirm'],
    ['est-chosen', '2026-11-22', 'locked'],
  ])('of %s on %s: %s', (outcome, termEnd, step) => {
    expect(deadline(outcome, termEnd).nextStep).toBe(step);
  });

  test('does not exist in EST, which ends any day', () => {
    expect(deadline('in-est', '2026-10-31')).toEqual({ locksAt: undefined, daysLeft: 0, nextStep: 'in-est' });
  });
});

test('the most urgent are those with the most money per day left, of one currency', () => {
  const row = (id: string, currency: string, termEnd: string, extra: number, exposed = true) => ({
    ...{ id, currency, exposed, outcome: 'est-drift', termEnd: day(termEnd), amounts: { extra } },
  });
  const simulation = handMadeSimulation({
    rows: [
      row('far-and-dear', 'USD', '2027-03-02', 50_000),
      row('near-and-cheap', 'USD', '2026-11-24', 900),
      row('near-and-dear', 'USD', '2026-11-27', 50_000),
      row('cheaper', 'USD', '2026-11-24', -900),
      row('euro', 'EUR', '2026-11-24', 900_000),
      row('renews', 'USD', '2026-11-24', 900_000, false),
    ],
  });
  expect(byUrgency(resultRows(simulation), 'USD', AS_OF).map(({ row: { id } }) => id)).toEqual([
    'near-and-dear',
    'far-and-dear',
    'near-and-cheap',
    'cheaper',
  ]);
});
