/** The tables of a dispute pack. */
import { minorDigits, safeMinor } from '../../core/money.ts';
import { type Exact, toDecimal } from '../../core/exact.ts';
import type { ReportBlock, ReportCell } from '../../core/report/document.ts';
import type { LineDetail } from '../../sim/invoice/types.ts';
import type { Cause, ExpectedLine } from '../../sim/invoice/union/types.ts';
import type { RefundWindow } from '../../sim/invoice/windows/types.ts';
import { change, type ColumnOf, count, day, decimal, EMPTY, heading, money, table, text } from '../report/cells.ts';
import { grouped } from './grouped.ts';
import type { Numbered } from './types.ts';
import type { DisputeWording } from './wording.ts';

const MOST_DIGITS = 12;
type Column<Row> = ColumnOf<Row>;

interface Sum {
  readonly currency: string;
  readonly cause?: Cause | undefined;
  readonly differences: readonly Numbered[];
}

/** By currency, and by currency and cause. */
export function summaryTables(disputed: readonly Numbered[], { text: words }: DisputeWording): readonly ReportBlock[] {
  const { columns, tables, causes } = words;
  const sum = (of: (one: Numbered['difference']) => number, { differences }: Sum): number =>
    safeMinor(differences.reduce((total, { difference }) => total + of(difference), 0));
  const currency: Column<Sum> = { label: columns.currency, kind: 'code', cell: (row) => text(row.currency) };
  const size: Column<Sum> = { label: columns.count, kind: 'figure', cell: ({ differences }) => count(differences.length) };
  const amount: Column<Sum> = {
    label: columns.amount,
    kind: 'figure',
    cell: (row) => change(sum((one) => one.amount, row), row.currency),
  };
  const sums = groupsOf(disputed, ({ currency: own }) => own);
  const byCause = groupsOf(disputed, ({ currency: own, cause }) => `${own} ${cause}`);
  return [
    table<Sum>(tables.summary, [currency, size, amount], sums),
    heading(tables.causes),
    table<Sum>(
      tables.causes,
      [currency, { label: columns.cause, cell: ({ cause }) => text(cause && causes[cause]) }, size, amount],
      byCause,
    ),
  ];
} // prettier-ignore

function groupsOf(disputed: readonly Numbered[], keyOf: (of: Numbered['difference']) => string): readonly Sum[] {
  const groups = grouped(disputed, ({ difference }) => keyOf(difference));
  return [...groups.values()].flatMap((differences) => {
    const first = differences[0]?.difference;
    return first ? [{ currency: first.currency, cause: first.cause, differences }] : [];
  });
}

export function differencesTable(disputed: readonly Numbered[], wording: DisputeWording): ReportBlock {
  const { columns, tables, causes, certainties } = wording.text;
  return table<Numbered>(
    tables.differences,
    [
      { label: columns.number, kind: 'figure', cell: ({ number }) => count(number) },
      { label: columns.customer, cell: ({ difference: { customer, customerId } }) => named(customer, customerId) },
      { label: columns.product, cell: ({ difference: { product, productId, skuId } }) => named(product, skuId === '' ? productId : `${productId}:${skuId}`) },
      { label: columns.subscription, kind: 'id', cell: ({ difference }) => text(difference.subscriptionId) },
      { label: columns.cause, cell: ({ difference }) => text(causes[difference.cause]) },
      { label: columns.what, cell: ({ difference }) => text(wording.what(difference)) },
      { label: columns.why, cell: ({ difference }) => text(wording.why(difference)) },
      { label: columns.currency, kind: 'code', cell: ({ difference }) => text(difference.currency) },
      { label: columns.billed, kind: 'figure', cell: ({ difference: { billed, currency } }) => money(billed, currency) },
      { label: columns.expected, kind: 'figure', cell: ({ difference: { expected, currency } }) => money(expected, currency) },
      { label: columns.amount, kind: 'figure', cell: ({ difference: { amount, currency } }) => change(amount, currency) },
      { label: columns.certainty, cell: ({ difference }) => text(certainties[difference.certainty]) },
      { label: columns.note, cell: ({ note }) => text(note) },
    ],
    disputed,
  );
} // prettier-ignore

function named(name: string, id: string): ReportCell {
  return name === '' ? text(id) : text(name, id === '' ? undefined : id);
}

/** A billed line of a difference. */
export interface EvidenceRow {
  readonly number: number;
  readonly line: LineDetail;
}

/** @param isNumbered lines of several differences: the first column says of which */
export function billedTable(rows: readonly EvidenceRow[], { text: words }: DisputeWording, isNumbered: boolean): ReportBlock {
  const { columns, tables } = words;
  const figure = (label: string, of: (line: LineDetail) => Exact | undefined, currencyOf?: (line: LineDetail) => string): Column<EvidenceRow> => ({
    ...{ label, kind: 'figure' },
    cell: ({ line }) => exact(of(line), currencyOf ? minorDigits(currencyOf(line)) : 0),
  });
  const pricing = (line: LineDetail): string => line.pricingCurrency || line.currency;
  return table<EvidenceRow>(
    tables.billed,
    [
      ...numberColumn<EvidenceRow>(columns.number, isNumbered),
      { label: columns.file, cell: ({ line }) => text(line.at.file) },
      { label: columns.row, kind: 'figure', cell: ({ line }) => count(line.at.line) },
      { label: columns.invoice, kind: 'code', cell: ({ line }) => text(line.invoice) },
      { label: columns.charge, kind: 'code', cell: ({ line }) => text(line.chargeType) },
      { label: columns.from, kind: 'code', cell: ({ line }) => day(line.from) },
      { label: columns.to, kind: 'code', cell: ({ line }) => day(line.to) },
      figure(columns.quantity, ({ quantity }) => quantity),
      figure(columns.unitPrice, ({ unitPrice }) => unitPrice, pricing),
      figure(columns.charged, ({ effectiveUnitPrice }) => effectiveUnitPrice, pricing),
      figure(columns.rate, ({ rate }) => rate),
      figure(columns.subtotal, ({ subtotal }) => subtotal, ({ currency }) => currency),
      ...(isNumbered ? [figure(columns.total, ({ total }) => total, ({ currency }) => currency)] : []),
      { label: columns.currency, kind: 'code', cell: ({ line }) => text(line.currency) },
    ],
    rows,
  );
} // prettier-ignore

export interface ExpectedRow {
  readonly number: number;
  readonly line: ExpectedLine;
}

export function expectedTable(rows: readonly ExpectedRow[], wording: DisputeWording, isNumbered: boolean): ReportBlock {
  const { columns, tables } = wording.text;
  const price = (label: string, of: (line: ExpectedLine) => Exact): Column<ExpectedRow> => ({
    ...{ label, kind: 'figure' },
    cell: ({ line }) => exact(of(line), minorDigits(line.currency)),
  });
  return table<ExpectedRow>(
    tables.expected,
    [
      ...numberColumn<ExpectedRow>(columns.number, isNumbered),
      { label: columns.charge, kind: 'code', cell: ({ line }) => text(line.chargeType) },
      { label: columns.from, kind: 'code', cell: ({ line }) => day(line.from) },
      { label: columns.to, kind: 'code', cell: ({ line }) => day(line.to) },
      { label: columns.quantity, kind: 'figure', cell: ({ line }) => count(line.quantity) },
      price(columns.unitPrice, ({ unitPrice }) => unitPrice),
      { label: columns.off, kind: 'figure', cell: ({ line }) => (line.share.n === 0n ? EMPTY : { kind: 'percent', ratio: toDecimal(line.share, 0, MOST_DIGITS), digits: 1 }) },
      { label: columns.days, kind: 'figure', cell: ({ line }) => text(`${String(line.billingDays)}/${String(line.cycleDays)}`) },
      price(columns.charged, ({ effectiveUnitPrice }) => effectiveUnitPrice),
      { label: columns.currency, kind: 'code', cell: ({ line }) => text(line.currency) },
      { label: columns.basis, cell: ({ line }) => text(wording.basis(line)) },
    ],
    rows,
  );
} // prettier-ignore

export function windowsTable(windows: readonly RefundWindow[], { text: words }: DisputeWording): ReportBlock {
  const { columns, tables, opened, anyTime } = words;
  const refund = (label: string, on: 'today' | 'tomorrow', by: 'dayReturned' | 'dayCharged'): Column<RefundWindow> => ({
    ...{ label, kind: 'figure' },
    cell: ({ [on]: back, currency }) => (back === undefined ? EMPTY : money(back[by], currency)),
  });
  return table<RefundWindow>(
    tables.windows,
    [
      { label: columns.customer, cell: ({ customer, customerId }) => named(customer, customerId) },
      { label: columns.product, cell: ({ product, productId }) => named(product, productId) },
      { label: columns.subscription, kind: 'id', cell: ({ subscriptionId }) => text(subscriptionId) },
      { label: columns.opened, cell: ({ basis }) => text(opened[basis]) },
      { label: columns.seats, kind: 'figure', cell: ({ seats }) => count(seats) },
      { label: columns.surely, kind: 'code', cell: ({ surelyUntil }) => day(surelyUntil) },
      { label: columns.until, kind: 'code', cell: ({ until }) => (until === undefined ? text(anyTime) : day(until)) },
      { label: columns.currency, kind: 'code', cell: ({ currency }) => text(currency) },
      refund(columns.today, 'today', 'dayReturned'),
      refund(columns.todayCharged, 'today', 'dayCharged'),
      refund(columns.tomorrow, 'tomorrow', 'dayReturned'),
      refund(columns.tomorrowCharged, 'tomorrow', 'dayCharged'),
    ],
    windows,
  );
} // prettier-ignore

function numberColumn<Row extends { readonly number: number }>(label: string, isNumbered: boolean): readonly Column<Row>[] {
  return isNumbered ? [{ label, kind: 'figure', cell: ({ number }) => count(number) }] : [];
} // prettier-ignore

function exact(value: Exact | undefined, digits: number): ReportCell {
  return value ? decimalWith(toDecimal(value, 0, MOST_DIGITS), digits) : EMPTY;
}

function decimalWith(value: string, digits: number): ReportCell {
  const cell = decimal(value);
  return cell.kind === 'decimal' ? { ...cell, digits: [digits, MOST_DIGITS] } : cell;
}
