import { expect, it } from 'vitest';
import { TextBuilder } from '../../../src/core/column-builders.ts';
import { textContains } from '../../../src/sheet/kernels/filter.ts';
import { textContainsSteps } from '../../../src/sheet/kernels/contains-steps.ts';

it('finds in slices what a search in one go finds', () => {
  const builder = new TextBuilder();
  for (let row = 0; row < 6000; row++) builder.push(`Customer ${String(row % 4500)}`);
  const column = builder.finish();
  const steps = textContainsSteps(column, 'ER 12', 'en');
  let step = steps.next();
  let pauses = 0;
  for (; step.done !== true; step = steps.next()) pauses++;
  const test = step.value;
  const whole = textContains(column, 'ER 12', 'en');
  expect(pauses).toBeGreaterThan(1);
  for (let row = 0; row < 6000; row++) expect(test(row)).toBe(whole(row));
});
