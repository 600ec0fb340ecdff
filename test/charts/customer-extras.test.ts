import { describe, expect, test } from 'vitest';
import { customerExtras } from '../../src/charts/customer-extras.ts';
import { ROWS, simulationOf } from './sample.ts';

describe('extras of customers', () => {
  test('one result keeps its currencies apart, whichever is asked for first and again', () => {
    const simulation = simulationOf(ROWS);
    const names = (currency: string) => customerExtras(simulation, currency).map(({ name }) => name);
    expect(names('EUR')).toEqual(['Coho Winery']);
    expect(names('USD')).toHaveLength(12);
    expect(names('EUR')).toEqual(['Coho Winery']);
    expect(names('GBP')).toEqual([]);
  });

  test('another result has its own sums', () => {
    const [first, ...others] = ROWS;
    const all = customerExtras(simulationOf(ROWS), 'USD');
    expect(all[0]?.name).toBe(first?.customer);
    expect(customerExtras(simulationOf(others), 'USD')).toEqual(all.slice(1));
  });
});
