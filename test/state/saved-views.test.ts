import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseDay } from '../../src/core/days.ts';
import { PLAIN_VIEW, type TableView } from '../../src/sheet/model/table-view.ts';
import type { ColumnFormula, SavedView } from '../../src/sheet/model/workbook-parts.ts';
import { type Command, EMPTY_DOCUMENT, reduce, viewOf, type WorkbookDocument } from '../../src/state/document.ts';
import { WriteGate } from '../../src/state/gate.svelte.ts';
import {
  isChanged,
  openCommand,
  openPlain,
  openView,
  removeView,
  renameView,
  saveView,
  updateView,
  viewsOf,
} from '../../src/state/saved-views.ts';
import { fromStored, toStored } from '../../src/state/stored-document.ts';
import { addView, adopted, missingIn, readViewFile, writeViewFile } from '../../src/state/view-file.ts';
import { Workbook } from '../../src/state/workbook.svelte.ts';
import { engineHost } from '../../src/workers/engine-host.ts';
import { cloningRunner } from '../../src/workers/in-process-runner.ts';
import type { FinishedFile } from '../../src/state/backups.svelte.ts';

const TABLE = 'portfolio';
const formula = (key: string, title: string, text: string): ColumnFormula => ({
  ...{ key, title, formula: text },
  format: { kind: 'general' },
});
const MARGIN = formula('f:1', 'Margin %', '=[@Margin]/[@Net]');
const NET = formula('f:2', 'Net', '=[@Seats]*2');
const IDLE = formula('f:3', 'Idle', '=1');

const RENEWALS: TableView = {
  ...PLAIN_VIEW,
  hidden: ['productId', 'f:2', 'f:3'],
  filters: [['outcome', { kind: 'values', values: ['renews'] }]],
  sort: [{ key: 'f:1', descending: true }],
  marks: [{ key: 'f:1', rule: { kind: 'bars' }, look: 'good' }],
  formats: { 'f:1': { kind: 'percent', digits: 1 } },
  groups: ['customer'],
};

function arranged(view: TableView = RENEWALS, formulas: readonly ColumnFormula[] = [MARGIN, NET, IDLE]) {
  return { ...EMPTY_DOCUMENT, formulas, tables: new Map([[TABLE, view]]), shownExtras: ['x:Region'] };
}
const after = (document: WorkbookDocument, ...commands: readonly Command[]): WorkbookDocument =>
  commands.reduce(reduce, document);
const saved = (document: WorkbookDocument, name = 'Renewals'): SavedView => {
  const view = viewsOf(document, TABLE).find((one) => one.name === name);
  if (!view) throw new Error(`no view ${name}`);
  return view;
};

describe('a saved view', () => {
  const document = after(arranged(), saveView(arranged(), TABLE, 'Renewals'));

  it('keeps the arrangement, the formulas in it and those that they read, and is open', () => {
    expect(saved(document)).toEqual({
      ...{ name: 'Renewals', table: TABLE, view: RENEWALS, extras: ['x:Region'] },
      formulas: [MARGIN, NET],
    });
    expect(openView(document, TABLE)?.name).toBe('Renewals');
    expect(isChanged(document, saved(document))).toBe(false);
  });

  it('knows that the table was changed since, until it is updated', () => {
    const resorted = { ...document, tables: new Map([[TABLE, { ...RENEWALS, sort: [] }]]) };
    expect(isChanged(resorted, saved(resorted))).toBe(true);
    const retyped = { ...document, formulas: [{ ...MARGIN, formula: '=1' }, NET, IDLE] };
    expect(isChanged(retyped, saved(retyped))).toBe(true);
    const updated = after(resorted, updateView(resorted, saved(resorted)));
    expect(isChanged(updated, saved(updated))).toBe(false);
    expect(saved(updated).view.sort).toEqual([]);
  });

  it('does not mind the order in which columns were widened', () => {
    const wide = { ...RENEWALS, widths: { a: 1, b: 2 } };
    const one = after(arranged(wide), saveView(arranged(wide), TABLE, 'W'));
    const other = { ...one, tables: new Map([[TABLE, { ...wide, widths: { b: 2, a: 1 } }]]) };
    expect(isChanged(other, saved(other, 'W'))).toBe(false);
  });

  it('is opened again with its formulas, over whatever was there', () => {
    const plain = after(document, openPlain(document, TABLE));
    expect(viewOf(plain, TABLE)).toEqual(PLAIN_VIEW);
    expect(openView(plain, TABLE)).toBeUndefined();
    const emptied = { ...plain, formulas: [], shownExtras: [] };
    const back = after(emptied, openCommand(saved(emptied)));
    expect(viewOf(back, TABLE)).toEqual(RENEWALS);
    expect(back.formulas).toEqual([MARGIN, NET]);
    expect(back.shownExtras).toEqual(['x:Region']);
    expect(isChanged(back, saved(back))).toBe(false);
  });

  it('is renamed and deleted', () => {
    const renamed = after(document, renameView(document, saved(document), 'Ours'));
    expect(openView(renamed, TABLE)?.name).toBe('Ours');
    const gone = after(renamed, removeView(renamed, saved(renamed, 'Ours')));
    expect(viewsOf(gone, TABLE)).toEqual([]);
    expect(openView(gone, TABLE)).toBeUndefined();
    expect(viewOf(gone, TABLE)).toEqual(RENEWALS);
  });

  it('is one step each, and every step is undone', () => {
    const gate = new WriteGate(arranged(), () => undefined);
    gate.dispatch(saveView(gate.document, TABLE, 'Renewals'));
    gate.dispatch(openPlain(gate.document, TABLE));
    gate.dispatch(openCommand(saved(gate.document)));
    gate.dispatch(renameView(gate.document, saved(gate.document), 'Ours'));
    gate.dispatch(removeView(gate.document, saved(gate.document, 'Ours')));
    expect(gate.history.steps.map(({ what }) => what)).toEqual([
      'Save view Renewals',
      'Show the table as it begins',
      'Open view Renewals',
      'Rename view to Ours',
      'Delete view Ours',
    ]);
    while (gate.undo() !== undefined);
    expect(toStored(gate.document)).toEqual(toStored(arranged()));
  });

  it('comes back from the store', () => {
    const back = fromStored(structuredClone(toStored(document)));
    expect(back.savedViews).toEqual(document.savedViews);
    expect(back.openViews).toEqual(document.openViews);
  });
});

describe('a view as a file', () => {
  const view = saved(after(arranged(), saveView(arranged(), TABLE, 'Renewals')));
  const read = (text: string): SavedView => {
    const result = readViewFile(text, TABLE);
    if (!result.ok) throw new Error(result.error);
    return result.value;
  };

  it('is read as it was written', () => {
    expect(read(writeViewFile(view))).toEqual(view);
  });

  it('is refused when it is something else', () => {
    const odd = ['', '[]', '{"schema":"termwise/recipe@1"}', writeViewFile({ ...view, table: 'exposure' })];
    for (const text of odd) expect(readViewFile(text, TABLE).ok).toBe(false);
  });

  it('gets a free name, free keys and free titles in another workbook', () => {
    const other = { ...arranged(PLAIN_VIEW, [formula('f:1', 'net', '=5')]), savedViews: [{ ...view, formulas: [] }] };
    const own = adopted(read(writeViewFile(view)), other, 'Portfolio');
    expect(own.name).toBe('Renewals 2');
    expect(own.formulas).toEqual([
      { ...MARGIN, key: 'f:2', formula: '=[@Margin]/[@[Net 2]]' },
      { ...NET, key: 'f:3', title: 'Net 2' },
    ]);
    expect(own.view.sort).toEqual([{ key: 'f:2', descending: true }]);
    expect(own.view.hidden).toEqual(['productId', 'f:3']);
    const opened = after(other, addView(other, own));
    expect(opened.formulas.map(({ title }) => title)).toEqual(['net', 'Margin %', 'Net 2']);
    expect(openView(opened, TABLE)).toEqual(own);
    // What is in no view does not show in it.
    expect(viewOf(opened, TABLE).hidden).toEqual(['productId', 'f:3', 'f:1']);
    expect(isChanged(opened, own)).toBe(false);
    const shown = { ...opened, tables: new Map([[TABLE, own.view]]) };
    expect(isChanged(shown, own)).toBe(true);
  });

  it('finds columns again that have the same title and formula', () => {
    const other = arranged(PLAIN_VIEW, [formula('f:9', 'NET', NET.formula)]);
    const own = adopted(view, other, 'Portfolio');
    expect(own.formulas.map(({ key }) => key)).toEqual(['f:10', 'f:9']);
  });

  it('says which columns and names are not here', () => {
    const wanting: SavedView = {
      ...view,
      view: { ...RENEWALS, filters: [['gone', { kind: 'empty', empty: true }]] },
      formulas: [formula('f:1', 'A', '=[@Nowhere]*Rate*EST_Uplift')],
    };
    const columns = [
      { key: 'outcome', title: 'Outcome' },
      { key: 'customer', title: 'Customer' },
    ];
    expect(missingIn(wanting, columns, ['est_uplift'])).toEqual(['gone', 'Region', 'Nowhere', 'Rate']);
  });
});

describe('a backup', () => {
  beforeEach(() => {
    indexedDB = new IDBFactory();
  });

  it('brings the saved views along', async () => {
    const files: FinishedFile[] = [];
    const workbook = new Workbook({
      runner: cloningRunner(engineHost()),
      today: parseDay('2026-11-22') ?? 0,
      locale: 'en',
      download: (file) => void files.push(file),
      persist: () => Promise.resolve(true),
      notes: { getItem: () => null, setItem: () => undefined },
    });
    await workbook.session.open();
    const view = { ...saved(after(arranged(), saveView(arranged(), TABLE, 'Renewals'))), formulas: [] };
    workbook.gate.dispatch({ kind: 'set-saved-views', views: [view], what: 'Save' });
    workbook.gate.dispatch(openCommand(view));
    await workbook.flush();
    await workbook.backups.make();
    await workbook.change({ kind: 'clear' });
    expect(workbook.document.savedViews).toEqual([]);
    const [file] = files;
    workbook.gate.load(EMPTY_DOCUMENT);
    await workbook.backups.check({ name: 'w.termwise', blob: new Blob([file?.bytes ?? '']) });
    await workbook.backups.restore();
    expect(workbook.document.savedViews).toEqual([view]);
    expect(openView(workbook.document, TABLE)).toEqual(view);
  });
});
