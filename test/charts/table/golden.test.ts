/** Charts of tables, kept as files: a change of what is drawn shows as a change of data. */
import { describe, expect, it } from 'vitest';
import { TABLE_CHARTS, tableChart } from '../../../src/charts/table/table-chart.ts';
import { compileChart } from '../../../src/workers/compile-chart.ts';
import { CONTEXT } from '../sample.ts';
import { QUARTERS } from './sample.ts';

const golden = (name: string): string => `../../golden/charts/${name}.json`;
const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

describe.each(TABLE_CHARTS)('a %s chart of a table', (kind) => {
  const { spec, ...model } = tableChart(kind, QUARTERS, CONTEXT);

  it('is what its golden file says', async () => {
    await expect(json(model)).toMatchFileSnapshot(golden(`table-${kind}`));
    await expect(json(spec)).toMatchFileSnapshot(golden(`${model.kind}.spec`));
  });

  it('names its data and no address, and compiles', () => {
    const names = [...JSON.stringify(spec).matchAll(/"data":\{"name":"(\w+)"\}/g)].map(([, data]) => data);
    expect(new Set(names)).toEqual(new Set(Object.keys(model.data)));
    expect(JSON.stringify({ ...spec, $schema: '' })).not.toMatch(/"(url|href|usermeta|tooltip)"/);
    expect(() => compileChart(spec)).not.toThrow();
  });

  it('is plain data whose targets lie within the plot', () => {
    expect(structuredClone(model)).toEqual(model);
    for (const row of model.table.rows) expect(row).toHaveLength(model.table.columns.length);
    for (const { box } of model.targets) {
      expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
      expect(Math.max(box.left + box.width, box.top + box.height)).toBeLessThanOrEqual(1.000001);
    }
  });
});
