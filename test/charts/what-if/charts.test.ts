/** Charts of what-if: what they say, and that their figures, targets and table are the same. */
import { describe, expect, it } from 'vitest';
import { curvesChart } from '../../../src/charts/what-if/curves.ts';
import { distanceWords, readingWords } from '../../../src/charts/what-if/measure-words.ts';
import { tornadoChart } from '../../../src/charts/what-if/tornado.ts';
import type { Measure, Reading } from '../../../src/sim/what-if/types.ts';
import { CONTEXT } from '../sample.ts';

const EXTRA: Measure = { kind: 'amount', amount: 'extra', currency: 'USD' };
const SHARE: Measure = { kind: 'absorbed-share', currency: 'USD' };
const cents = (top: number): Reading => ({ top, bottom: 1 });

describe('readings', () => {
  it('are said exactly, with their unit, and their distance with its sign', () => {
    expect(readingWords(cents(-123_456), EXTRA, CONTEXT.format)).toBe('−1,234.56 USD');
    expect(readingWords({ top: 1, bottom: 8 }, SHARE, CONTEXT.format)).toBe('12.50 %');
    expect(readingWords({ top: 0, bottom: 0 }, SHARE, CONTEXT.format)).toBe('none');
    expect(distanceWords(cents(100), cents(250), EXTRA, CONTEXT.format)).toBe('+1.50 USD');
    expect(distanceWords({ top: 1, bottom: 4 }, { top: 1, bottom: 8 }, SHARE, CONTEXT.format)).toBe('−12.50 %');
  });
});

describe('a tornado', () => {
  const line = (input: number, name: string, low: number, high: number) => ({
    ...{ input, name, low: '1 %', high: '5 %', atLow: cents(low), atHigh: cents(high) },
  });
  const model = tornadoChart([line(2, 'Uplift', 90_000, 120_000), line(0, 'Bridge', 105_000, 101_000)], cents(100_000), EXTRA, CONTEXT); // prettier-ignore

  it('says the present and what moves it most, and names every bar with both its ends', () => {
    expect(model.summary).toBe('Now 1,000.00 USD. Uplift moves the result most, by 300.00 USD.');
    expect(model.targets.map(({ name, datum }) => [name, datum.input])).toEqual([
      ['Uplift: at 1 % 900.00 USD, at 5 % 1,200.00 USD', 2],
      ['Bridge: at 1 % 1,050.00 USD, at 5 % 1,010.00 USD', 0],
    ]);
    expect(model.table.rows[1]).toEqual(['Bridge', '1 %', '1,050.00', '5 %', '1,010.00', '40.00']);
  });

  it('shows the direction by arrows: each at its own end of the bar, outside', () => {
    const ends = model.data['ends'] ?? [];
    expect(ends.map(({ row, glyph, align }) => [row, glyph, align])).toEqual([
      [0, '↓', 'right'],
      [0, '↑', 'left'],
      [1, '↓', 'left'],
      [1, '↑', 'right'],
    ]);
  });

  it('draws the shorter of two bars on one side upon the longer', () => {
    const drawn = (model.data['segments'] ?? []).filter(({ row }) => row === 1).map(({ to }) => to);
    expect(drawn).toEqual([105_000, 101_000]);
  });

  it('says when nothing moves the result', () => {
    expect(tornadoChart([line(0, 'Uplift', 5, 5)], cents(5), EXTRA, CONTEXT).summary).toContain('No input moves');
  });
});

describe('curves', () => {
  const curve = (name: string, readings: readonly number[]) => ({
    name,
    points: readings.map((top, index) => ({ x: index * 10, value: `${String(index * 10)} %`, reading: cents(top) })),
  });
  const given = {
    ...{ kind: 'spider' as const, title: 'Spider', summary: '', measure: EXTRA, nameTitle: 'Input' },
    ticks: [0, 10, 20].map((x) => ({ x, label: String(x) })),
    pointName: (name: string, value: string, figure: string) => `${name} at ${value}: ${figure}`,
  };

  it('are told apart by shapes, in the drawing and in the legend', () => {
    const model = curvesChart({ ...given, curves: [curve('A', [1, 2, 3]), curve('B', [3, 2, 1])] }, CONTEXT);
    expect(model.legend.map(({ label }) => label)).toEqual(['● A', '■ B']);
    expect(
      new Set((model.data['points'] ?? []).map(({ order, shape }) => `${String(order)} ${String(shape)}`)).size,
    ).toBe(2);
    expect(model.targets[1]?.name).toBe('A at 10 %: 0.02 USD; B at 10 %: 0.02 USD');
    expect(model.table.rows[1]).toEqual(['B', '0.03', '0.02', '0.01']);
  });

  it('draw the first six; the table holds all', () => {
    const curves = Array.from({ length: 8 }, (_, index) => curve(`C${String(index)}`, [index, index + 1, index + 2]));
    const model = curvesChart({ ...given, curves }, CONTEXT);
    expect([model.legend.length, model.table.rows.length]).toEqual([6, 8]);
  });

  it('draw a single curve with its target line, places down the table', () => {
    const model = curvesChart({ ...given, kind: 'goal', curves: [curve('A', [100, 200, 300])], across: cents(250) }, CONTEXT); // prettier-ignore
    expect(model.data['across']).toEqual([{ at: 250 }]);
    expect(model.table.rows).toEqual([['0 %', '1.00'], ['10 %', '2.00'], ['20 %', '3.00']]); // prettier-ignore
  });
});
