/** A workbook in which every text that a user can write names one of the book's customers, beside parts that speak of nobody. */
import { BASE_BRANCH, type Branch } from '../../src/core/branches/branch.ts';
import { diffScenarios } from '../../src/core/branches/diff.ts';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/defaults.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import { DEFAULT_PLAN } from '../../src/core/report/plan.ts';
import { type ColumnFilter, PLAIN_VIEW, type TableView } from '../../src/sheet/model/table-view.ts';
import type { ColumnFormula, NamedValue, OwnSheet, PivotSpec } from '../../src/sheet/model/workbook-parts.ts';
import { EMPTY_DOCUMENT, type WorkbookDocument } from '../../src/state/document.ts';
import { headerHash } from '../../src/importers/mapping/header-hash.ts';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const FORMAT = { kind: 'general' } as const;

/** @param next the next name of somebody: another one for every field */
export function canaryWorkbook(scenario: Scenario, next: () => string): WorkbookDocument {
  const base: Scenario = { ...scenario, name: next() };
  const child: Branch = {
    ...{
      id: 'b2',
      name: `Worst for ${next()}`,
      parent: 'base',
      frozen: false,
      note: next(),
      created: '',
      author: next(),
    },
    diff: diffScenarios(base, { ...base, est: { ...base.est, upliftMonthly: '0.07' } }),
  };
  return {
    ...EMPTY_DOCUMENT,
    ...{ name: next(), author: next(), scenario: base, activeBranch: 'base' },
    branches: [{ ...BASE_BRANCH, name: base.name, diff: diffScenarios(DEFAULT_SCENARIO, base), note: next() }, child],
    filter: { customerId: next(), find: next() },
    tables: new Map([
      ['portfolio', viewOf(next)],
      ['exposure', viewOf(next)],
      ['pivot:1', { ...PLAIN_VIEW, widths: { [`figure:${next()}`]: 80, 'label:segment': 120 } }],
      [next(), viewOf(next)],
    ]),
    shownExtras: [`x:${next()}`, 'x:Cost centre'],
    formulas: formulasOf(next),
    names: namesOf(next),
    sheets: [sheetOf('own:1', next(), next), sheetOf('own:2', 'Margins', next)],
    pivots: [
      { ...PIVOT, id: 'pivot:1', name: 'By segment', filters: [['customer', { kind: 'values', values: [next()] }]] },
      { ...PIVOT, id: 'pivot:2', name: next() },
      { ...PIVOT, id: 'pivot:3', name: 'By header', columns: [{ key: `x:${next()}` }] },
    ],
    savedViews: [
      { name: next(), table: 'portfolio', view: PLAIN_VIEW, formulas: [] },
      { name: 'Plain', table: 'portfolio', view: viewOf(next), formulas: formulasOf(next), extras: [`x:${next()}`] },
    ],
    openViews: new Map([['portfolio', next()]]),
    rulePacks: [
      { name: next(), values: [] },
      { name: 'Theirs', values: [{ key: 'upliftMonthly', value: '0.05', source: next(), confidence: 'low' }] },
      { name: 'Ours', values: [{ key: 'upliftMonthly', value: '0.05', source: 'a letter', confidence: 'low' }] },
    ],
    seatsWanted: new Map([[next(), 3]]),
    compared: { chosen: ['base', 'b2'], reference: 'b2' },
    report: {
      ...DEFAULT_PLAN,
      brand: { name: next() },
      scope: { kind: 'customer', customerId: next(), customer: next() },
    },
    answers: answersOf(next),
    repairs: new Map([[next(), [{ code: 'date-order', column: next(), treatment: 'apply' }]]]),
  };
}

const PIVOT: PivotSpec = {
  ...{ id: '', name: '', rows: [{ key: 'segment' }], columns: [], filters: [], chart: 'none' },
  values: [{ key: '#rows', aggregate: 'count' }],
};

function viewOf(next: () => string): TableView {
  const filters: readonly ColumnFilter[] = [
    { kind: 'contains', text: next() },
    { kind: 'values', values: ['a', next()] },
    { kind: 'text-is', test: 'is', text: next() },
  ];
  return {
    widths: { customer: 210, [`x:${next()}`]: 100, 'f:1': 90 },
    order: ['customer', `x:${next()}`, 'f:1', 'f:2', 'f:3'],
    hidden: ['market', `x:${next()}`],
    frozenColumns: 2,
    frozenRows: 0,
    sort: [
      { key: 'seats', descending: true },
      { key: `x:${next()}`, descending: false },
    ],
    filters: [
      ...['customer', 'id', 'product', 'segment', 'x:Cost centre', `x:${next()}`].flatMap((key) =>
        filters.map((filter) => [key, filter] as const),
      ),
      ['seats', { kind: 'numbers', least: '10' }],
      ['segment', { kind: 'values', values: ['Education'] }],
    ],
    find: next(),
    groups: ['segment', `x:${next()}`],
    closed: [JSON.stringify([next()])],
    marks: [
      { key: 'customer', rule: { kind: 'filter', filter: { kind: 'contains', text: next() } }, look: 'bad' },
      { key: `x:${next()}`, rule: { kind: 'bars' }, look: 'good' },
      { key: 'est', rule: { kind: 'bars' }, look: 'accent' },
    ],
    formats: { 'f:1': { kind: 'number', digits: 2 }, [`x:${next()}`]: FORMAT },
  };
}

function formulasOf(next: () => string): readonly ColumnFormula[] {
  return [
    { key: 'f:1', title: 'Double', formula: '=[@Seats]*2', format: FORMAT },
    { key: 'f:2', title: next(), formula: '=[@Seats]', format: FORMAT },
    { key: 'f:3', title: 'Named', formula: `=IF([@Customer]=${quoted(next())},1,0)`, format: FORMAT },
    { key: 'f:4', title: 'Initial', formula: '=LEFT([@Customer],1)', format: FORMAT },
    // Names nobody whom the files know, but somebody.
    { key: 'f:5', title: 'Former', formula: '=IF([@Initial]="Zqformer",1,0)', format: FORMAT },
    { key: 'f:6', title: 'On', formula: '=[@Named]+1', format: FORMAT },
  ];
}

function namesOf(next: () => string): readonly NamedValue[] {
  const name = { name: 'Uplift', text: '0.05', unit: '%', least: '', most: '', note: next() };
  return [
    name,
    { ...name, name: 'Whose', text: next() },
    { ...name, name: 'Text', text: 'Zqfree text' },
    { ...name, name: 'Unit', unit: next() },
    { ...name, name: next().replace(/[^\p{L}\p{N}]+/gu, '_'), text: '1' },
    { ...name, name: 'Asked', text: `=COUNTIF(Portfolio[Customer],${quoted(next())})` },
    { ...name, name: 'Half', text: '=Uplift/2' },
  ];
}

function sheetOf(id: string, name: string, next: () => string): OwnSheet {
  return {
    ...{ id, name, rows: 20, columns: 5 },
    cells: { A1: next(), A2: `=${quoted(next())}`, B1: '12', B2: '=B1*Uplift', B3: `=B1&Whose` },
    formats: { B: { kind: 'number', digits: 1 } },
    view: { ...PLAIN_VIEW, widths: { A: 120 }, find: next() },
  };
}

function answersOf(next: () => string): WorkbookDocument['answers'] {
  const headers = [['Produkt', next()], ['Kunde', 'Menge'], ['Kunde', 'SKU'], ['Tag'], ['SKU', 'Preis']];
  const [named = [], whose = [], offered = [], rolled = [], plain = []] = headers;
  return new Map([
    [
      headerHash(named),
      { header: named, kind: 'licence-prices', mapping: { columns: { productId: 0 }, constants: {} } },
    ],
    [headerHash(whose), { header: whose, mapping: { columns: { quantity: 1 }, constants: { customerId: next() } } }],
    // Their customer is in none of the files.
    [
      headerHash(offered),
      { header: offered, mapping: { columns: { skuId: 1 }, constants: { customerName: 'Zqfar' } } },
    ],
    [headerHash(rolled), { header: rolled, rollUp: [next()] }],
    [
      headerHash(plain),
      {
        header: plain,
        kind: 'licence-prices',
        mapping: { columns: { skuId: 0, unitPrice: 1 }, constants: { market: 'DE' } },
      },
    ],
  ]);
}
