import { describe, expect, test } from 'vitest';
import type { KeyContext } from '../../../src/ui/grid/grid-action.ts';
import { gridAction, type GridAction } from '../../../src/ui/grid/keyboard.ts';
import { type GridSelection, HEADER_ROW, single } from '../../../src/ui/grid/selection.ts';

const SIZE = { rows: 100, columns: 10, page: 20 };
const at = (row: number, column: number): GridSelection => single({ row, column });

/** Presses `Ctrl+Shift+Key`. */
function press(keys: string, from: GridSelection, size: KeyContext = SIZE): GridAction | undefined {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const has = (name: string): boolean => parts.slice(0, -1).includes(name);
  const named = key === 'Space' ? ' ' : key;
  return gridAction({ key: named, ctrl: has('Ctrl'), shift: has('Shift'), alt: has('Alt') }, from, size);
}
const select = (selection: GridSelection): GridAction => ({ type: 'select', selection });

describe('moving', () => {
  test.each([
    ['ArrowDown', at(5, 5), at(6, 5)],
    ['ArrowUp', at(5, 5), at(4, 5)],
    ['ArrowLeft', at(5, 0), at(5, 0)],
    ['ArrowRight', at(5, 9), at(5, 9)],
    ['ArrowUp', at(0, 3), at(HEADER_ROW, 3)],
    ['ArrowDown', at(HEADER_ROW, 3), at(0, 3)],
    ['Home', at(5, 5), at(5, 0)],
    ['End', at(5, 5), at(5, 9)],
    ['Ctrl+Home', at(5, 5), at(0, 0)],
    ['Ctrl+End', at(5, 5), at(99, 9)],
    ['Ctrl+ArrowDown', at(5, 5), at(99, 5)],
    ['Ctrl+ArrowUp', at(5, 5), at(0, 5)],
    ['Ctrl+ArrowRight', at(5, 5), at(5, 9)],
    ['PageDown', at(5, 5), at(25, 5)],
    ['PageDown', at(95, 5), at(99, 5)],
    ['PageUp', at(5, 5), at(0, 5)],
  ])('%s', (keys, from, to) => {
    expect(press(keys, from)).toEqual(select(to));
  });

  test('a move ends a range where its moving corner was', () => {
    const range = { anchor: { row: 2, column: 2 }, focus: { row: 8, column: 4 } };
    expect(press('ArrowDown', range)).toEqual(select(at(9, 4)));
  });
});

describe('ranges', () => {
  test('Shift with a move keeps the anchor', () => {
    const grown = { anchor: { row: 5, column: 5 }, focus: { row: 25, column: 5 } };
    expect(press('Shift+PageDown', at(5, 5))).toEqual(select(grown));
  });

  test('a range never reaches into the header', () => {
    expect(press('Shift+ArrowUp', at(0, 3))).toBeUndefined();
    expect(press('Shift+ArrowDown', at(HEADER_ROW, 3))).toBeUndefined();
  });

  test('Ctrl+A takes all, Shift+Space the rows, Ctrl+Space the columns', () => {
    expect(press('Ctrl+a', at(5, 5))).toEqual(select({ anchor: { row: 0, column: 0 }, focus: { row: 99, column: 9 } }));
    expect(press('Shift+Space', at(5, 5))).toEqual(
      select({ anchor: { row: 5, column: 0 }, focus: { row: 5, column: 9 } }),
    );
    expect(press('Ctrl+Space', at(5, 5))).toEqual(
      select({ anchor: { row: 0, column: 5 }, focus: { row: 99, column: 5 } }),
    );
  });

  test('Escape gives up a range, then leaves the key to others', () => {
    expect(press('Escape', { anchor: { row: 2, column: 2 }, focus: { row: 8, column: 4 } })).toEqual(select(at(2, 2)));
    expect(press('Escape', at(2, 2))).toBeUndefined();
  });
});

describe('commands', () => {
  test('Enter opens a cell, and sorts in the header', () => {
    expect(press('Enter', at(5, 5))).toEqual({ type: 'open' });
    expect(press('Enter', at(HEADER_ROW, 5))).toEqual({ type: 'sort', add: false });
    expect(press('Shift+Enter', at(HEADER_ROW, 5))).toEqual({ type: 'sort', add: true });
  });

  test('the header has its menu on the keys that open menus', () => {
    for (const keys of ['Alt+ArrowDown', 'ContextMenu', 'Shift+F10']) {
      expect(press(keys, at(HEADER_ROW, 5))).toEqual({ type: 'menu' });
    }
  });

  test('Alt+Shift with left and right changes the width, from anywhere in the column', () => {
    expect(press('Alt+Shift+ArrowLeft', at(5, 5))).toEqual({ type: 'resize', by: -8 });
    expect(press('Alt+Shift+ArrowRight', at(HEADER_ROW, 5))).toEqual({ type: 'resize', by: 8 });
  });

  test.each(['x', 'Tab', 'F5', 'Ctrl+c', 'Alt+ArrowLeft'])('%s is left to others', (keys) => {
    expect(press(keys, at(5, 5))).toBeUndefined();
  });
});

describe('an empty grid', () => {
  const empty = { rows: 0, columns: 3, page: 20 };
  test.each(['ArrowDown', 'PageDown', 'Ctrl+End', 'PageUp', 'Ctrl+Home'])('%s stays in the header', (keys) => {
    const action = press(keys, at(HEADER_ROW, 1), empty);
    expect(action?.type === 'select' ? action.selection.focus.row : undefined).toBe(HEADER_ROW);
  });

  test('has nothing to select', () => {
    expect(press('Ctrl+a', at(HEADER_ROW, 1), empty)).toBeUndefined();
    expect(press('ArrowDown', at(HEADER_ROW, 0), { ...empty, columns: 0 })).toBeUndefined();
  });
});

describe('a grid whose cells can be changed', () => {
  const editable = { ...SIZE, edits: true, editable: true };
  const step = (along: 'column' | 'row', back: boolean): GridAction => ({ type: 'step', step: { along, back } });

  test.each<[string, GridAction | undefined]>([
    ['Enter', step('column', false)],
    ['Shift+Enter', step('column', true)],
    ['Tab', step('row', false)],
    ['Shift+Tab', step('row', true)],
    ['F2', { type: 'edit', empty: false }],
    ['Alt+ArrowDown', { type: 'edit', empty: false }],
    ['Backspace', { type: 'edit', empty: true }],
    ['Delete', { type: 'clear' }],
    ['Ctrl+d', { type: 'fill', along: 'column' }],
    ['Ctrl+R', { type: 'fill', along: 'row' }],
    ['Ctrl+Shift+Enter', { type: 'open' }],
    ['Shift+F10', { type: 'menu' }],
    ['Ctrl+z', undefined],
    ['Ctrl+Shift+z', undefined],
    ['Ctrl+y', undefined],
    ['Ctrl+v', undefined],
    ['x', undefined],
  ])('%s', (keys, action) => {
    expect(press(keys, at(5, 5), editable)).toEqual(action);
  });

  test('Tab leaves at the end of a row, and at its start backwards', () => {
    expect(press('Tab', at(5, 9), editable)).toBeUndefined();
    expect(press('Shift+Tab', at(5, 0), editable)).toBeUndefined();
  });

  test('Enter still opens a cell that cannot be changed', () => {
    expect(press('Enter', at(5, 5), { ...editable, editable: false })).toEqual({ type: 'open' });
  });

  test('finding is asked for only where the owner can search', () => {
    expect(press('Ctrl+f', at(5, 5), editable)).toBeUndefined();
    expect(press('Ctrl+f', at(5, 5), { ...editable, finds: true })).toEqual({ type: 'find', replace: false });
    expect(press('Ctrl+h', at(5, 5), { ...SIZE, finds: true })).toBeUndefined();
  });
});

describe('groups and columns', () => {
  test('Enter and Space open and close a group, Alt with arrows one of both', () => {
    const closed = { ...SIZE, group: { closed: true } };
    for (const keys of ['Enter', 'Space', 'Alt+ArrowRight']) {
      expect(press(keys, at(5, 0), closed)).toEqual({ type: 'toggle' });
    }
    expect(press('Alt+ArrowLeft', at(5, 0), closed)).toBeUndefined();
  });

  test('Ctrl+Shift with left and right moves a column from its header', () => {
    const movable = { ...SIZE, movesColumns: true };
    expect(press('Ctrl+Shift+ArrowLeft', at(HEADER_ROW, 3), movable)).toEqual({ type: 'move-column', by: -1 });
    expect(press('Ctrl+Shift+ArrowLeft', at(2, 3), movable)).toEqual(
      select({ anchor: { row: 2, column: 3 }, focus: { row: 2, column: 0 } }),
    );
  });
});
