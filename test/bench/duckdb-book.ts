/** A book's tables as `exposure.sql` reads them: integer keys in place of texts, so that the database has the best start. */
import type { MarginRule, Scenario } from '../../src/core/scenario/scenario.ts';
import type { Dataset } from '../../src/core/schema/dataset.ts';
import { type Column, type Table, textAt } from '../../src/core/table.ts';
import type { PriceRow } from '../support/naive-prices.ts';
import { priceRows } from './book-rows.ts';
import type { Columns, Database } from './duckdb.ts';

/** Numbers for texts, in the order of first use. */
class Codes {
  private readonly codes = new Map<string, number>();
  readonly keys: string[] = [];
  of(key: string): number {
    const known = this.codes.get(key);
    if (known !== undefined) return known;
    this.codes.set(key, this.keys.length);
    return this.keys.push(key) - 1;
  }
}

interface Keys {
  readonly offers: Codes;
  readonly sales: Codes;
}

const MONTHS: Readonly<Record<string, number>> = { P1M: 1, P1Y: 12, P3Y: 36 };
const OFFER = ['productId', 'skuId', 'segment', 'market', 'currency'] as const;

/** Small tables as columns. */
function columnsOf(rows: readonly Readonly<Record<string, unknown>>[]): Columns {
  const names = Object.keys(rows[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]));
}

function saleOf({ offers, sales }: Keys, offerParts: readonly string[], term: string, plan: string): number {
  return sales.of(`${String(offers.of(offerParts.join('|')))}|${term}|${plan}`);
}

function loadPrices(database: Database, rows: readonly PriceRow[], keys: Keys): void {
  const prices = rows.map((row) => {
    const sale = saleOf(
      keys,
      OFFER.map((name) => row[name]),
      row.term,
      row.plan,
    );
    const { list, start, end } = row;
    return { sale, list, unit: row.cost.toNumber(), erp: row.erp.toNumber(), start_day: start, end_day: end };
  });
  database.load('prices', columnsOf(prices), ['start_day', 'end_day']);
  database.query('CREATE TABLE lists AS SELECT list, max(start_day) AS list_date FROM prices GROUP BY list');
}

function loadCatalogue(database: Database, rows: readonly PriceRow[], { offers, sales }: Keys): void {
  const titles = new Map(rows.map((row) => [OFFER.map((name) => row[name]).join('|'), row.skuTitle]));
  const offerRows = offers.keys.map((key, offer) => {
    const [product = '', , segment = '', market = '', currency = ''] = key.split('|');
    return { offer, product, title: titles.get(key) ?? '', segment, market, currency };
  });
  const saleRows = sales.keys.map((key, sale) => {
    const [offer = '', term = '', plan = ''] = key.split('|');
    return { sale, offer: Number(offer), term, plan, months: MONTHS[term] ?? 1 };
  });
  database.load('offers', columnsOf(offerRows));
  database.load('sales', columnsOf(saleRows));
}

/** Sale and offer of each subscription. */
function saleColumns({ rows, columns }: Table, keys: Keys): Columns {
  const parts = [...OFFER, 'termDuration', 'billingPlan'].map((name) => columns.get(name));
  const sale = new Int32Array(rows);
  const offer = new Int32Array(rows);
  const known = new Map<string, readonly [sale: number, offer: number]>();
  for (let row = 0; row < rows; row++) {
    const key = parts.map((part) => (part?.kind === 'text' ? part.codes[row] : 0)).join();
    let found = known.get(key);
    if (found === undefined) {
      const texts = parts.map((part) => textAt(part, row));
      const own = texts.slice(0, OFFER.length);
      found = [saleOf(keys, own, texts[5] ?? '', texts[6] ?? ''), keys.offers.of(own.join('|'))];
      known.set(key, found);
    }
    [sale[row], offer[row]] = found;
  }
  return { sale, offer };
}

function days(column: Column | undefined): Int32Array {
  return column?.kind === 'day' ? column.days : new Int32Array();
}

function flags(column: Column | undefined): Uint8Array {
  return column?.kind === 'flag' ? column.flags : new Uint8Array();
}

function decimals(column: Column | undefined): Float64Array {
  if (column?.kind !== 'decimal') return new Float64Array();
  return column.units.map((units) => (Number.isNaN(units) ? 0 : units / 10 ** column.scale));
}

function loadSubscriptions(database: Database, table: Table, keys: Keys): void {
  const { rows, columns } = table;
  const status = columns.get('status');
  const trial = flags(columns.get('isTrial'));
  const customer = columns.get('customerId');
  const loaded: Columns = {
    row: Int32Array.from({ length: rows }, (_, row) => row),
    ...saleColumns(table, keys),
    customer: customer?.kind === 'text' ? customer.codes : [],
    seats: decimals(columns.get('quantity')),
    start_day: days(columns.get('commitmentStart')),
    end_day: days(columns.get('commitmentEnd')),
    auto_renew: flags(columns.get('autoRenew')),
    action: Array.from({ length: rows }, (_, row) => textAt(columns.get('scheduledAction'), row)),
    promotion: decimals(columns.get('promotionPercent')).map((percent) => percent / 100),
    in_scope: trial.map((flag, row) => (flag === 1 || textAt(status, row) !== 'active' ? 0 : 1)),
  };
  database.load('subscriptions', loaded, ['start_day', 'end_day']);
}

function ruleCells(rule: MarginRule | undefined): { rule_kind: string | null; rule_value: number | null } {
  if (rule === undefined) return { rule_kind: null, rule_value: null };
  return { rule_kind: rule.kind, rule_value: Number(rule.kind === 'fixed' ? rule.price : rule.percent) };
}

function loadContracts(database: Database, { margin, clauses }: Scenario, customers: readonly string[]): void {
  const contracts = customers.map((id, customer) => {
    const clause = clauses.get(id);
    return {
      customer,
      ...ruleCells(margin.customers.get(id)),
      pass_through: clause?.passThrough ?? false,
      cap: clause?.capPercent === undefined ? null : Number(clause.capPercent) / 100,
      notice_days: clause?.noticeDays ?? 0,
      locked_until: clause?.priceLockUntil ?? null,
      notice_given: clause?.noticeGiven ?? null,
    };
  });
  database.load('contracts', columnsOf(contracts), ['locked_until', 'notice_given']);
}

function loadOwnRules(database: Database, { margin }: Scenario, ids: Column | undefined): void {
  if (ids?.kind !== 'text') return;
  const rowOf = new Map(Array.from(ids.codes, (code, row) => [ids.values[code] ?? '', row]));
  const rules = [...margin.subscriptions].map(([id, rule]) => ({ row: rowOf.get(id) ?? -1, ...ruleCells(rule) }));
  database.load('own_rules', columnsOf(rules));
}

const RULED = `CREATE MACRO ruled(kind, value, cost, erp) AS hu(CASE kind
  WHEN 'markup' THEN cost * (1 + value / 100)
  WHEN 'erp-discount' THEN erp * (1 - value / 100)
  WHEN 'margin' THEN cost / (1 - value / 100)
  ELSE value END)`;

/** Loads everything that `exposure.sql` reads; for scenarios without price changes, decisions, bridges and clamps. */
export function loadBook(
  database: Database,
  datasets: readonly Dataset[],
  scenario: Scenario,
  asOf: number,
  windowEnd: number,
): void {
  const keys = { offers: new Codes(), sales: new Codes() };
  const rows = priceRows(datasets);
  const table = datasets.find(({ kind }) => kind === 'portfolio')?.table;
  const customer = table?.columns.get('customerId');
  if (table === undefined || customer?.kind !== 'text') throw new Error('INTERNAL: a book without a portfolio');
  loadPrices(database, rows, keys);
  loadSubscriptions(database, table, keys);
  loadCatalogue(database, rows, keys);
  loadContracts(database, scenario, customer.values);
  loadOwnRules(database, scenario, table.columns.get('subscriptionId'));
  const { upliftMonthly, upliftNoMonthly } = scenario.est;
  const uplifts = { uplift_monthly: Number(upliftMonthly), uplift_no_monthly: Number(upliftNoMonthly) };
  const run = { as_of: asOf, window_end: windowEnd, ...uplifts, ...ruleCells(scenario.margin.business) };
  database.load('run', columnsOf([run]), ['as_of', 'window_end']);
  database.query('CREATE TABLE ks AS SELECT CAST(range AS INTEGER) AS k FROM range(-1, 26)');
  database.query('CREATE MACRO hu(x) AS round(x, 2)');
  database.query(RULED);
}
