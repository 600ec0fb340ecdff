import { describe, expect, it } from 'vitest';
import { naiveSimulation } from './naive.ts';
import { naiveCases } from './naive-cases.ts';
import { toDay } from './naive-numbers.ts';
import { naiveJson } from './naive-results.ts';

interface Expected {
  readonly asOf: string;
  readonly horizonMonths: number;
  readonly [field: string]: unknown;
}

const cases = naiveCases();

describe.skipIf(cases.length === 0)('the naive implementation gives every field of the worked cases', () => {
  it.each(cases)('$name', ({ rows, subscriptions, scenario, expected }) => {
    const { asOf, horizonMonths, schema, ...fields } = expected as Expected;
    const results = naiveSimulation(rows, subscriptions, scenario, toDay(asOf), horizonMonths);
    expect(schema).toBe('termwise/results@1');
    expect(naiveJson(results, subscriptions)).toMatchObject(fields);
  });
});
