import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exposureByMonth } from '../../src/charts/exposure-by-month.ts';
import { whoPays } from '../../src/charts/who-pays.ts';
import type { ChartModel } from '../../src/core/chart.ts';
import type { MonthTotals } from '../../src/sim/types.ts';
import { CONTEXT, MONTHS, amounts, dayOf, simulationOf } from './sample.ts';

const simulation = simulationOf([], MONTHS);
const cents = (text: string | undefined): number => Number((text ?? '').replaceAll(',', '').replace('−', '-')) * 100;
const segmentsOf = (model: ChartModel<unknown>, month: number): number[] =>
  (model.data['segments'] ?? []).filter((row) => row['month'] === month).map((row) => Number(row['value']));

describe('exposure by month', () => {
  const model = exposureByMonth(simulation, 'USD', CONTEXT);

  it('says where the peak is, what causes it, and which months are cut', () => {
    expect(model.summary).toBe(
      'Peak in May 2027: 75,758.64 USD. Commitment is the largest cause, promotion lost comes second. ' +
        'November 2026 and November 2027 are part months.',
    );
    expect([model.unit, model.tableUnit]).toEqual(['thousand USD', 'USD']);
  });

  it('draws segments that add up to the cost of each month', () => {
    for (const entry of MONTHS) {
      expect(segmentsOf(model, entry.month).reduce((sum, value) => sum + value, 0)).toBe(entry.est);
    }
  });

  it('shows the same data as a table, a row a month', () => {
    expect(model.table.columns.map((column) => column.title)).toEqual([
      ...['Month', 'Current', 'Promotion lost', 'List move', 'Commitment', 'EST uplift', 'EST cost', 'Extra'],
    ]);
    expect(model.table.rows).toHaveLength(13);
    expect(model.table.rows[3]).toEqual([
      ...['February 2027', '42,241.09', '3,092.83', '−1,575.37', '6,601.73', '1,958.99', '52,319.27', '+10,078.18'],
    ]);
  });

  it('names every bar with its exact value', () => {
    expect(model.targets[0]).toEqual({
      name: 'November 2026: EST cost 3,787.94 USD, of which extra +971.87',
      box: { left: 0, top: 0, width: 1 / 13, height: 1 },
      datum: { kind: 'month', month: 2026 * 12 + 10 },
    });
  });

  it('hangs negative segments from zero, within the axis', () => {
    expect(Math.min(...segmentsOf(model, 2027 * 12 + 1))).toBeLessThan(0);
    expect(model.signals['low']).toBe(-210_050);
    expect(model.signals['tickLabels']).toEqual(['0', '20', '40', '60', '80']);
  });

  it('marks every second label as one to drop, and each year once', () => {
    const labels = model.data['labels'] ?? [];
    expect(labels.map((label) => label['thin'])).toEqual(labels.map((_, index) => index % 2 === 1));
    expect(labels.map((label) => label['year']).filter(Boolean)).toEqual(['2026', '2027']);
  });

  it('never mixes currencies, and says so when there is nothing to show', () => {
    const empty = exposureByMonth(simulation, 'EUR', CONTEXT);
    expect(empty.summary).toBe('No subscription in EUR is exposed in this window.');
    expect(empty.data['segments']).toEqual([]);
    expect(empty.table.rows).toHaveLength(13);
  });

  it('knows no part months when the window begins with a month', () => {
    const whole = exposureByMonth(simulationOf([], MONTHS, dayOf('2026-11-01')), 'USD', CONTEXT);
    expect(whole.table.rows).toHaveLength(12);
    expect(whole.summary).not.toContain('part months');
  });

  it('thins the labels of long windows', () => {
    const long = { ...simulation, window: { ...simulation.window, horizonMonths: 36 } };
    const labels = exposureByMonth(long, 'USD', CONTEXT).data['labels'] ?? [];
    expect(labels).toHaveLength(37);
    expect(labels.filter((label) => label['name'] !== '')).toHaveLength(13);
  });

  it('says that nothing rises when every part falls', () => {
    const cheaper = [{ month: 2026 * 12 + 11, currency: 'USD', ...amounts({ current: 1000, listMove: -100 }) }];
    const { summary } = exposureByMonth(simulationOf([], cheaper), 'USD', CONTEXT);
    expect(summary).toContain('No cause raises the cost; against today it is −1.00 USD.');
  });

  it('has a table whose parts add up to its cost, whatever the amounts', () => {
    const part = fc.integer({ min: -(10 ** 9), max: 10 ** 9 });
    const month = fc.record({ current: part, promotion: part, listMove: part, commitment: part, estUplift: part });
    fc.assert(
      fc.property(month, (parts) => {
        const months: MonthTotals[] = [{ month: 2026 * 12 + 11, currency: 'USD', ...amounts(parts) }];
        const chart = exposureByMonth(simulationOf([], months), 'USD', CONTEXT);
        const figures = (chart.table.rows[1] ?? []).slice(1).map((text) => Math.round(cents(text)));
        expect(figures.slice(0, -2).reduce((sum, value) => sum + value, 0)).toBe(figures.at(-2));
      }),
    );
  });
});

describe('who pays', () => {
  const model = whoPays(simulation, 'USD', CONTEXT);

  it('says who pays how much, and that these are customer prices', () => {
    expect(model.summary).toBe(
      'Customers pay 42,175.08 USD, notice and locks delay 10,479.88 USD, and we absorb 72,142.97 USD. ' +
        'These are customer prices, so they add up to the price rise, not to the extra cost.',
    );
  });

  it('hatches what is passed on late, and nothing else', () => {
    expect(model.legend.map((entry) => [entry.label, entry.hatched])).toEqual([
      ['Passed on', false],
      ['Passed on late', true],
      ['Absorbed', false],
    ]);
    const fills = new Set(
      (model.data['segments'] ?? []).filter((row) => row['order'] === 1).map((row) => row['colour']),
    );
    expect([...fills]).toEqual(['url(#hatch)']);
  });

  it('adds the shares of a month up to its price rise', () => {
    for (const row of model.table.rows) {
      const [passed = 0, delayed = 0, absorbed = 0, need] = row.slice(1).map((text) => Math.round(cents(text)));
      expect(passed + delayed + absorbed).toBe(need);
    }
  });

  it('shares its picture with the exposure chart, so it is compiled once', () => {
    expect(model.spec).toBe(exposureByMonth(simulation, 'USD', CONTEXT).spec);
    expect(model.kind).toBe('month-bars');
  });

  it('says when no price changes', () => {
    expect(whoPays(simulationOf([]), 'USD', CONTEXT).summary).toBe('No customer price in USD changes in this window.');
  });
});
