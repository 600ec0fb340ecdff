/** What Microsoft billed, by file, customer, month and currency, before tax: the measure of CSP revenue here. */
import { idKey } from '../../../core/ids.ts';
import type { Minor } from '../../../core/money.ts';
import type { CheckedLines } from '../../invoice/model/check-lines.ts';
import { LINE_KINDS } from '../../invoice/model/kinds.ts';
import { NO_MONTH } from '../../invoice/model/line-months.ts';
import type { InvoiceLines } from '../../invoice/model/types.ts';
import { inner, remember } from '../../remember.ts';
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
  const { texts, source } = lines;
  const invoices = texts.invoiceNumber.codes;
  const currencies = texts.currency.codes;
  const customers = new Customers(lines);
  const placeOf = (row: number): number => (months[row] ?? NO_MONTH) * MOST_CURRENCIES + (currencies[row] ?? 0);
  const invoiced = new Set<number>();
  for (let row = 0; row < lines.rows; row++) if (invoices[row] !== 0) invoiced.add(placeOf(row));
  const sums = new Map<string, Map<number, Sum>>();
  const counts = { unbilled: 0, unread: 0 };
  for (let row = 0; row < lines.rows; row++) {
    const amount = checked.subtotal[row] ?? NaN;
    if (Number.isNaN(amount) || months[row] === NO_MONTH) counts.unread++;
    else if (invoices[row] === 0 && invoiced.has(placeOf(row))) counts.unbilled++;
    else {
      const customer = customers.keyOf(row);
      const key = placeOf(row) * MOST_FILES + (source[row] ?? 0);
      const sum = remember(inner(sums, customer), key, () => ({ row, customer, licence: 0, other: 0 }));
      if (checked.kinds[row] === LICENCE) sum.licence += amount;
      else sum.other += amount;
    }
  }
  const all = [...sums.values()].flatMap((own) => [...own.values()]);
  return {
    files: lines.sources.map(({ file }) => file),
    cells: all.map(({ row, customer, licence, other }) => ({
      file: source[row] ?? 0,
      ...{ customer, licence, other, month: months[row] ?? NO_MONTH },
      currency: (texts.currency.values[currencies[row] ?? 0] ?? '').toUpperCase(),
    })),
    ...{ names: customers.names, lines: lines.rows, ...counts },
  };
}

/** Places in a whole number: files are counted in 16 bits. */
const MOST_FILES = 65_536;
const MOST_CURRENCIES = 4096;

/** The customers of lines: each pair of id and name is looked at once. */
class Customers {
  readonly names = new Map<string, string>();
  private readonly keys = new Map<number, string>();
  private readonly lines: InvoiceLines;

  constructor(lines: InvoiceLines) {
    this.lines = lines;
  }

  keyOf(row: number): string {
    const { customerId, customerName } = this.lines.texts;
    const [id, name] = [customerId.codes[row] ?? 0, customerName.codes[row] ?? 0];
    return remember(this.keys, id * customerName.values.length + name, () =>
      this.named((customerId.values[id] ?? '').trim(), (customerName.values[name] ?? '').trim()),
    );
  }

  /** Of several names of a customer the first in the order of letters, whatever the order of files. */
  private named(id: string, name: string): string {
    const key = customerKey(id, name);
    const known = this.names.get(key);
    const isBetter = known === undefined || known === '' || (name !== '' && (known === id || name < known));
    if (isBetter) this.names.set(key, name || id);
    return key;
  }
}
