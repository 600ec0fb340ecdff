import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portfolioCliff, subscriptionCliff } from '../../src/charts/cliff-waterfall.ts';
import type { Column, Table } from '../../src/core/table.ts';
import { CONTEXT, TOTALS, amounts } from './sample.ts';

const UNITS = {
  ...{ product: 'Microsoft 365 Business Premium', currency: 'USD', currentUnit: '16.63', cliffPromotion: '1.85' },
  ...{ cliffListMove: '-0.5', cliffCommitment: '3.14', cliffEstUplift: '0.63', cliffCurrency: '0.00' },
};

function resultRow(cells: Readonly<Record<string, string>>): Table {
  const column = (text: string): Column => ({ kind: 'text', codes: Uint32Array.of(1), values: ['', text] });
  return { rows: 1, columns: new Map(Object.entries(cells).map(([name, text]) => [name, column(text)])) };
}

const cliffOf = (parts: Parameters<typeof amounts>[0]): ReturnType<typeof portfolioCliff> =>
  portfolioCliff({ ...TOTALS, ...amounts(parts) }, CONTEXT);

describe('the cliff of a portfolio', () => {
  const model = portfolioCliff(TOTALS, CONTEXT);

  it('leads from the bill of today to the EST cost', () => {
    expect(model.table.rows).toEqual([
      ['Current', '580,110.94'],
      ['Promotion lost', '+42,474.83'],
      ['List move', '+23,661.99'],
      ['Commitment', '+90,663.80'],
      ['EST uplift', '+26,903.50'],
      ['EST cost', '763,815.06'],
    ]);
  });

  it('says the rise and where the axis starts, and marks the cut bars', () => {
    expect(model.summary).toBe(
      'From today’s bill to EST: +31.7%. The axis starts at 500,000, the first and last bars are cut.',
    );
    expect(model.signals).toMatchObject({ low: 500_000, high: 800_000 });
    expect(model.data['ends']?.map((end) => end['label'])).toEqual(['500,000', '800,000']);
    expect(model.data['cuts']).toEqual([{ row: 0 }, { row: 5 }]);
  });

  it('starts at zero where that hides nothing', () => {
    const steep = cliffOf({ current: 10_000, commitment: 50_000 });
    expect(steep.summary).toBe('From today’s bill to EST: +500.0%.');
    expect(steep.signals['low']).toBe(0);
    expect(steep.data['cuts']).toEqual([]);
  });

  it('draws steps down and negative levels', () => {
    const falling = cliffOf({ current: 10_000, listMove: -15_000, commitment: 1000 });
    expect(falling.data['steps']?.[2]).toMatchObject({ from: 100, to: -50, figure: '−150.00' });
    expect(Number(falling.signals['low'])).toBeLessThanOrEqual(-50);
    expect(falling.summary).toBe('From today’s bill to EST: −140.0%.');
  });

  it('has words for no change and for no bill', () => {
    expect(cliffOf({ current: 10_000 }).summary).toBe('EST costs the same as today.');
    expect(cliffOf({ commitment: 500 }).summary).toBe('From a bill of nothing today to 5.00.');
  });

  it('hangs each bar from the level before, up to the total', () => {
    const part = fc.integer({ min: -(10 ** 9), max: 10 ** 9 });
    const parts = fc.record({ current: part, promotion: part, listMove: part, commitment: part, estUplift: part });
    fc.assert(
      fc.property(parts, (values) => {
        const chart = cliffOf(values);
        const joins = chart.data['joins'] ?? [];
        expect(joins.at(-1)?.['level']).toBe(amounts(values).est / 100);
        expect(chart.table.rows).toHaveLength(chart.targets.length);
        expect(chart.summary.includes('axis starts')).toBe(Number(chart.signals['low']) > 0);
      }),
    );
  });
});

describe('the cliff of a subscription', () => {
  it('keeps the exact figures per seat and month', () => {
    const model = subscriptionCliff(resultRow(UNITS), 0, CONTEXT);
    expect(model.title).toBe('The cliff, Microsoft 365 Business Premium');
    expect(model.unit).toBe('USD per seat and month');
    expect(model.table.rows.map(([, figure]) => figure)).toEqual([
      ...['16.63', '+1.85', '−0.50', '+3.14', '+0.63', '21.75'],
    ]);
  });

  it('shows the currency step only where there is one', () => {
    const model = subscriptionCliff(resultRow({ ...UNITS, cliffCurrency: '0.25' }), 0, CONTEXT);
    expect(model.table.rows[5]).toEqual(['Currency', '+0.25']);
    expect(model.table.rows[6]).toEqual(['EST price', '22.00']);
  });

  it('has ten digits where a price has them', () => {
    const model = subscriptionCliff(resultRow({ ...UNITS, cliffPromotion: '1.8477777778' }), 0, CONTEXT);
    expect(model.table.rows.at(-1)).toEqual(['EST price', '21.7477777778']);
  });
});
