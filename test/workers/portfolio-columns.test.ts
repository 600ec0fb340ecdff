import { describe, expect, it } from 'vitest';
import { makeDay } from '../../src/core/days.ts';
import { makeBook } from '../../src/sample/index.ts';
import { prepareBook, simulate } from '../../src/sim/index.ts';
import { withPortfolioColumns, withoutPortfolioColumns } from '../../src/workers/portfolio-columns.ts';

const asOf = makeDay(2026, 11, 22) ?? 0;
const { datasets, scenario } = makeBook({ asOf, seed: 1, subscriptions: 60 });
const book = prepareBook({ datasets: datasets() });
const { table } = book.portfolio;

describe('a simulation that went to the page without the portfolio’s columns', () => {
  it.each([
    ['all rows', undefined],
    ['some rows', Uint32Array.of(3, 4, 11, 40)],
    ['the same rows again', Uint32Array.of(3, 4, 11, 40)],
    ['as many other rows', Uint32Array.of(3, 5, 11, 40)],
  ])('is whole again there: %s', (_, rows) => {
    const request = { scenario, window: { asOf, horizonMonths: 12 }, ...(rows && { rows }) };
    const whole = simulate(book, request);
    const parts = withoutPortfolioColumns(whole);
    expect(parts.table.columns.has('id')).toBe(false);
    const again = withPortfolioColumns(parts, table);
    expect(new Map([...again.table.columns].sort())).toEqual(new Map([...whole.table.columns].sort()));
  });
});
