/** Addresses of screens, of their parts, and of places in those. */
import { expect, test } from 'vitest';
import { addressOf, screenLink } from '../../src/state/route.svelte.ts';

test.each([
  ['', '', '', ''],
  ['#/exposure', 'exposure', '', ''],
  ['#/obligations/rules', 'obligations', 'rules', ''],
  ['#/obligations/rules/R-137', 'obligations', 'rules', 'R-137'],
])('the address %s', (hash, screen, part, place) => {
  expect(addressOf(hash)).toEqual({ screen, part, place });
});

test('a link leads to the address that it was made of', () => {
  expect(addressOf(screenLink('obligations', 'rules', 'R-137'))).toEqual({
    screen: 'obligations',
    part: 'rules',
    place: 'R-137',
  });
  expect(screenLink('files')).toBe('#/files');
});
