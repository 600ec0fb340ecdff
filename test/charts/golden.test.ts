/** The specifications and models of the sample, kept as files: a change of what is drawn shows as a change of data. */
import { describe, expect, it } from 'vitest';
import { portfolioCliff } from '../../src/charts/cliff-waterfall.ts';
import { exposureByMonth } from '../../src/charts/exposure-by-month.ts';
import { milestoneTimeline } from '../../src/charts/milestone-timeline.ts';
import { topCustomers } from '../../src/charts/top-customers.ts';
import { whoPays } from '../../src/charts/who-pays.ts';
import type { ChartModel } from '../../src/core/chart.ts';
import { CONTEXT, MONTHS, ROWS, TOTALS, simulationOf } from './sample.ts';

const simulation = simulationOf(ROWS, MONTHS);
const CHARTS: Readonly<Record<string, ChartModel<unknown>>> = {
  'exposure-by-month': exposureByMonth(simulation, 'USD', CONTEXT),
  'who-pays': whoPays(simulation, 'USD', CONTEXT),
  'top-customers': topCustomers(simulation, 'USD', CONTEXT),
  'portfolio-cliff': portfolioCliff(TOTALS, CONTEXT),
  milestones: milestoneTimeline(simulation.window, CONTEXT),
};

const golden = (name: string): string => `../golden/charts/${name}.json`;
const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

describe.each(Object.entries(CHARTS))('%s', (name, { spec, ...model }) => {
  it('is what its golden file says', async () => {
    await expect(json(model)).toMatchFileSnapshot(golden(name));
    await expect(json(spec)).toMatchFileSnapshot(golden(`${model.kind}.spec`));
  });

  it('names its data and no address, so that nothing is ever loaded', () => {
    const names = [...JSON.stringify(spec).matchAll(/"data":\{"name":"(\w+)"\}/g)].map(([, data]) => data);
    expect(new Set(names)).toEqual(new Set(Object.keys(model.data)));
    expect(JSON.stringify({ ...spec, $schema: '' })).not.toMatch(/"(url|href|usermeta|tooltip)"/);
  });

  it('is plain data, with a table row for every bar', () => {
    expect(structuredClone(model)).toEqual(model);
    expect(model.table.rows.length).toBeGreaterThanOrEqual(model.targets.length);
    for (const row of model.table.rows) expect(row).toHaveLength(model.table.columns.length);
  });
});
