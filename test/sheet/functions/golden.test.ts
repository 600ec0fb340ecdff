import { describe, expect, it } from 'vitest';
import { FUNCTIONS } from '../../../src/sheet/functions/index.ts';
import { goldenFiles, isExpected, resultOf } from './golden.ts';

const files = goldenFiles();
const all = [...files.values()].flat();

describe.each([...files])('%s', (_name, formulas) => {
  it.each(formulas.map((golden) => [golden.formula, golden] as const))('%s', (formula, golden) => {
    const { cells, expected, digits, source } = golden;
    const result = resultOf(formula, cells);
    if (!isExpected(result, expected, digits)) expect(result, source).toEqual(expected);
  });
});

describe('the table', () => {
  it('has eight formulas of each function and a hundred on operators', () => {
    const counts = new Map<string, number>();
    for (const golden of all) counts.set(golden.function, (counts.get(golden.function) ?? 0) + 1);
    const few = [...FUNCTIONS.keys()].filter((name) => (counts.get(name) ?? 0) < 8);
    expect(few).toEqual([]);
    expect(files.get('operators.json')?.length).toBeGreaterThanOrEqual(100);
    expect(all.length).toBeGreaterThanOrEqual(600);
  });
});
