/** What Microsoft billed, by file, customer, month and currency, before tax: the measure of CSP revenue here. */
import { idKey } from '../../../core/ids.ts';
import type { Minor } from '../../../core/money.ts';
import type { CheckedLines } from '../../invoice/model/check-lines.ts';
import { LINE_KINDS } from '../../invoice/model/kinds.ts';
import { NO_MONTH } from '../../invoice/model/line-months.ts';
import type { InvoiceLines } from '../../invoice/model/types.ts';
import type { RevenueCell } from './types.ts';

export interface Billed {
  readonly files: readonly string[];
  readonly cells: readonly RevenueCell[];
  /** By the key of the customer. */
  readonly names: ReadonlyMap<string, string>;
  readonly lines: number;
  readonly unbilled: number;
  readonly unread: number;
}

/** How a customer is matched over files: by id, else by name. */
export function customerKey(id: string, name: string): string {
  return idKey(id) || (name.trim() === '' ? '' : `name:${name.trim().toLowerCase()}`);
}

const LICENCE = LINE_KINDS.indexOf('licence');

interface Sum {
  readonly row: number;
  readonly customer: string;
  licence: Minor;
  other: Minor;
}

/** Lines that no invoice holds yet count for months that have none with one. @param months of `lineMonths` */
export function billedCells(lines: InvoiceLines, checked: CheckedLines, months: Int32Array): Billed {
  const { texts } = lines;
  const billedMonths = new Set<string>();
  const monthKey = (row: number): string => `${String(months[row])} ${String(texts.currency.codes[row])}`;
  for (let row = 0; row < lines.rows; row++) if (texts.invoiceNumber.codes[row] !== 0) billedMonths.add(monthKey(row));
  const sums = new Map<string, Sum>();
  const names = new Map<string, string>();
  const keys = new Map<string, string>();
  const counts = { unbilled: 0, unread: 0 };
  for (let row = 0; row < lines.rows; row++) {
    const amount = checked.subtotal[row] ?? NaN;
    if (Number.isNaN(amount) || months[row] === NO_MONTH) counts.unread++;
    else if (texts.invoiceNumber.codes[row] === 0 && billedMonths.has(monthKey(row))) counts.unbilled++;
    else addLine(row, amount);
  }
  return {
    files: lines.sources.map(({ file }) => file),
    cells: [...sums.values()].map(({ row, customer, licence, other }) => ({
      file: lines.source[row] ?? 0,
      ...{ customer, licence, other, month: months[row] ?? NO_MONTH },
      currency: (texts.currency.values[texts.currency.codes[row] ?? 0] ?? '').toUpperCase(),
    })),
    ...{ names, lines: lines.rows, ...counts },
  };

  function addLine(row: number, amount: Minor): void {
    const codes = `${String(texts.customerId.codes[row])} ${String(texts.customerName.codes[row])}`;
    const customer = keys.get(codes) ?? nameCustomer(row);
    keys.set(codes, customer);
    const key = `${customer}\n${String(lines.source[row])} ${monthKey(row)}`;
    const sum = sums.get(key) ?? { row, customer, licence: 0, other: 0 };
    sums.set(key, sum);
    if (checked.kinds[row] === LICENCE) sum.licence += amount;
    else sum.other += amount;
  }

  function nameCustomer(row: number): string {
    const id = texts.customerId.values[texts.customerId.codes[row] ?? 0] ?? '';
    const name = texts.customerName.values[texts.customerName.codes[row] ?? 0] ?? '';
    const key = customerKey(id, name);
    if (name.trim() !== '' || !names.has(key)) names.set(key, name.trim() || id);
    return key;
  }
}
