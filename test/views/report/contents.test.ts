import { expect, it } from 'vitest';
import { createFormat } from '../../../src/core/format.ts';
import { reportContents } from '../../../src/views/report/contents.ts';
import { handMadeSimulation, totals } from '../../support/simulation.ts';

it('tells the window, each currency by itself, and how much of everything there is', () => {
  const simulation = handMadeSimulation({
    totals: [
      totals('EUR', { subscriptions: 3, exposed: 0 }),
      totals('USD', { subscriptions: 5, exposed: 2, est: 123_456, extra: 5000 }),
    ],
    unpriced: [{ row: 1, id: 'x', reason: 'No list.' }],
  });
  const contents = new Map(reportContents(simulation, 'Base', 3, createFormat('en-GB')));
  expect(contents.get('Window')).toBe('22 Nov 2026 to 21 Nov 2027');
  expect(contents.get('Totals USD')).toBe('2 of 5 subscriptions exposed, EST cost 1,234.56, extra +50.00');
  expect(contents.get('Totals EUR')).toContain('0 of 3');
  expect(contents.get('Charts')).toMatch(/^5,/);
  expect(contents.get('Exposed subscriptions')).toBe('2');
  expect(contents.get('Not priced')).toBe('1');
});
