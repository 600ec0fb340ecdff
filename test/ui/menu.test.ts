import { describe, expect, test } from 'vitest';
import { nextItem } from '../../src/ui/menu.ts';
import { placeUnder } from '../../src/ui/place.ts';

describe('keys in a menu', () => {
  const texts = ['Copy', 'Cut', 'Paste'];
  test.each([
    ['ArrowDown', 2, 0],
    ['ArrowDown', -1, 0],
    ['ArrowUp', 0, 2],
    ['ArrowUp', -1, 2],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['c', 0, 1],
    ['C', 1, 0],
    ['p', 0, 2],
  ])('%s from %i leads to %i', (key, at, to) => {
    expect(nextItem(key, at, texts)).toBe(to);
  });

  test('other keys, unknown letters and empty menus lead nowhere', () => {
    expect(nextItem('Enter', 0, texts)).toBeUndefined();
    expect(nextItem('x', 0, texts)).toBeUndefined();
    expect(nextItem('ArrowDown', -1, [])).toBeUndefined();
  });
});

describe('placing a list', () => {
  const view = { width: 400, height: 600 };
  const size = { width: 180, height: 200 };

  test('under its anchor', () => {
    expect(placeUnder({ left: 20, top: 40, bottom: 66 }, size, view)).toEqual({ left: 20, top: 68 });
  });

  test('inside a narrow window', () => {
    expect(placeUnder({ left: 350, top: 40, bottom: 66 }, size, view).left).toBe(400 - 180 - 8);
  });

  test('above when there is no room below', () => {
    expect(placeUnder({ left: 20, top: 560, bottom: 586 }, size, view).top).toBe(560 - 2 - 200);
  });

  test('over its anchor where there is room on neither side', () => {
    const tall = { width: 180, height: 500 };
    expect(placeUnder({ left: 20, top: 300, bottom: 326 }, tall, view).top).toBe(600 - 500 - 8);
  });
});
