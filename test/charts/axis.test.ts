import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barAxis, figureScale, niceAxis } from '../../src/charts/axis.ts';
import { CONTEXT } from './sample.ts';

const amount = fc.integer({ min: -(10 ** 12), max: 10 ** 12 });

describe('axes', () => {
  it('stop at round figures', () => {
    expect(niceAxis(508, 808, 8)).toEqual({ low: 500, high: 850, ticks: [500, 550, 600, 650, 700, 750, 800, 850] });
    expect(barAxis(0, 82_147).ticks).toEqual([0, 25_000, 50_000, 75_000, 100_000]);
    expect(barAxis(-2100, 75_758)).toEqual({ low: -2100, high: 80_000, ticks: [0, 20_000, 40_000, 60_000, 80_000] });
    expect(barAxis(0, 0)).toEqual({ low: 0, high: 1, ticks: [0] });
  });

  it('cover the bars and zero with at most five ticks', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [lowest, highest] = [Math.min(a, b), Math.max(a, b)];
        const { low, high, ticks } = barAxis(lowest, highest);
        expect(low).toBeLessThanOrEqual(Math.min(0, lowest));
        expect(high).toBeGreaterThanOrEqual(Math.max(0, highest));
        expect(high).toBeGreaterThan(low);
        expect(ticks).toContain(0);
        expect(ticks.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe('the unit of a chart', () => {
  it('grows with its largest bar', () => {
    const unit = (peak: number): string => figureScale(peak, 'USD', CONTEXT).unit;
    expect(unit(999_999)).toBe('USD');
    expect(unit(1_000_000)).toBe('thousand USD');
    expect(unit(-8_214_747_00)).toBe('thousand USD');
    expect(unit(1_000_000_000)).toBe('million USD');
    expect(figureScale(1_000_000, 'JPY', CONTEXT).unit).toBe('thousand JPY');
  });

  it('writes the same figure in that unit', () => {
    const { label, tick } = figureScale(8_214_747, 'USD', CONTEXT);
    expect([label(8_214_747), tick(2_500_000)]).toEqual(['82.1', '25']);
  });
});
