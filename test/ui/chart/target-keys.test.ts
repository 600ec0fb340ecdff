import { expect, it } from 'vitest';
import { targetAfterKey } from '../../../src/ui/chart/target-keys.ts';

it.each([
  ['ArrowRight', 1, 2],
  ['ArrowDown', 1, 2],
  ['ArrowLeft', 1, 0],
  ['ArrowUp', 1, 0],
  ['ArrowRight', 4, 4],
  ['ArrowLeft', 0, 0],
  ['Home', 3, 0],
  ['End', 0, 4],
  ['Tab', 1, undefined],
  ['Enter', 1, undefined],
])('%s on bar %i of 5 leads to %s', (key, from, to) => {
  expect(targetAfterKey(key, from, 5)).toBe(to);
});

it('leads nowhere in a chart without bars', () => {
  expect(targetAfterKey('ArrowRight', 0, 0)).toBeUndefined();
});
