/** The worked cases as the naive implementation takes them, read with PapaParse alone. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import type { Subscription } from './naive.ts';
import { Decimal, plusMonths, toDay } from './naive-numbers.ts';
import type { PriceRow } from './naive-prices.ts';

type Row = Readonly<Record<string, string>>;

export interface NaiveCase {
  readonly name: string;
  readonly rows: readonly PriceRow[];
  readonly subscriptions: readonly Subscription[];
  readonly scenario: Scenario;
  /** The parsed `expected.json`. */
  readonly expected: unknown;
}

const CASES = join(import.meta.dirname, '../../../shared/cases');
const MONTHS: Readonly<Record<string, number>> = { P1M: 1, P1Y: 12, P3Y: 36 };

function readCsv(file: string): readonly Row[] {
  return Papa.parse<Row>(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true })
    .data;
}

const given = (text: string | undefined): string | undefined => (text === '' ? undefined : text);
const padded = (skuId: string | undefined): string => (skuId ?? '').toUpperCase().padStart(4, '0');

/** A line of a price list, `list` being its place in the import order. */
function priceRowOf(row: Row, list: number): PriceRow {
  const cell = (name: string): string => row[name] ?? '';
  return {
    list,
    productId: cell('ProductId'),
    skuId: padded(row['SkuId']),
    skuTitle: cell('SkuTitle'),
    segment: cell('Segment'),
    market: cell('Market'),
    currency: cell('Currency'),
    term: cell('TermDuration'),
    plan: cell('BillingPlan'),
    cost: new Decimal(cell('UnitPrice')),
    erp: new Decimal(cell('ERP Price')),
    start: toDay(cell('EffectiveStartDate')),
    end: toDay(cell('EffectiveEndDate')),
  };
}

/** A line of a portfolio file. */
function subscriptionOf(row: Row): Subscription {
  const cell = (name: string): string => row[name] ?? '';
  const end = toDay(cell('CommitmentEndDate'));
  const startText = given(row['CommitmentStartDate']);
  return {
    id: cell('SubscriptionId'),
    customerId: cell('CustomerId'),
    productId: cell('ProductId'),
    skuId: padded(row['SkuId']),
    segment: cell('Segment'),
    market: cell('Market'),
    currency: cell('Currency'),
    seats: Number(cell('Quantity')),
    term: cell('TermDuration'),
    plan: cell('BillingPlan'),
    start: startText === undefined ? plusMonths(end + 1, -(MONTHS[cell('TermDuration')] ?? 1)) : toDay(startText),
    end,
    autoRenew: cell('AutoRenewEnabled').toLowerCase() !== 'false',
    action: cell('ScheduledAction'),
    legacyInstruction: false,
    promotionPercent: given(row['PromotionPercent']),
    pricePaid: given(row['PricePaidPerSeatMonth']),
    customerPrice: given(row['CustomerPricePerSeatMonth']),
    inScope: (given(row['Status']) ?? 'active').toLowerCase() === 'active' && cell('IsTrial').toLowerCase() !== 'true',
  };
}

interface ScenarioFile {
  readonly name?: string;
  readonly est?: Readonly<Record<string, unknown>>;
  readonly priceChanges?: readonly Readonly<Record<string, unknown>>[];
  readonly decisions?: Scenario['decisions'];
  readonly margin?: {
    readonly business?: Scenario['margin']['business'];
    readonly customers?: Record<string, Scenario['margin']['business']>;
    readonly subscriptions?: Record<string, Scenario['margin']['business']>;
    readonly clamp?: boolean;
  };
  readonly clauses?: Record<string, Record<string, unknown>>;
}

/** Days of the named keys as numbers. */
function withDays(entry: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [
      key,
      keys.includes(key) && typeof value === 'string' ? toDay(value) : value,
    ]),
  );
}

const EST_DEFAULTS = {
  upliftMonthly: '0.03',
  upliftNoMonthly: '0.23',
  noMonthlyBase: 'annual',
  listRows: 'use',
  bridgeDays: null,
  eligibleStartFrom: toDay('2025-04-01'),
  eligibleEndFrom: toDay('2026-05-04'),
  twins: [],
};

function readScenario(file: string): Scenario {
  const {
    name = '',
    est = {},
    priceChanges = [],
    decisions = [],
    margin = {},
    clauses = {},
  } = JSON.parse(readFileSync(file, 'utf8')) as ScenarioFile;
  const {
    business = { kind: 'erp-discount', percent: '0' },
    customers = {},
    subscriptions = {},
    clamp = false,
  } = margin;
  const clauseEntries = Object.entries(clauses).map(([id, clause]) => [
    id,
    withDays(clause, ['priceLockUntil', 'noticeGiven']),
  ]);
  return {
    name,
    est: { ...EST_DEFAULTS, ...withDays(est, ['eligibleStartFrom', 'eligibleEndFrom']) },
    priceChanges: priceChanges.map((change) => withDays(change, ['from'])),
    decisions,
    margin: {
      business,
      customers: new Map(Object.entries(customers)),
      subscriptions: new Map(Object.entries(subscriptions)),
      clamp,
    },
    rules: { refundDayCount: 'cancel-day-refunded', promotionAtRenewal: 'in-window' },
    fx: { shocks: [], rates: [], reporting: undefined },
    clauses: new Map(clauseEntries as [string, Scenario['clauses'] extends ReadonlyMap<string, infer C> ? C : never][]),
  } as unknown as Scenario;
}

/** All worked cases, none when the shared folder is absent. */
export function naiveCases(): readonly NaiveCase[] {
  if (!existsSync(CASES)) {
    console.log(`skipped: no worked cases at ${CASES}`);
    return [];
  }
  const folders = readdirSync(CASES).filter((name) => name.startsWith('case-'));
  return folders.sort().map((name) => {
    const folder = join(CASES, name);
    const lists = readdirSync(folder)
      .filter((file) => file.startsWith('pricelist-'))
      .sort();
    return {
      name,
      rows: lists.flatMap((file, list) => readCsv(join(folder, file)).map((row) => priceRowOf(row, list))),
      subscriptions: readCsv(join(folder, 'portfolio.csv')).map(subscriptionOf),
      scenario: readScenario(join(folder, 'scenario.json')),
      expected: JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')),
    };
  });
}
