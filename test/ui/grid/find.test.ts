import { describe, expect, test } from 'vitest';
import { type FindOptions, matches, nearestMatch, replaced } from '../../../src/ui/grid/find/matches.ts';

const PART: FindOptions = { wholeCell: false, matchCase: false };
const WHOLE: FindOptions = { wholeCell: true, matchCase: false };
const CASED: FindOptions = { wholeCell: false, matchCase: true };

describe('finding', () => {
  test('looks for a part, all of the cell, or the very letters', () => {
    expect(matches('Contoso GmbH', 'gmb', PART)).toBe(true);
    expect(matches('Contoso GmbH', 'gmb', CASED)).toBe(false);
    expect(matches('Contoso GmbH', 'contoso', WHOLE)).toBe(false);
    expect(matches('Contoso', 'contoso', WHOLE)).toBe(true);
    expect(matches('', '', WHOLE)).toBe(false);
  });

  test('begins at the cell where the user is, and again at the top after the last', () => {
    const found = [
      { row: 1, column: 3 },
      { row: 4, column: 0 },
      { row: 4, column: 5 },
    ];
    expect(nearestMatch(found, { row: 4, column: 1 })).toBe(2);
    expect(nearestMatch(found, { row: 0, column: 0 })).toBe(0);
    expect(nearestMatch(found, { row: 9, column: 0 })).toBe(0);
  });
});

describe('replacing', () => {
  test('changes every occurrence, whatever its letters', () => {
    expect(replaced('Aa-aA', 'aa', 'x', PART)).toBe('x-x');
    expect(replaced('Aa-aA', 'aA', 'x', CASED)).toBe('Aa-x');
    expect(replaced('annual', 'ANNUAL', 'monthly', WHOLE)).toBe('monthly');
    expect(replaced('semiannual', 'annual', 'monthly', WHOLE)).toBeUndefined();
  });

  test('takes both texts as they are', () => {
    expect(replaced('a.c (1)', '(1)', '$&', PART)).toBe('a.c $&');
    expect(replaced('abc', 'a.c', 'x', PART)).toBeUndefined();
    expect(replaced('a$&c', '$&', '$$', CASED)).toBe('a$$c');
  });
});
