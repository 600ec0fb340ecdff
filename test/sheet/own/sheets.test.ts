/** Own sheets as they are written to, taken apart and put together; and the formulas that read them. */
import { describe, expect, it } from 'vitest';
import { PLAIN_VIEW } from '../../../src/sheet/model/table-view.ts';
import type { OwnSheet } from '../../../src/sheet/model/workbook-parts.ts';
import type { FormulaParts } from '../../../src/sheet/own/formula-parts.ts';
import { changeLines, hasRoom, moveCells } from '../../../src/sheet/own/line-changes.ts';
import { emptySheet, filledSheet, freeName, nameProblem, renameSheet } from '../../../src/sheet/own/sheet-list.ts';
import { writeCells } from '../../../src/sheet/own/write-cells.ts';

const sheet = (name: string, cells: Readonly<Record<string, string>>): OwnSheet => ({
  ...{ id: `own:${name}`, name, rows: 10, columns: 6, cells, formats: {}, view: PLAIN_VIEW },
});
const plan: OwnSheet = {
  ...sheet('Plan', { A1: 'Customer', A2: 'Bakery', B2: '5', B3: '=B2*2', D1: "'=B2" }),
  formats: { B: { kind: 'number' }, B2: { kind: 'percent' } },
  view: { ...PLAIN_VIEW, widths: { B: 120 }, frozenRows: 1 },
};
const column = (formula: string) => ({ key: 'f:1', title: 'Limit', formula, format: { kind: 'general' } as const });
const parts: FormulaParts = {
  sheets: [plan, sheet('Other', { A1: '=Plan!B2+A2', A2: 'Plan!B2' })],
  names: [{ name: 'Five', text: '=Plan!B2', unit: '', least: '', most: '', note: '' }],
  formulas: [column('=XLOOKUP([@Customer],Plan!A:A,Plan!B:B)')],
  savedViews: [{ name: 'v', table: 'portfolio', view: PLAIN_VIEW, formulas: [column('=Plan!$B$2')] }],
};

describe('rows and columns', () => {
  it('that come move cells, formats, widths, and every formula of the workbook', () => {
    const { sheets, names, formulas, savedViews } = changeLines(parts, plan, { axis: 'column', at: 1, count: 2 });
    expect(sheets[0]).toMatchObject({ rows: 10, columns: 8, view: { widths: { D: 120 }, frozenRows: 1 } });
    expect(sheets[0]?.cells).toStrictEqual({ A1: 'Customer', A2: 'Bakery', D2: '5', D3: '=D2*2', F1: "'=B2" });
    expect(Object.keys(sheets[0]?.formats ?? {})).toStrictEqual(['D', 'D2']);
    expect(sheets[1]?.cells).toStrictEqual({ A1: '=Plan!D2+A2', A2: 'Plan!B2' });
    expect(names[0]?.text).toBe('=Plan!D2');
    expect(formulas[0]?.formula).toBe('=XLOOKUP([@Customer],Plan!A:A,Plan!D:D)');
    expect(savedViews[0]?.formulas[0]?.formula).toBe('=Plan!$D$2');
  });

  it('that go leave #REF! behind, and come back with the step undone', () => {
    const { sheets, names } = changeLines(parts, plan, { axis: 'row', at: 0, count: -2 });
    expect(sheets[0]).toMatchObject({ rows: 8, cells: { B1: '=#REF!*2' }, view: { frozenRows: 0 } });
    expect(names[0]?.text).toBe('=#REF!');
    expect(parts.sheets[0]?.cells['B3']).toBe('=B2*2');
  });

  it('there and back are the same', () => {
    const there = changeLines(parts, plan, { axis: 'row', at: 1, count: 3 });
    const [moved] = there.sheets;
    expect(moved && changeLines(there, moved, { axis: 'row', at: 1, count: -3 })).toStrictEqual(parts);
  });

  it('stay within the limits', () => {
    expect(hasRoom({ ...plan, rows: 10_000 }, { axis: 'row', at: 0, count: 1 })).toBe(false);
  });
});

it('a block that moves takes its formats along, writes over what was there, and is followed', () => {
  const { sheets } = moveCells(parts, plan, { top: 1, bottom: 2, left: 1, right: 1 }, { row: 0, column: 3 });
  expect(sheets[0]?.cells).toStrictEqual({ A1: 'Customer', A2: 'Bakery', D1: '5', D2: '=D1*2' });
  expect(sheets[0]?.formats).toStrictEqual({ B: { kind: 'number' }, D1: { kind: 'percent' } });
  expect(sheets[1]?.cells['A1']).toBe('=Plan!D1+A2');
});

describe('names', () => {
  it('are told apart whatever their case, and formulas follow', () => {
    const renamed = renameSheet(parts, plan, 'Next year');
    expect(renamed.sheets[1]?.cells['A1']).toBe("='Next year'!B2+A2");
    expect(renamed.formulas[0]?.formula).toBe("=XLOOKUP([@Customer],'Next year'!A:A,'Next year'!B:B)");
    expect(nameProblem(parts.sheets, 'plan')).toBe('taken');
    expect(nameProblem(parts.sheets, 'plan', plan.id)).toBeUndefined();
    expect(['', 'a/b', "'a", 'x'.repeat(32)].map((name) => nameProblem([], name))).toStrictEqual([
      ...['empty', 'letters', 'letters', 'long'],
    ]);
    expect(freeName(parts.sheets, (number) => (number === 1 ? 'PLAN' : `Plan ${String(number)}`))).toBe('Plan 2');
  });
});

describe('what is written', () => {
  it('lets the sheet grow at its edge, within its limits', () => {
    const grown = writeCells(plan, [{ row: 9, column: 5, stored: 'x' }]);
    expect([grown.rows, grown.columns]).toStrictEqual([30, 11]);
    expect(writeCells({ ...plan, rows: 10_000 }, [{ row: 9_999, column: 0, stored: 'x' }]).rows).toBe(10_000);
    expect(writeCells(plan, [{ row: 1, column: 1, stored: '5' }])).toBe(plan);
  });

  it('brings a format where the user has chosen none, and a plain number takes a day away', () => {
    const day = writeCells(plan, [{ row: 0, column: 3, stored: '46387', format: { kind: 'date' } }]);
    expect(day.formats['D1']).toStrictEqual({ kind: 'date' });
    const plain = writeCells(day, [{ row: 0, column: 3, stored: '5', format: { kind: 'general' } }]);
    expect(plain.formats['D1']).toBeUndefined();
    const kept = writeCells(plan, [{ row: 1, column: 1, stored: '46387', format: { kind: 'date' } }]);
    expect(kept.formats['B2']).toStrictEqual({ kind: 'percent' });
  });

  it('from another program stays text where it was text, and headings are text', () => {
    const block = [
      [{ text: 'Id' }, { text: '2026' }],
      [{ text: '12', exact: true }, { text: '1.234,5' }],
      [{ text: '=SUM(' }, { text: '0007' }],
    ];
    const { sheet: made } = filledSheet(emptySheet([plan], 'Limits'), block, 'de-DE', true);
    expect(made.cells).toStrictEqual({ A1: 'Id', B1: "'2026", A2: "'12", B2: '1234.5', A3: "'=SUM(", B3: "'0007" });
    expect(made.view.frozenRows).toBe(1);
  });
});
