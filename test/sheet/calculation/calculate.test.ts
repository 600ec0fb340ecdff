/** Named values, computed columns and own sheets that read each other. */
import { describe, expect, it } from 'vitest';
import { DecimalBuilder } from '../../../src/core/column-builders.ts';
import { calculateSteps } from '../../../src/sheet/calculation/calculate.ts';
import { placeOf } from '../../../src/sheet/calculation/address.ts';
import type { Calculated, CalculationInput } from '../../../src/sheet/calculation/model.ts';
import { plainValue } from '../../../src/sheet/calculation/parsed.ts';
import { cellAt } from '../../../src/sheet/formula/columns/result.ts';
import { ANY, PLAIN, type Unit, moneyUnit } from '../../../src/sheet/formula/units/unit.ts';
import { type Scalar, isError } from '../../../src/sheet/formula/value.ts';
import { FUNCTIONS } from '../../../src/sheet/functions/index.ts';
import { PLAIN_VIEW } from '../../../src/sheet/model/table-view.ts';
import type { NamedValue, OwnSheet } from '../../../src/sheet/model/workbook-parts.ts';

const SEATS = ['10', '20', '30'];
const UNITS = new Map<string, Unit>([
  ['seats', PLAIN],
  ['cost', moneyUnit('EUR', 'month')],
  ['fee', moneyUnit('USD', 'month')],
]);

function seats() {
  const builder = new DecimalBuilder();
  for (const text of SEATS) builder.push(text);
  return builder.finish();
}

const name = (of: string, text: string): NamedValue => ({ name: of, text, unit: '', least: '', most: '', note: '' });
const formula = (title: string, text: string) => ({
  key: `f:${title}`,
  title,
  formula: text,
  format: { kind: 'general' } as const,
});
const sheet = (of: string, cells: Readonly<Record<string, string>>, rows = 100): OwnSheet => ({
  ...{ id: of, name: of, rows, columns: 20, cells, formats: {}, view: PLAIN_VIEW },
});

function calculated(parts: Partial<CalculationInput>): Calculated {
  const steps = calculateSteps({
    table: {
      name: 'Portfolio',
      rows: 3,
      column: (title) => (['seats', 'cost', 'fee'].includes(title.toLowerCase()) ? seats() : undefined),
      unit: (title) => UNITS.get(title.toLowerCase()) ?? ANY,
    },
    formulas: [],
    names: [],
    sheets: [],
    given: (wanted) => (wanted.toLowerCase() === 'est_uplift' ? 0.03 : undefined),
    functions: FUNCTIONS,
    asOf: 20_000,
    locale: 'en',
    ...parts,
  });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const shown = (value: Scalar): unknown => (isError(value) ? value.code : value);

function columnOf(result: Calculated, title: string): readonly unknown[] {
  const column = result.columns.get(`f:${title}`)?.column;
  return SEATS.map((_, row) => column && shown(cellAt(column, row)));
}

function valueAt(result: Calculated, of: string, address: string): unknown {
  const place = placeOf(address);
  return place && shown(result.sheets.get(of)?.value(place.row, place.column) ?? null);
}

describe('what is computed', () => {
  it('reads columns, names and cells of sheets in any order', () => {
    const result = calculated({
      formulas: [formula('Twice', '=[@Double]*2'), formula('Double', '=[@Seats]*(1+Rate)+Plan!B1')],
      names: [name('Rate', '=EST_Uplift+Plan!A1'), name('All', '=SUM(Portfolio[Twice])')],
      sheets: [
        sheet('Plan', { A1: '0.97', B1: '=A1+0.03', C1: '=All', D1: '=Two!A1' }),
        sheet('Two', { A1: '=Plan!C1+1' }),
      ],
    });
    expect(columnOf(result, 'Double')).toStrictEqual([21, 41, 61]);
    expect(columnOf(result, 'Twice')).toStrictEqual([42, 82, 122]);
    expect(result.names.get('all')?.value).toBe(246);
    expect(['C1', 'D1'].map((address) => valueAt(result, 'Plan', address))).toStrictEqual([246, 247]);
  });

  it('refuses EUR and USD in one sum, also through another column, and says where', () => {
    const result = calculated({
      formulas: [
        formula('Euros', '=[@Seats]*[@Cost]'),
        formula('Sum', '=[@Euros]+[@Fee]'),
        formula('Fine', '=[@Euros]*2'),
      ],
    });
    expect(columnOf(result, 'Sum')).toStrictEqual(['#UNIT!', '#UNIT!', '#UNIT!']);
    expect(result.columns.get('f:Sum')?.problem?.words).toContain('EUR and USD');
    expect(columnOf(result, 'Fine')).toStrictEqual([200, 800, 1800]);
    expect(result.columns.get('f:Fine')?.unit).toStrictEqual(moneyUnit('EUR', 'month'));
  });

  it('says #REF! for sheets that are not there', () => {
    const result = calculated({
      formulas: [formula('A', '=Nowhere!A1')],
      sheets: [sheet('S', { A1: '=SUM(Nowhere!A1:A3)' })],
    });
    expect(columnOf(result, 'A')[0]).toBe('#REF!');
    expect(valueAt(result, 'S', 'A1')).toBe('#REF!');
  });

  it('names rings, and leaves the rest alone', () => {
    const result = calculated({
      formulas: [formula('A', '=[@B]+1'), formula('B', '=[@A]+1'), formula('C', '=[@Seats]')],
      names: [name('x', '=y'), name('y', '=x'), name('z', '7')],
      sheets: [sheet('S', { A1: '=B1', B1: '=A1', C1: '=z' })],
    });
    expect(columnOf(result, 'A')).toStrictEqual(['#CYCLE!', '#CYCLE!', '#CYCLE!']);
    expect(columnOf(result, 'C')).toStrictEqual([10, 20, 30]);
    expect(['A1', 'B1', 'C1'].map((address) => valueAt(result, 'S', address))).toStrictEqual(['#CYCLE!', '#CYCLE!', 7]);
    expect(result.columns.get('f:A')?.problem?.words).toContain('A → B → A');
    expect(result.names.get('y')?.problem?.words).toMatch(/x → y → x|y → x → y/);
    expect(result.sheets.get('S')?.problem(0, 0)?.words).toContain('S!A1 → S!B1 → S!A1');
    expect(result.sheets.get('S')?.problem(0, 2)).toBeUndefined();
  });

  it('says when a formula reads itself', () => {
    const result = calculated({ formulas: [formula('A', '=[@A]+1')] });
    expect(result.columns.get('f:A')?.problem?.words).toBe('A reads itself.');
  });

  it('computes a chain of 10,000 cells and 100 names', () => {
    const cells: Record<string, string> = { A1: '1' };
    for (let row = 2; row <= 10_000; row++) cells[`A${String(row)}`] = `=A${String(row - 1)}+1`;
    const names = Array.from({ length: 100 }, (_, at) =>
      name(`n_${String(at)}`, at === 99 ? '1' : `=n_${String(at + 1)}+1`),
    );
    const result = calculated({ sheets: [sheet('S', cells, 10_000)], names });
    expect(valueAt(result, 'S', 'A10000')).toBe(10_000);
    expect(result.names.get('n_0')?.value).toBe(100);
  });
});

describe('a block', () => {
  it('spills, is read by others, and gives way to what stands in its place', () => {
    const cells = { A1: '3', A2: '1', A3: '2', C1: '=SORT(A1:A3)', E1: '=SUM(C1:C3)', F1: '=C3*2', G1: '=ROWS(C1#)' };
    const result = calculated({ sheets: [sheet('S', cells)] });
    expect(['C1', 'C2', 'C3', 'E1', 'F1', 'G1'].map((at) => valueAt(result, 'S', at))).toStrictEqual([
      1, 2, 3, 6, 6, 3,
    ]);
    const blocked = calculated({ sheets: [sheet('S', { ...cells, C3: 'here' })] });
    expect(['C1', 'C2', 'C3'].map((at) => valueAt(blocked, 'S', at))).toStrictEqual(['#SPILL!', null, 'here']);
  });

  it('that grows with what another spills settles', () => {
    const cells = { A1: '=SEQUENCE(3)', B1: '=SEQUENCE(SUM(A1:A3))', C1: '=COUNT(B1:B20)' };
    const result = calculated({ sheets: [sheet('S', cells)] });
    expect(valueAt(result, 'S', 'C1')).toBe(6);
  });
});

describe('blocks that never come to rest', () => {
  it.each([
    ['=SEQUENCE(COUNT(A2:A9)+2)', 'A1'],
    ['=A:A', 'B2'],
  ])('%s is an error, and leaves the rest alone', (text, address) => {
    const result = calculated({ sheets: [sheet('S', { [address]: text, D1: '7', E1: '=D1*2' })] });
    expect(['#SPILL!', '#CYCLE!']).toContain(valueAt(result, 'S', address));
    expect(valueAt(result, 'S', 'E1')).toBe(14);
    expect(valueAt(result, 'S', address === 'A1' ? 'A2' : 'B3')).toBeNull();
  });
});

describe('references of cells', () => {
  it('read whole columns with what spills into them, also beyond the edge of the sheet', () => {
    const cells = { A1: '=SEQUENCE(30)', C1: '=SUM(A:A)', D1: '=ROWS(A:A)', E1: '=SUM(1:1)', F1: '=ROWS(A1:A50)' };
    const result = calculated({ sheets: [sheet('S', { ...cells, B40: '' }, 20)] });
    expect(['C1', 'D1', 'F1'].map((at) => valueAt(result, 'S', at))).toStrictEqual([465, 30, 50]);
    expect(valueAt(result, 'S', 'E1')).toBe('#CYCLE!');
    expect(result.sheets.get('S')?.rows).toBe(30);
  });

  it('name other sheets in quotes, and themselves', () => {
    const sheets = [
      sheet("Bob's plan", { A1: '5', A2: "='Bob''s plan'!A1+1" }),
      sheet('Two', { A1: "=SUM('bob''S plan'!A:A)" }),
    ];
    const result = calculated({ sheets });
    expect([valueAt(result, "Bob's plan", 'A2'), valueAt(result, 'Two', 'A1')]).toStrictEqual([6, 11]);
  });

  it('read a spilled block by its first cell, also one of a single cell, and none where nothing is computed', () => {
    const cells = { A1: '=FILTER({1;2;3},{1;2;3}>2)', B1: '=SUM(A1#)', C1: '5', D1: '=SUM(C1#)' };
    const result = calculated({ sheets: [sheet('S', cells)] });
    expect(['B1', 'D1'].map((at) => valueAt(result, 'S', at))).toStrictEqual([3, '#REF!']);
  });

  it('know no row of the table', () => {
    const result = calculated({ sheets: [sheet('S', { A2: '=[@Seats]', B2: '=SUM(Portfolio[Seats])' })] });
    expect(valueAt(result, 'S', 'A2')).toMatch(/^#/);
    expect(valueAt(result, 'S', 'B2')).toBe(60);
  });

  it('go through long running sums over formulas in the right order', () => {
    const cells: Record<string, string> = {};
    const rows = 1500;
    for (let row = 1; row <= rows; row++) {
      cells[`A${String(row)}`] = row === rows ? '1' : `=A${String(row + 1)}`;
      cells[`B${String(row)}`] = `=COUNT(A$1:A${String(row)})+SUM(A${String(row)}:A${String(rows)})`;
    }
    const result = calculated({ sheets: [sheet('S', cells, rows)] });
    expect([1, 700, rows].map((row) => valueAt(result, 'S', `B${String(row)}`))).toStrictEqual([
      rows + 1,
      rows + 1,
      rows + 1,
    ]);
  });

  it('look texts up in columns of a sheet from every row of the table', () => {
    const limits = sheet('Limits', { A1: 'Seats', B1: 'Limit', A2: '10', B2: '5', A3: '30', B3: '=B2*3' });
    const result = calculated({
      formulas: [formula('Limit', '=XLOOKUP([@Seats],Limits!A:A,Limits!B:B,0)')],
      sheets: [limits],
    });
    expect(columnOf(result, 'Limit')).toStrictEqual([5, 0, 15]);
  });
});

it.each([
  ['', null],
  ['12', 12],
  ['-1.5', -1.5],
  ['12%', 0.12],
  ['true', true],
  ["'12", '12'],
  ['0001x', '0001x'],
] as const)('%j stands for %j', (text, value) => {
  expect(plainValue(text)).toBe(value);
});
