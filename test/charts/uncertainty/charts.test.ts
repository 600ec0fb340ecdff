/** The charts of uncertainty: words, tables and pictures of figures whose answers are known. */
import { parse } from 'vega';
import { describe, expect, it } from 'vitest';
import { exceedanceChart } from '../../../src/charts/uncertainty/exceedance.ts';
import { fanChart } from '../../../src/charts/uncertainty/fan.ts';
import { histogramChart } from '../../../src/charts/uncertainty/histogram.ts';
import { uncertaintyTornado } from '../../../src/charts/uncertainty/tornado.ts';
import { type Spread, countAbove } from '../../../src/charts/uncertainty/types.ts';
import { worstCustomersChart } from '../../../src/charts/uncertainty/worst-customers.ts';
import type { ChartModel } from '../../../src/core/chart.ts';
import { percentileInc } from '../../../src/core/sample-statistics.ts';
import { compileChart } from '../../../src/workers/compile-chart.ts';
import { CONTEXT } from '../sample.ts';

const SUBJECT = { amount: 'Extra', currency: 'USD' };

function spread(values: readonly number[], deterministic = 0): Spread {
  const sorted = Float64Array.from(values).sort();
  const at = (percent: number): number => percentileInc(sorted, percent);
  return { sorted, p5: at(5), p50: at(50), p90: at(90), p95: at(95), deterministic };
}

/** 0.00 to 100.00 in steps of one. */
const EVEN = spread(
  Array.from({ length: 101 }, (_, index) => index * 100),
  7500,
);
const MONTHS = [
  { month: 24323, p5: 100, p25: 200, p50: 300, p75: 400, p95: 500, deterministic: 250 },
  { month: 24324, p5: -1000, p25: 0, p50: 300, p75: 900, p95: 4000, deterministic: 5000 },
];
const CUSTOMERS = [
  { customerId: 'a', customer: 'Adatum', mean: 1234.5, deterministic: 900 },
  { customerId: 'b', customer: '', mean: 0, deterministic: 0 },
];
const INPUTS = [
  { index: 0, name: 'Seats', lowValue: '−8 %', highValue: '+3 %', atLow: 900, atHigh: 1100 },
  { index: 1, name: 'Prices', lowValue: '+1 %', highValue: '+7 %', atLow: 1500, atHigh: 600 },
];

const CHARTS: Readonly<Record<string, ChartModel<unknown>>> = {
  fan: fanChart(MONTHS, SUBJECT, CONTEXT),
  histogram: histogramChart(EVEN, SUBJECT, CONTEXT),
  exceedance: exceedanceChart(EVEN, [9000], SUBJECT, CONTEXT),
  customers: worstCustomersChart(CUSTOMERS, 'USD', CONTEXT),
  tornado: uncertaintyTornado(INPUTS, 1000, SUBJECT, CONTEXT),
};

describe.each(Object.entries(CHARTS))('%s', (_, { spec, ...model }) => {
  it('compiles, names its data and no address, and is plain data', () => {
    expect(() => parse(compileChart(spec), {}, { ast: true })).not.toThrow();
    const names = [...JSON.stringify(spec).matchAll(/"data":\{"name":"(\w+)"\}/g)].map(([, data]) => data);
    expect(new Set(names)).toEqual(new Set(Object.keys(model.data)));
    expect(JSON.stringify({ ...spec, $schema: '' })).not.toMatch(/"(url|href|usermeta|tooltip)"/);
    expect(structuredClone(model)).toEqual(model);
    for (const row of model.table.rows) expect(row).toHaveLength(model.table.columns.length);
    for (const { box } of model.targets) expect(box.left + box.width).toBeLessThanOrEqual(1.0000001);
  });
});

describe('the fan', () => {
  it('says where trials lie furthest apart, and marks the figure without uncertainty', () => {
    const model = fanChart(MONTHS, SUBJECT, CONTEXT);
    expect(model.summary).toMatch(/^Widest in .*: nine trials in ten lie between −10\.00 USD and 40\.00 USD\.$/);
    expect(model.targets[1]?.name).toContain('without uncertainty 50.00 USD');
    expect(model.data['months']?.map((row) => row['known'])).toEqual([250, 5000]);
    const certain = MONTHS.map((month) => ({ ...month, p5: 1, p95: 1 }));
    expect(fanChart(certain, SUBJECT, CONTEXT).summary).toBe('Every trial gives the same months.');
  });
});

describe('the histogram', () => {
  it('counts every trial once, and says the middle and what lies above the figure without uncertainty', () => {
    const model = histogramChart(EVEN, SUBJECT, CONTEXT);
    const counts = (model.data['bins'] ?? []).map(({ count }) => Number(count));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(101);
    expect(model.summary).toBe(
      'Nine trials in ten lie between 5.00 USD and 95.00 USD, half of them above 50.00 USD. 25% of the trials are above the figure without uncertainty.',
    );
  });

  it('shows trials that are all the same as one bar beside the figure without uncertainty', () => {
    const model = histogramChart(spread([500, 500, 500], 500), SUBJECT, CONTEXT);
    expect(model.summary).toBe('Every trial gives 5.00 USD.');
    expect((model.data['bins'] ?? []).filter(({ count }) => count !== 0)).toHaveLength(1);
    expect(histogramChart(spread([]), SUBJECT, CONTEXT).summary).toBe('No trial has been run.');
  });
});

describe('the chance of more', () => {
  it('counts trials above a value, not at it', () => {
    const { sorted } = EVEN;
    expect([-1, 0, 50, 9900, 10_000].map((limit) => countAbove(sorted, limit))).toEqual([101, 100, 100, 1, 0]);
  });

  it('tells the chance of each limit', () => {
    expect(exceedanceChart(EVEN, [9000], SUBJECT, CONTEXT).summary).toContain(
      'The chance of more than 90.00 USD is 9.9%.',
    );
  });
});

describe('customers and inputs', () => {
  it('leave out who has no extra, and put the widest swing first', () => {
    const customers = worstCustomersChart(CUSTOMERS, 'USD', CONTEXT);
    expect(customers.targets.map(({ datum }) => datum.customer)).toEqual(['Adatum']);
    expect(customers.summary).toBe('Adatum costs most on average: +12.35 USD.');
    const tornado = uncertaintyTornado(INPUTS, 1000, SUBJECT, CONTEXT);
    expect(tornado.targets.map(({ datum }) => datum.index)).toEqual([1, 0]);
    expect(tornado.summary).toBe('Most by prices: 9.00 USD between its P10 and its P90.');
    expect(tornado.targets[0]?.name).toBe('Prices: 15.00 USD at +1 % (P10), 6.00 USD at +7 % (P90)');
  });
});
