/** Billed EST as a list, key figures and sums of customers. */
import { type Minor, minorDigits, safeMinor } from '../../../core/money.ts';
import type { Format } from '../../../core/format.ts';
import { decideText } from '../../../core/text/en/decide.ts';
import { invoiceText } from '../../../core/text/en/invoice.ts';
import { invoiceEstText as text } from '../../../core/text/en/invoice-est.ts';
import type { EstFinding } from '../../../sim/invoice/types.ts';
import type { Kpi } from '../../../ui/kpi.ts';
import { CELL } from '../../../ui/grid/source.ts';
import type { TakenColumn } from '../../take-away/record-table.ts';
import { columnsIn } from '../columns.ts';

const CERTAINTY: Readonly<Record<EstFinding['confidence'], number>> = { high: 0, medium: 1, low: 2 };

export function isOpen({ stop }: EstFinding): boolean {
  return stop.state === 'running' || stop.state === 'presumed';
}

export function customerOf({ customer, customerId }: EstFinding): string {
  return customer || customerId || invoiceText.none;
}

export function estColumns(currency: string, format: Format): readonly TakenColumn<EstFinding>[] {
  const { columns, noTerm } = text.list;
  const make = columnsIn<EstFinding>(currency, format);
  const planOf = ({ term }: EstFinding): string => (term ? decideText.plan(term.plan) : noTerm);
  return [
    make.text('customer', columns.customer, customerOf, { frozen: true, width: 180 }),
    make.text('product', columns.product, ({ product }) => product, { width: 230 }),
    make.amount('charged', columns.charged, ({ charged }) => charged, { width: 110 }),
    make.amount('onTerm', columns.onTerm, ({ onTerm }) => onTerm, { width: 110 }),
    make.amount('difference', columns.difference, ({ difference }) => difference, { width: 110, isSigned: true }),
    make.exact('seats', columns.seats, ({ seats }) => seats, { width: 70 }),
    make.day('since', columns.since, ({ since }) => since),
    make.day('until', columns.until, ({ until }) => until),
    make.text('state', columns.state, ({ stop }) => text.states[stop.state], { width: 190, flags: (row) => (isOpen(row) ? CELL.warning : CELL.muted) }),
    make.day('next', columns.next, ({ stop }) => stop.to),
    make.amount('refund', columns.refund, (row) => (isOpen(row) ? row.stop.refund : undefined)),
    make.text('evidence', columns.evidence, ({ evidence }) => evidence.map((kind) => text.evidence[kind]).join(', '), { width: 170 }),
    { ...make.text('confidence', columns.confidence, ({ confidence }) => text.confidence[confidence], { width: 90 }), order: ({ confidence }) => CERTAINTY[confidence] },
    make.text('plan', columns.plan, planOf, { width: 160 }),
    make.text('subscription', columns.subscription, ({ subscriptionId }) => subscriptionId, { width: 250 }),
  ]; // prettier-ignore
}

function sum(found: readonly EstFinding[], of: (row: EstFinding) => Minor | undefined): Minor {
  return safeMinor(found.reduce((total, row) => total + (of(row) ?? 0), 0));
}

/** Whether there is a term price for any of them. */
function isKnown(found: readonly EstFinding[]): boolean {
  return found.some(({ difference }) => difference !== undefined);
}

export function estKpis(found: readonly EstFinding[], currency: string, format: Format): readonly Kpi[] {
  const { kpis } = text;
  const open = found.filter(isOpen);
  const difference = sum(found, (row) => row.difference);
  return [
    { label: kpis.charged, value: format.amount(sum(found, ({ charged }) => charged), currency), unit: currency },
    ...(isKnown(found)
      ? [
          { label: kpis.onTerm, value: format.amount(sum(found, ({ onTerm }) => onTerm), currency), unit: currency, note: kpis.onTermNote },
          { label: kpis.difference, value: format.signed(difference, currency), unit: currency },
        ]
      : []),
    { label: kpis.open, value: format.count(open.length), of: kpis.openOf(format.count(found.length)) },
    { label: kpis.refund, value: format.amount(sum(open, ({ stop }) => stop.refund), currency), unit: currency },
  ]; // prettier-ignore
}

/** What one customer was billed as EST. */
export interface CustomerEst {
  readonly name: string;
  readonly found: readonly EstFinding[];
}

/** The dearest customer first. */
export function estCustomers(found: readonly EstFinding[]): readonly CustomerEst[] {
  const byCustomer = new Map<string, EstFinding[]>();
  for (const row of found) {
    const key = row.customerId || row.customer;
    const own = byCustomer.get(key);
    if (own) own.push(row);
    else byCustomer.set(key, [row]);
  }
  return [...byCustomer.values()]
    .map((own) => ({ name: own[0] ? customerOf(own[0]) : '', found: own }))
    .sort((a, b) => sum(b.found, ({ charged }) => charged) - sum(a.found, ({ charged }) => charged));
}

export function customerColumns(currency: string, format: Format): readonly TakenColumn<CustomerEst>[] {
  const { columns } = text.customers;
  const make = columnsIn<CustomerEst>(currency, format);
  const known = (of: (row: EstFinding) => Minor | undefined) => (row: CustomerEst) =>
    isKnown(row.found) ? sum(row.found, of) : undefined;
  return [
    make.text('customer', columns.customer, ({ name }) => name, { frozen: true, width: 240 }),
    make.count('count', columns.count, (row) => row.found.length, { width: 110 }),
    make.amount('charged', columns.charged, (row) => sum(row.found, ({ charged }) => charged)),
    make.amount('onTerm', columns.onTerm, known(({ onTerm }) => onTerm)),
    make.amount('difference', columns.difference, known(({ difference }) => difference), { isSigned: true }),
    make.amount('refund', columns.refund, (row) => sum(row.found.filter(isOpen), ({ stop }) => stop.refund), { width: 150 }),
  ]; // prettier-ignore
}

/** What is known of one, in sentences. */
export function estSentences(found: EstFinding, format: Format): readonly string[] {
  const { detail } = text;
  return [
    ...found.evidence.map((kind) => detail.tells[kind]),
    detail.certain[found.confidence],
    termSentence(found, format),
    stopSentence(found, format),
  ];
}

function termSentence({ term, difference = 0, currency }: EstFinding, format: Format): string {
  const { detail } = text;
  if (!term) return detail.noTerm;
  const digits = minorDigits(currency);
  const amount = format.money(Math.abs(difference), currency);
  const said = difference > 0 ? detail.dearer(amount) : difference < 0 ? detail.cheaper(amount) : detail.same;
  const price = `${format.exact(term.cost, [digits, digits + 2])} ${currency}`;
  return detail.term(term.product, decideText.plan(term.plan), price, said);
}

function stopSentence({ stop, until, currency }: EstFinding, format: Format): string {
  const { detail } = text;
  const refund = format.money(stop.refund, currency);
  const days = format.count(stop.daysLeft);
  switch (stop.state) {
    case 'running':
      return detail.running(format.day(stop.to), days, refund);
    case 'presumed':
      return detail.presumed(format.day(until), format.day(stop.to), days, refund);
    case 'ended':
      return detail.ended(format.day(stop.to));
    case 'cancelled':
      return detail.cancelled;
  }
}
