/** The results file `termwise/results@1` as plain data; keys stand in the order in which they are written. */
import { dayToText, monthToText } from '../../core/days.ts';
import type { Diagnostic, Severity } from '../../core/diagnostics.ts';
import type { DatasetInfo } from '../../core/schema/dataset.ts';
import type { Amount, MonthTotals, Simulation, Totals } from '../../sim/types.ts';
import { sourcesText } from '../../core/scenario/rate-source.ts';
import { compareCodeUnits } from '../../core/compare-text.ts';
import { amountTexts, type CliffStep, dayText, type ResultRow, resultRows } from './rows.ts';

/** The amounts of `totals`; the simulation has more than the file. */
export const TOTAL_AMOUNTS = [
  'est',
  'current',
  'renew',
  'extra',
  'promotion',
  'passed',
  'delayed',
  'absorbed',
  'margin',
] as const satisfies readonly Amount[];
/** The amounts of a month. */
export const MONTH_AMOUNTS = [
  'est',
  'current',
  'extra',
  'passed',
  'delayed',
  'absorbed',
] as const satisfies readonly Amount[];
/** The amounts of a subscription. */
export const SUBSCRIPTION_AMOUNTS = [
  'est',
  'current',
  'renew',
  'extra',
  'passed',
  'delayed',
  'absorbed',
] as const satisfies readonly Amount[];

type AmountTexts<K extends Amount> = Readonly<Record<K, string>>;

export interface ResultsInput {
  readonly file: string;
  readonly kind: string;
  /** Accepted rows. */
  readonly rows: number;
  readonly sha256: string;
  readonly rejected: number;
}

export interface ResultsTotals extends AmountTexts<(typeof TOTAL_AMOUNTS)[number]> {
  readonly subscriptions: number;
  readonly exposed: number;
  readonly atRisk: number;
  readonly unpriced: number;
}

export interface ResultsMonth extends AmountTexts<(typeof MONTH_AMOUNTS)[number]> {
  readonly month: string;
  readonly currency: string;
}

export interface ResultsSubscription extends AmountTexts<(typeof SUBSCRIPTION_AMOUNTS)[number]> {
  readonly id: string;
  readonly customerId: string;
  readonly customer: string;
  readonly product: string;
  readonly skuId: string;
  /** A number when it is a safe integer, otherwise its decimal text. */
  readonly seats: number | string;
  readonly currency: string;
  readonly termEnd: string;
  readonly outcome: string;
  readonly rule: string;
  readonly currentUnit: string;
  readonly estUnit: string;
  readonly renewUnit: string;
  readonly estSource: string;
  readonly cliff: Readonly<Record<CliffStep, string>>;
  readonly notes: readonly string[];
}

export interface ResultsDiagnostic {
  readonly file: string;
  readonly row?: number;
  readonly column?: string;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
}

/** The totals in the scenario's reporting currency; `amounts` is absent while a currency has no rate. */
export interface ResultsReporting {
  readonly currency: string;
  /** The day whose rates count. */
  readonly day: string;
  readonly rates: readonly { readonly currency: string; readonly rate: string; readonly source: string }[];
  readonly missing: readonly string[];
  readonly amounts?: AmountTexts<(typeof TOTAL_AMOUNTS)[number]>;
}

export interface ResultsDocument {
  readonly schema: 'termwise/results@1';
  readonly asOf: string;
  readonly horizonMonths: number;
  readonly inputs: readonly ResultsInput[];
  readonly totals: Readonly<Record<string, ResultsTotals>>;
  /** Only when the scenario names a reporting currency. */
  readonly reporting?: ResultsReporting;
  readonly months: readonly ResultsMonth[];
  readonly subscriptions: readonly ResultsSubscription[];
  readonly unpriced: readonly { readonly id: string; readonly reason: string }[];
  readonly diagnostics: readonly ResultsDiagnostic[];
}

/**
 * The results file of a simulation, as plain data.
 * @param inputs the datasets that the simulation read, in any order
 * @param extraDiagnostics of files that became no dataset; they stand between the datasets' and the engine's
 */
export function resultsDocument(
  simulation: Simulation,
  inputs: readonly DatasetInfo[],
  extraDiagnostics: readonly Diagnostic[] = [],
): ResultsDocument {
  const datasets = inImportOrder(inputs);
  return {
    schema: 'termwise/results@1',
    asOf: dayToText(simulation.window.asOf),
    horizonMonths: simulation.window.horizonMonths,
    inputs: datasets.map(inputOf),
    totals: Object.fromEntries(sortedTotals(simulation).map((totals) => [totals.currency, totalsOf(totals)])),
    ...reportingOf(simulation),
    months: sortedMonths(simulation).map(monthOf),
    subscriptions: resultRows(simulation).map(subscriptionOf),
    unpriced: sortedUnpriced(simulation).map(({ id, reason }) => ({ id, reason })),
    diagnostics: allDiagnostics(simulation, datasets, extraDiagnostics).map(diagnosticOf),
  };
}

/** Datasets in import order. */
export function inImportOrder(inputs: readonly DatasetInfo[]): readonly DatasetInfo[] {
  return inputs.toSorted((a, b) => a.order - b.order);
}

/** Totals by currency. */
export function sortedTotals(simulation: Simulation): readonly Totals[] {
  return simulation.totals.toSorted((a, b) => compareCodeUnits(a.currency, b.currency));
}

/** Months by month, then currency. */
export function sortedMonths(simulation: Simulation): readonly MonthTotals[] {
  return simulation.months.toSorted((a, b) => a.month - b.month || compareCodeUnits(a.currency, b.currency));
}

/** Unpriced subscriptions by id. */
export function sortedUnpriced(simulation: Simulation): Simulation['unpriced'] {
  return simulation.unpriced.toSorted((a, b) => compareCodeUnits(a.id, b.id));
}

/** Every diagnostic in the order of the file: the datasets', those of unusable files, the engine's. */
export function allDiagnostics(
  simulation: Simulation,
  inputs: readonly DatasetInfo[],
  extra: readonly Diagnostic[] = [],
): readonly Diagnostic[] {
  return [...inImportOrder(inputs).flatMap((dataset) => dataset.diagnostics), ...extra, ...simulation.diagnostics];
}

function inputOf({ file, kind, ledger, sha256 }: DatasetInfo): ResultsInput {
  return { file, kind, rows: ledger.accepted, sha256, rejected: ledger.rejected };
}

function totalsOf(totals: Totals): ResultsTotals {
  const { subscriptions, exposed, atRisk, unpriced, currency } = totals;
  return { subscriptions, exposed, atRisk, unpriced, ...amountTexts(TOTAL_AMOUNTS, totals, currency) };
}

function reportingOf({ reporting }: Simulation): Pick<ResultsDocument, 'reporting'> {
  if (!reporting) return {};
  const { currency, day, rates, missing, amounts } = reporting;
  return {
    reporting: {
      currency,
      day: dayToText(day),
      rates: rates.map(({ sources, ...rate }) => ({ ...rate, source: sourcesText(sources) })),
      missing,
      ...(amounts && { amounts: amountTexts(TOTAL_AMOUNTS, amounts, currency) }),
    },
  };
}

function monthOf(totals: MonthTotals): ResultsMonth {
  const { month, currency } = totals;
  return { month: monthToText(month), currency, ...amountTexts(MONTH_AMOUNTS, totals, currency) };
}

function subscriptionOf(row: ResultRow): ResultsSubscription {
  return {
    id: row.id,
    customerId: row.customerId,
    customer: row.customer,
    product: row.product,
    skuId: row.skuId,
    seats: jsonNumber(row.seats),
    currency: row.currency,
    termEnd: dayText(row.termEnd),
    outcome: row.outcome,
    rule: row.rule,
    currentUnit: row.currentUnit,
    estUnit: row.estUnit,
    renewUnit: row.renewUnit,
    estSource: row.estSource,
    cliff: row.cliff,
    ...amountTexts(SUBSCRIPTION_AMOUNTS, row.amounts, row.currency),
    notes: row.notes,
  };
}

function jsonNumber(decimal: string): number | string {
  const value = decimal === '' ? NaN : Number(decimal);
  return Number.isSafeInteger(value) && String(value) === decimal ? value : decimal;
}

function diagnosticOf({ file, row, column, severity, code, message }: Diagnostic): ResultsDiagnostic {
  return {
    file,
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
    severity,
    code,
    message,
  };
}
