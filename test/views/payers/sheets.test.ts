/** The sheets of Who pays: pasted clauses, typed cells, rules, prices taken over, values of a sweep. */
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src/core/format.ts';
import type { Clause, MarginRule, PriceChange } from '../../../src/core/scenario/scenario.ts';
import type { ListDifference } from '../../../src/sim/payers/types.ts';
import { changeColumns, changeRows, moved } from '../../../src/views/payers/changes/change-rows.ts';
import { type ClauseRow, clauseColumns, clauseRows } from '../../../src/views/payers/clauses/clause-rows.ts';
import { pasteClauses } from '../../../src/views/payers/clauses/paste-clauses.ts';
import { withEntries } from '../../../src/views/payers/customers.ts';
import { usualPair } from '../../../src/views/payers/lists/price-lists.ts';
import { takeOver } from '../../../src/views/payers/lists/take-over.ts';
import { type CustomerRule, customerRuleColumns } from '../../../src/views/payers/margin/customer-rules.ts';
import { sweepValues } from '../../../src/views/payers/margin/sweep-values.ts';
import type { PayColumn } from '../../../src/views/payers/sheet/columns.ts';
import { recordEdits } from '../../../src/views/payers/sheet/record-edits.ts';
import { day } from '../../support/simulation.ts';

const LOCALE = 'en-GB';
const format = createFormat(LOCALE);
const customer = (key: string, name: string) => ({
  key,
  customerId: key.toUpperCase(),
  customer: name,
  subscriptions: 1,
});
const CUSTOMERS = [customer('a', 'Contoso'), customer('b', 'Fabrikam'), customer('c', 'Twin'), customer('d', 'Twin')];
const SHEET = clauseRows(CUSTOMERS, new Map([['A', { passThrough: true, capPercent: '5' }], ['gone', { passThrough: false }]])); // prettier-ignore

/** Writes texts into named cells of one row each, and gives what became of it. */
function typed<Row>(
  rows: readonly Row[],
  columns: readonly PayColumn<Row>[],
  cells: readonly [row: number, key: string, text: string][],
) {
  let changed: ReadonlyMap<number, Row> = new Map();
  const commit = (next: ReadonlyMap<number, Row>): void => {
    changed = next;
  };
  const order = Uint32Array.from(rows.keys());
  const edits = recordEdits({ rows, columns, order, locale: LOCALE, readOnly: '', commit });
  const at = (key: string): number => columns.findIndex((column) => column.key === key);
  const refused = edits.write(cells.map(([row, key, text]) => ({ row, column: at(key), text })), 'pasted'); // prettier-ignore
  return { changed, refused };
}

describe('the clauses sheet', () => {
  it('has a row for each customer, and for clauses of others', () => {
    expect(SHEET.map(({ key, clause }) => [key, clause?.passThrough])).toEqual([
      ...[['a', true], ['b', undefined], ['c', undefined], ['d', undefined], ['gone', false]], // prettier-ignore
    ]);
  });

  it('takes typed cells, and refuses what is none with a reason', () => {
    const { changed, refused } = typed(SHEET, clauseColumns(format), [
      [1, 'passThrough', 'yes'],
      [1, 'cap', '7,5'],
      [1, 'notice', '30'],
      [1, 'lock', '28/02/2027'],
      [0, 'cap', ''],
      [0, 'customer', 'Somebody'],
    ]);
    expect(changed.get(1)?.clause).toEqual({ passThrough: true, noticeDays: 30, priceLockUntil: day('2027-02-28') });
    expect(changed.get(0)?.clause).toEqual({ passThrough: true });
    expect(refused.map(({ text }) => text)).toEqual(['7,5', 'Somebody']);
    expect(refused.every(({ reason }) => reason !== '')).toBe(true);
  });

  it('forgets a clause of which nothing is left', () => {
    const { changed } = typed<ClauseRow>(SHEET, clauseColumns(format), [
      [0, 'passThrough', ''],
      [0, 'cap', ''],
    ]);
    const clauses = new Map<string, Clause>([['A', { passThrough: true }], ['B', { passThrough: false }]]); // prettier-ignore
    const entries = [...changed.values()].map(({ customerId, clause }) => [customerId, clause] as const);
    expect([...withEntries(clauses, entries).keys()]).toEqual(['B']);
  });
});

describe('a pasted block of clauses', () => {
  it('is matched by id or name, in any order of headed columns', () => {
    const pasted = pasteClauses(
      [
        ['Cap', 'Customer', 'Pass-through'],
        ['10', 'b', 'yes'],
        ['', 'contoso', 'no'],
      ],
      SHEET,
      LOCALE,
    );
    expect(pasted?.matched.map(({ key, clause }) => [key, clause])).toEqual([
      ['b', { passThrough: true, capPercent: '10' }],
      ['a', { passThrough: false }],
    ]);
  });

  it('lists what matches nobody, two customers, a customer twice, or has a cell that cannot be read', () => {
    const block = [['Twin', 'yes'], ['Nobody', 'yes'], ['B', 'perhaps'], ['A', 'yes'], ['Contoso', 'no'], ['', 'yes']]; // prettier-ignore
    const pasted = pasteClauses(block, SHEET, LOCALE);
    expect(pasted?.matched.map(({ key }) => key)).toEqual(['a']);
    expect(pasted?.unmatched.map(({ line }) => line)).toEqual([1, 2, 3, 5, 6]);
    expect(new Set(pasted?.unmatched.map(({ reason }) => reason)).size).toBe(5);
  });

  it('says when its headings name no customer', () => {
    expect(pasteClauses([['Cap', 'Notice days'], ['5', '30']], SHEET, LOCALE)).toBeUndefined(); // prettier-ignore
  });
});

describe('price changes', () => {
  const change: PriceChange = { match: {}, from: day('2027-01-01'), kind: 'percent', value: '5', columns: 'both' };

  it('take typed cells in their own words', () => {
    const rows = changeRows([change, change], undefined);
    const { changed, refused } = typed(rows, changeColumns(format, 'USD'), [
      [0, 'kind', 'set to'],
      [0, 'value', '-1'],
      [0, 'columns', 'ERP'],
      [0, 'text', ' Suite '],
      [1, 'from', '31/02/2027'],
      [1, 'value', ''],
    ]);
    expect(changed.get(0)?.change).toEqual({ ...change, kind: 'set', columns: 'erp', match: { text: 'Suite' } });
    expect(refused.map(({ row, text }) => [row, text])).toEqual([[0, '-1'], [1, '31/02/2027'], [1, '']]); // prettier-ignore
  });

  it('move within their list', () => {
    const list = ['1', '2', '3'].map((value) => ({ ...change, value }));
    const values = (from: number, to: number): string => moved(list, from, to).map(({ value }) => value).join(''); // prettier-ignore
    expect([values(0, 1), values(2, 0), values(0, -1), values(2, 3)]).toEqual(['213', '312', '123', '123']);
  });
});

describe('margin rules', () => {
  it('need a kind before a value, and have no margin of 100 %', () => {
    const rows: readonly CustomerRule[] = CUSTOMERS.map((one) => ({ ...one, rule: undefined }));
    const columns = customerRuleColumns(format);
    const { changed, refused } = typed(rows, columns, [
      [0, 'ownValue', '5'],
      [1, 'ownKind', 'Markup on cost'],
      [1, 'ownValue', '18'],
      [2, 'ownKind', 'margin of price'],
      [2, 'ownValue', '100'],
    ]);
    const rule = (row: number): MarginRule | undefined => changed.get(row)?.rule;
    expect([rule(0), rule(1)]).toEqual([undefined, { kind: 'markup', percent: '18' }]);
    expect(refused.map(({ row }) => row)).toEqual([0, 2]);
  });

  it('sweep through exact values in either direction', () => {
    expect(sweepValues('0', '0.3', '0.1')).toEqual(['0', '0.1', '0.2', '0.3']);
    expect(sweepValues('4', '0', '-2')).toEqual(['4', '2', '0']);
    expect([sweepValues('0', '5', '-1'), sweepValues('0', '5', '0'), sweepValues('', '5', '1')]).toEqual([
      ...[undefined, undefined, undefined],
    ]);
  });
});

describe('two lists', () => {
  const row: ListDifference = {
    ...{ what: 'list', productId: 'P', skuId: '1', title: '', segment: 'Commercial', market: 'US', currency: 'USD' },
    ...{ termPlan: 'P1Y/Annual', subscriptions: 1, customers: 1, seats: 1, percent: { cost: '10', erp: '0' } },
    monthly: { cost: 0, price: 0, allowed: 0 },
    before: { file: 'a', line: 1, cost: '120', erp: '150' },
    after: { file: 'b', line: 1, cost: '132', erp: '150' },
  };

  it('are taken over as the prices that moved, for their term and plan alone', () => {
    const from = day('2027-01-01');
    const [change, ...more] = takeOver([row, { ...row, what: 'est' }, { ...row, after: undefined }], from);
    expect(more).toEqual([]);
    expect(change).toMatchObject({ from, kind: 'set', value: '132', columns: 'cost' });
    expect(change?.match).toMatchObject({ termDuration: 'P1Y', billingPlan: 'Annual', currency: 'USD' });
  });

  it('are the newest two of one market unless the user says otherwise', () => {
    const list = (id: string, market: string, date: number) => ({
      id,
      file: id,
      date,
      markets: [market],
      currencies: ['USD'],
    });
    const lists = [list('old', 'US', 1), list('new', 'US', 2), list('de', 'DE', 3)];
    expect(usualPair(lists)).toEqual({ before: 'old', after: 'new' });
  });
});
