import { describe, expect, it } from 'vitest';
import { add, fraction } from '../../../src/core/exact.ts';
import { TABLE_CHARTS, tableChart } from '../../../src/charts/table/table-chart.ts';
import { unitsOf } from '../../../src/charts/table/series-table.ts';
import { CONTEXT } from '../sample.ts';
import { QUARTERS, manyLabels, series } from './sample.ts';

describe('charts of tables', () => {
  it('keep currencies apart', () => {
    expect(unitsOf(QUARTERS)).toEqual(['EUR', 'USD']);
    const titles = (unit: string): string[] =>
      tableChart('line', QUARTERS, CONTEXT, unit).table.columns.map(({ title }) => title);
    expect(titles('EUR')).toEqual(['Quarter', 'Business <b>Basic</b>', 'Teams']);
    expect(titles('USD')).toEqual(['Quarter', 'Azure']);
  });

  it('say the largest figure exactly', () => {
    expect(tableChart('bar', QUARTERS, CONTEXT).summary).toBe(
      'The largest figure is 40500.00 EUR: Q4 2026, Business <b>Basic</b>.',
    );
    expect(tableChart('line', QUARTERS, CONTEXT, 'USD').summary).toBe(
      'From 1.00 at Q1 2026 to 4.00 USD at Q4 2026. Highest at Q4 2026: 4.00 USD.',
    );
  });

  it('put what is too much together, exactly, and say so', () => {
    const model = tableChart('bar', manyLabels(100), CONTEXT);
    expect(model.summary).toContain('Drawn are the 29 largest of 100 lines, the others together.');
    expect(model.targets).toHaveLength(30);
    // 1 + 2 + … + 71
    expect(model.targets.at(-1)).toMatchObject({ name: 'Others: 2556.00 EUR', datum: { label: -1 } });
    expect(model.targets[0]).toMatchObject({ name: 'Customer 71: 72.00 EUR', datum: { label: 71 } });
    expect(model.table.rows).toHaveLength(100);
  });

  it('add no prices or averages up to others', () => {
    const model = tableChart('bar', manyLabels(100, { additive: false }), CONTEXT);
    expect(model.summary).toContain('Drawn are 30 of 100 lines.');
    expect(model.targets.map(({ datum }) => datum.label)).not.toContain(-1);
  });

  it('draw at most 2,000 marks of 20,000 lines', () => {
    for (const kind of TABLE_CHARTS) {
      const { data, table } = tableChart(kind, manyLabels(20_000), CONTEXT);
      for (const rows of Object.values(data)) expect(rows.length).toBeLessThanOrEqual(2000);
      expect(table.rows.length).toBeLessThanOrEqual(501);
    }
  });

  it('draw bounds under the lines, wide ones first, and read them', () => {
    const [first] = QUARTERS.series;
    const bound = (by: number) => first?.values.map((value) => value && add(value, fraction(by)));
    const bands = [5000, 9000].map((by, at) => ({
      ...{ title: at === 0 ? 'Mostly' : 'Nearly always', around: 0 },
      ...{ low: bound(-by) ?? [], high: bound(by) ?? [] },
    }));
    const model = tableChart('line', { ...QUARTERS, series: first ? [first] : [], bands }, CONTEXT);
    expect(model.data['bands']?.map(({ order, low, high }) => [order, Number(high) - Number(low)])).toEqual([
      ...Array.from({ length: 3 }, () => [1, 18000]),
      ...Array.from({ length: 3 }, () => [2, 10000]),
    ]);
    expect(model.legend.map(({ label }) => label)).toEqual(['Mostly', 'Nearly always']);
    expect(model.table.columns.map(({ title }) => title)).toEqual([
      ...['Quarter', 'Business <b>Basic</b>', 'Mostly, from', 'Mostly, to', 'Nearly always, from', 'Nearly always, to'],
    ]);
    expect(model.table.rows[3]?.slice(1)).toEqual(['40500.00', '35500.00', '45500.00', '31500.00', '49500.00']);
    expect(model.targets[3]?.name).toContain('Mostly, to 45500.00 EUR');
    expect(Number(model.signals['high'])).toBeGreaterThanOrEqual(49_500);
  });

  it('put the smallest of many series together', () => {
    const many = {
      ...QUARTERS,
      series: Array.from({ length: 9 }, (_, index) => series(`S${String(index)}`, ['1', String(index)])),
    };
    const model = tableChart('line', { ...many, labels: ['a', 'b'] }, CONTEXT);
    expect(model.legend.map(({ label }) => label)).toEqual(['S4', 'S5', 'S6', 'S7', 'S8', 'Others']);
    expect(model.targets[1]?.name).toContain('Others 6.00 EUR');
  });

  it('let a waterfall end where its steps lead', () => {
    const model = tableChart('waterfall', QUARTERS, CONTEXT, 'EUR');
    expect(model.summary).toBe('The steps add up to 50721.90 EUR; the largest rise is Q4 2026.');
    expect(model.targets.at(-1)?.name).toBe('Total: 50721.90 EUR');
  });

  it('leave figures that are missing out of lines, but draw a sum of nothing as 0', () => {
    const points = (additive: boolean): number =>
      (
        tableChart('line', { ...QUARTERS, series: [series('a', ['1', '', '', '2'], { additive })] }, CONTEXT).data[
          'points'
        ] ?? []
      ).length;
    expect([points(true), points(false)]).toEqual([4, 2]);
  });

  it('say so when there is nothing to draw', () => {
    for (const kind of TABLE_CHARTS) {
      const model = tableChart(kind, { ...QUARTERS, labels: [], series: [] }, CONTEXT);
      expect(model.summary).toMatch(/There is no figure to draw/);
      expect(model.targets.every(({ box }) => Number.isFinite(box.left + box.top))).toBe(true);
    }
  });
});
