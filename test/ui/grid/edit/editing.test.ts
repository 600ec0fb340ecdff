import { describe, expect, test } from 'vitest';
import { CellEditor } from '../../../../src/ui/grid/edit/cell-editor.svelte.ts';
import { editorKey } from '../../../../src/ui/grid/edit/editor-keys.ts';
import { Editing } from '../../../../src/ui/grid/edit/editing.svelte.ts';
import { GridView } from '../../../../src/ui/grid/grid-view.svelte.ts';
import type { GridHost } from '../../../../src/ui/grid/host.ts';
import { type GridSelection, rangeOf, single } from '../../../../src/ui/grid/selection.ts';
import type { CellWrite, EditKind, GridEdits, RefusedWrite } from '../../../../src/ui/grid/source.ts';
import { sampleColumns, sampleEdits, sampleSource } from '../samples.ts';

/** A grid of 100 × 6 whose last column cannot be changed, and where `bad` stands nowhere. */
function setUp(more: Partial<GridEdits> = {}) {
  const steps: { kind: EditKind; writes: readonly CellWrite[] }[] = [];
  const said: string[] = [];
  const refusal = (_: number, column: number): string | undefined => (column === 5 ? 'Worked out.' : undefined);
  const edits: GridEdits = {
    ...sampleEdits(refusal),
    check: (_row, _column, text) => (text === 'bad' ? 'Not that.' : undefined),
    choices: (_, column) => (column === 2 ? ['monthly', 'annual', 'triennial'] : undefined),
    write: (writes, kind) => {
      const refused: RefusedWrite[] = [];
      for (const write of writes) if (write.text === 'bad') refused.push({ ...write, reason: 'Not that.' });
      steps.push({ kind, writes: writes.filter(({ text }) => text !== 'bad') });
      return refused;
    },
    ...more,
  };
  const source = sampleSource(100, sampleColumns(6));
  const view = new GridView(() => ({ source, widths: {}, totals: false }));
  let selection = single({ row: 2, column: 1 });
  const host: GridHost = {
    source,
    edits,
    view,
    get selection() {
      return selection;
    },
    get range() {
      return rangeOf(selection);
    },
    size: { rows: 100, columns: 6 },
    select: (next) => (selection = next),
    open: () => undefined,
    say: (text) => said.push(text),
  };
  const editing = new Editing(host);
  const editor = new CellEditor(host, editing);
  const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
    editorKey({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more }, editor, host);
  return { host, editing, editor, steps, said, press, select: (next: GridSelection) => (selection = next) };
}

describe('typing into a cell', () => {
  test('replaces it, and Enter writes it and moves down', () => {
    const { editor, press, steps, host } = setUp();
    editor.typed('7');
    expect(editor.isOpen).toBe(true);
    editor.typed('75');
    expect(press('Enter')).toBe('done');
    expect(steps).toEqual([{ kind: 'typed', writes: [{ row: 2, column: 1, text: '75' }] }]);
    expect(host.selection).toEqual(single({ row: 3, column: 1 }));
    expect(editor.text).toBe('');
  });

  test('is given up by Escape, and writes nothing when nothing has changed', () => {
    const { editor, press, steps } = setUp();
    editor.typed('7');
    press('Escape');
    editor.begin({ row: 2, column: 1 });
    expect(editor.text).toBe('r2c1');
    press('Enter');
    expect(editor.isOpen).toBe(false);
    expect(steps).toEqual([]);
  });

  test('arrows end it and move on, unless F2 has set the caret free', () => {
    const { editor, press, steps } = setUp();
    editor.typed('7');
    expect(press('ArrowRight')).toBe('move');
    expect(steps).toHaveLength(1);
    editor.begin({ row: 2, column: 1 });
    expect(press('ArrowRight')).toBe('text');
    press('F2');
    expect(press('ArrowRight')).toBe('move');
  });

  test('says in place what is wrong, and stays open until it is right', () => {
    const { editor, press, steps, host } = setUp();
    editor.typed('bad');
    press('Tab');
    expect(editor.wrong).toBe('Not that.');
    expect(host.selection).toEqual(single({ row: 2, column: 1 }));
    editor.typed('good');
    expect(editor.wrong).toBeUndefined();
    press('Tab');
    expect(steps[0]?.writes).toEqual([{ row: 2, column: 1, text: 'good' }]);
    expect(host.selection).toEqual(single({ row: 2, column: 2 }));
  });

  test('is refused beside a cell that cannot be changed', () => {
    const { editor, editing, select, steps } = setUp();
    select(single({ row: 4, column: 5 }));
    editor.typed('7');
    expect(editor.isOpen).toBe(false);
    expect(editing.note).toEqual({ cell: { row: 4, column: 5 }, text: 'Worked out.' });
    expect(steps).toEqual([]);
  });

  test('goes into every selected cell with Ctrl+Enter', () => {
    const { editor, press, select, steps } = setUp();
    select({ anchor: { row: 1, column: 0 }, focus: { row: 2, column: 1 } });
    editor.typed('9');
    press('Enter', { ctrlKey: true });
    expect(steps[0]?.writes.map(({ row, column, text }) => `${String(row)},${String(column)}=${text}`)).toEqual([
      '1,0=9',
      '1,1=9',
      '2,0=9',
      '2,1=9',
    ]);
  });

  test('offers the choices that go with it; arrows pick one', () => {
    const { editor, press, select, steps } = setUp();
    select(single({ row: 0, column: 2 }));
    editor.typed('an');
    expect(editor.choices).toEqual(['annual']);
    editor.typed('n');
    expect(editor.choices).toEqual(['monthly', 'annual', 'triennial']);
    press('ArrowDown');
    press('ArrowDown');
    press('Enter');
    expect(steps[0]?.writes).toEqual([{ row: 0, column: 2, text: 'annual' }]);
  });
});

describe('commands on a range', () => {
  test('Delete empties what can be changed, and says why when nothing can', () => {
    const { editing, steps, said, select } = setUp();
    editing.clear({ top: 1, bottom: 1, left: 3, right: 5 });
    expect(steps[0]).toEqual({
      kind: 'cleared',
      writes: [
        { row: 1, column: 3, text: '' },
        { row: 1, column: 4, text: '' },
      ],
    });
    expect(said.at(-1)).toBe('2 cells changed');
    select(single({ row: 1, column: 5 }));
    editing.clear({ top: 1, bottom: 1, left: 5, right: 5 });
    expect(editing.note?.text).toBe('Worked out.');
  });

  test('a paste lists what was refused, writes the rest as one step, and selects it', () => {
    const { editing, host, steps, said } = setUp();
    editing.paste([['a', 'bad'], ['c', 'd']], host.range); // prettier-ignore
    expect(steps).toHaveLength(1);
    expect(editing.refused).toEqual([{ row: 2, column: 2, text: 'bad', reason: 'Not that.' }]);
    expect(said.at(-1)).toBe('3 cells changed, 1 cell left as it was');
    expect(host.range).toEqual({ top: 2, bottom: 3, left: 1, right: 2 });
  });

  test('one refused cell says so beside it', () => {
    const { editing, host } = setUp();
    editing.paste([['bad']], host.range);
    expect(editing.refused).toEqual([]);
    expect(editing.note).toEqual({ cell: { row: 2, column: 1 }, text: 'Not that.' });
  });

  test('a change of more than a million cells is refused as a whole', () => {
    const { editing, steps } = setUp();
    editing.writeAll({ top: 0, bottom: 499_999, left: 0, right: 2 }, 'x');
    expect(steps).toEqual([]);
    expect(editing.note?.text).toContain('1,500,000 cells');
  });
});
