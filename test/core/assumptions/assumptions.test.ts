/** Handles on every number of a scenario: read, set, within limits, on their grid; what they set survives a file. */
import { describe, expect, it } from 'vitest';
import { assumptionAt, assumptionsOf } from '../../../src/core/assumptions/assumptions.ts';
import type { Assumption } from '../../../src/core/assumptions/assumption.ts';
import { rangeOf } from '../../../src/core/assumptions/ranges.ts';
import { fromSteps, spreadSteps, toSteps } from '../../../src/core/assumptions/steps.ts';
import { readScenario } from '../../../src/core/scenario/read.ts';
import { writeScenario } from '../../../src/core/scenario/write.ts';
import { requestOf } from '../../sim/what-if/book.ts';
import { day } from '../../support/simulation.ts';

function at(path: string, request = requestOf()): Assumption {
  const found = assumptionAt(request, path);
  if (!found) throw new Error(`INTERNAL: no ${path}`);
  return found;
}

describe('assumptions', () => {
  it('are found in every part of a scenario, in their unit', () => {
    const values = Object.fromEntries(assumptionsOf(requestOf()).map(({ path, unit, value }) => [path, [unit, value]]));
    expect(values).toMatchObject({
      'est.upliftMonthly': ['percent', '3'],
      'est.bridgeDays': ['days', '365'],
      'est.eligibleEndFrom': ['date', String(day('2026-05-04'))],
      'priceChanges[0].value': ['percent', '8'],
      'priceChanges[0].from': ['date', String(day('2027-01-01'))],
      'priceChanges[1].value': ['money', '-2.5'],
      'decisions[0].bridgeDays': ['days', '45'],
      'margin.business.percent': ['percent', '18'],
      'margin.customers["other"].price': ['money', '24'],
      'margin.subscriptions["sub-2"].percent': ['percent', '12.5'],
      'clauses["customer"].capPercent': ['percent', '5'],
      'clauses["customer"].noticeDays': ['days', '30'],
      'window.asOf': ['date', String(day('2026-11-22'))],
      'window.horizonMonths': ['months', '12'],
    });
    expect(assumptionsOf(requestOf()).filter(({ subject }) => subject.kind === 'fx')).toHaveLength(2);
  });

  it('set what they read, change nothing else, and write what a file can hold', () => {
    for (const { path } of assumptionsOf(requestOf())) {
      const before = requestOf();
      const handle = at(path, before);
      const value = fromSteps(toSteps(handle.value, handle) + 1, handle);
      const after = handle.set(before, value);
      expect(at(path, after).value, path).toBe(value);
      const others = (request: typeof before) =>
        assumptionsOf(request).filter((one) => one.path !== path && !one.open).map((one) => [one.path, one.value]); // prettier-ignore
      expect(others(after), path).toEqual(others(before));
      expect(readScenario(writeScenario(after.scenario)).ok, path).toBe(true);
      expect(before, path).toEqual(requestOf());
    }
  });

  it('say a share of the file as per cent, and back', () => {
    const uplift = at('est.upliftMonthly').set(requestOf(), '4.2501');
    expect(uplift.scenario.est.upliftMonthly).toBe('0.042501');
  });

  it('take their range from the card, written as in the file, else one around the value within the limits', () => {
    const uplift = at('est.upliftMonthly');
    expect(rangeOf(uplift, requestOf().scenario)).toEqual({ low: '1.5', high: '4.5', isStated: false });
    const meta = new Map([
      ['est.upliftMonthly', { low: '0.02', high: '0.05' }],
      ['fx.shocks["EUR"]["2027-03-01"]', { low: '-3' }],
      ['margin.business', { high: '30' }],
    ]);
    const carded = { ...requestOf().scenario, meta };
    expect(rangeOf(at('margin.business.percent'), carded)).toEqual({ low: '9', high: '30', isStated: true });
    expect(rangeOf(at('fx.shocks[0].percent'), carded)).toEqual({ low: '-3', high: '6', isStated: true });
    expect(rangeOf(uplift, carded)).toEqual({ low: '2', high: '5', isStated: true });
    expect(rangeOf(at('est.bridgeDays'), requestOf().scenario)).toEqual({ low: '30', high: '365', isStated: false });
    expect(rangeOf(at('priceChanges[1].value'), requestOf().scenario)).toMatchObject({ low: '-3.75', high: '-1.25' });
  });

  it('spread over whole steps with both ends', () => {
    expect(spreadSteps(0, 10, 5)).toEqual([0, 3, 5, 8, 10]);
    expect(spreadSteps(4, 6, 33)).toEqual([4, 5, 6]);
    expect(spreadSteps(7, 7, 3)).toEqual([7]);
  });
});
