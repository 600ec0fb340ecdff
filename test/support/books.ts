/** Small books by hand: datasets from rows that name only what a test is about. */
import { CountBuilder, DayBuilder, DecimalBuilder, FlagBuilder, TextBuilder } from '../../src/core/column-builders.ts';
import { ExactBuilder } from '../../src/core/exact-column.ts';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/defaults.ts';
import type { EstAssumptions, MarginRules, Scenario } from '../../src/core/scenario/scenario.ts';
import {
  AGREEMENT_COLUMNS,
  CUSTOMER_COLUMNS,
  OWN_INVOICE_COLUMNS,
  PRICE_COLUMNS,
  PROMOTION_COLUMNS,
  RECONCILIATION_COLUMNS,
  SUBSCRIPTION_COLUMNS,
} from '../../src/core/schema/columns.ts';
import type { Dataset, DatasetKind } from '../../src/core/schema/dataset.ts';
import { type Column, SOURCE_ROW, type Table } from '../../src/core/table.ts';
import {
  type ResultsDocument,
  type ResultsSubscription,
  resultsDocument,
} from '../../src/exporters/results/document.ts';
import { type Simulation, prepareBook, simulate } from '../../src/sim/index.ts';
import { day } from './simulation.ts';

/** Cells as a file would have them: days `YYYY-MM-DD`, flags `true` and `false`, an absent cell is empty. */
export type Row<K extends string> = Readonly<Partial<Record<K, string>>>;
export type PriceCells = Row<keyof typeof PRICE_COLUMNS>;
export type SubscriptionCells = Row<keyof typeof SUBSCRIPTION_COLUMNS>;
export type ReconciliationCells = Row<keyof typeof RECONCILIATION_COLUMNS>;
export type OwnInvoiceCells = Row<keyof typeof OWN_INVOICE_COLUMNS>;
export type PromotionCells = Row<keyof typeof PROMOTION_COLUMNS>;

function columnOf(kind: Column['kind'], cells: readonly string[]): Column {
  switch (kind) {
    case 'text':
      return filled(new TextBuilder(), cells, (cell) => cell);
    case 'decimal':
      return filled(new DecimalBuilder(), cells, (cell) => cell);
    case 'exact':
      return filled(new ExactBuilder(), cells, (cell) => cell);
    case 'day':
      return filled(new DayBuilder(), cells, (cell) => (cell === '' ? undefined : day(cell)));
    case 'flag':
      return filled(new FlagBuilder(), cells, (cell) => (cell === '' ? undefined : cell === 'true'));
    case 'count':
      return filled(new CountBuilder(), cells, Number);
  }
}

function filled<T>(
  builder: { push(value: T): unknown; finish(): Column },
  cells: readonly string[],
  value: (cell: string) => T,
): Column {
  for (const cell of cells) {
    if (builder.push(value(cell)) === false) throw new Error(`INTERNAL: not a decimal: ${cell}`);
  }
  return builder.finish();
}

function tableOf<K extends string>(kinds: Readonly<Record<K, Column['kind']>>, rows: readonly Row<K>[]): Table {
  const columns = new Map<string, Column>();
  for (const name of Object.keys(kinds) as K[]) {
    columns.set(
      name,
      columnOf(
        kinds[name],
        rows.map((row) => row[name] ?? ''),
      ),
    );
  }
  const lines = rows.map((_, index) => String(index + 2));
  columns.set(SOURCE_ROW, columnOf('count', lines));
  return { rows: rows.length, columns };
}

export function datasetOf(kind: DatasetKind, file: string, table: Table, order: number): Dataset {
  const ledger = { read: table.rows, accepted: table.rows, rejected: 0, skipped: 0 };
  return { id: file, kind, file, sha256: '', bytes: 0, ledger, diagnostics: [], order, table };
}

/** Commercial, US, USD, from 2025-11-01 without an end, unless a row says otherwise. */
export function priceList(rows: readonly PriceCells[], order = 0, file = `list-${String(order)}.csv`): Dataset {
  const whole = rows.map((row) => ({
    productId: 'PRODUCT',
    skuId: '1',
    skuTitle: 'Suite',
    segment: 'Commercial',
    market: 'US',
    currency: 'USD',
    effectiveStart: '2025-11-01',
    ...row,
  }));
  return datasetOf('licence-prices', file, tableOf(PRICE_COLUMNS, whole), order);
}

/** A row of a list: term and plan as `P1Y/Annual`, whole-term cost and retail price. */
export function price(termPlan: string, unitPrice: string, erpPrice = unitPrice, more: PriceCells = {}): PriceCells {
  const [termDuration = '', billingPlan = ''] = termPlan.split('/');
  return { termDuration, billingPlan, unitPrice, erpPrice, ...more };
}

/** Ten seats for a year up to 2026-11-30, auto-renew off, unless a row says otherwise. */
export const SUBSCRIPTION: SubscriptionCells = {
  customerId: 'customer',
  subscriptionId: 'sub',
  productId: 'PRODUCT',
  skuId: '1',
  segment: 'Commercial',
  market: 'US',
  currency: 'USD',
  quantity: '10',
  termDuration: 'P1Y',
  billingPlan: 'Annual',
  commitmentStart: '2025-12-01',
  commitmentEnd: '2026-11-30',
  autoRenew: 'false',
};

/** A portfolio of `SUBSCRIPTION` with changes; ids are numbered unless given. */
export function portfolio(rows: readonly SubscriptionCells[], order = 10, file = 'portfolio.csv'): Dataset {
  const whole = rows.map((row, index) => ({
    ...SUBSCRIPTION,
    subscriptionId: rows.length === 1 ? 'sub' : `sub-${String(index)}`,
    ...row,
  }));
  return datasetOf('portfolio', file, tableOf(SUBSCRIPTION_COLUMNS, whole), order);
}

/** A reconciliation file. */
export function reconciliation(rows: readonly ReconciliationCells[], order = 40, file = 'recon.csv'): Dataset {
  return datasetOf('reconciliation', file, tableOf(RECONCILIATION_COLUMNS, rows), order);
}

/** Lines of the partner's own invoices. */
export function ownInvoices(rows: readonly OwnInvoiceCells[], order = 50, file = 'own.csv'): Dataset {
  return datasetOf('own-invoices', file, tableOf(OWN_INVOICE_COLUMNS, rows), order);
}

export function promotions(rows: readonly PromotionCells[], order = 20): Dataset {
  return datasetOf('promotions', 'promotions.json', tableOf(PROMOTION_COLUMNS, rows), order);
}

export function customers(rows: readonly Row<keyof typeof CUSTOMER_COLUMNS>[], order = 30): Dataset {
  return datasetOf('customers', 'customers.csv', tableOf(CUSTOMER_COLUMNS, rows), order);
}

/** Acceptances of customers. */
export function agreements(rows: readonly Row<keyof typeof AGREEMENT_COLUMNS>[], order = 60): Dataset {
  return datasetOf('agreements', 'agreements.json', tableOf(AGREEMENT_COLUMNS, rows), order);
}

export interface ScenarioChanges extends Partial<Omit<Scenario, 'est' | 'margin'>> {
  readonly est?: Partial<EstAssumptions>;
  readonly margin?: Partial<MarginRules>;
}

/** The default scenario with changes. */
export function scenario({ est, margin, ...rest }: ScenarioChanges = {}): Scenario {
  const base = DEFAULT_SCENARIO;
  return { ...base, ...rest, est: { ...base.est, ...est }, margin: { ...base.margin, ...margin } };
}

export interface Run {
  readonly scenario?: ScenarioChanges;
  /** 2026-11-22 unless given. */
  readonly asOf?: string;
  /** 12 unless given. */
  readonly horizonMonths?: number;
}

export function simulation(datasets: readonly Dataset[], run: Run = {}): Simulation {
  const window = { asOf: day(run.asOf ?? '2026-11-22'), horizonMonths: run.horizonMonths ?? 12 };
  return simulate(prepareBook({ datasets }), { scenario: scenario(run.scenario), window });
}

/** The results as the file has them. */
export function results(datasets: readonly Dataset[], run: Run = {}): ResultsDocument {
  return resultsDocument(simulation(datasets, run), datasets);
}

/** The result of a book's only subscription. */
export function result(datasets: readonly Dataset[], run: Run = {}): ResultsSubscription {
  const { subscriptions, unpriced } = results(datasets, run);
  const [only] = subscriptions;
  if (!only || subscriptions.length > 1) throw new Error(`INTERNAL: not one result: ${JSON.stringify(unpriced)}`);
  return only;
}
