/** Seats that are assigned and used, from imported licence usage: joined where both sides are unique, never guessed. */
import { idKey } from '../../core/ids.ts';
import { toFloat } from '../../core/exact.ts';
import type { Dataset } from '../../core/schema/dataset.ts';
import { type Column, SOURCE_ROW, type Table, countAt, dayAt, exactAt, textAt } from '../../core/table.ts';
import { dayToText } from '../../core/days.ts';
import { remember } from '../remember.ts';
import type { SeatEvidence, SeatUsage } from './types.ts';

/** The columns of usage reports that are read, under both the reports' and the API's names. */
export const USAGE_COLUMNS = [
  ...['subscriptionId', 'customerTenantId', 'customerId', 'customerName', 'customerTenantName'],
  ...['product', 'productName', 'rawProductName', 'month', 'monthKey', 'processedDateTime'],
  ...['totalAssignedSeats', 'assignedSeats', 'licensesDeployed', 'activeSeats', 'licensesActive'],
  SOURCE_ROW,
] as const;

/** A row of a report, with what it is joined by. */
interface UsageRow extends Omit<SeatEvidence, 'id' | 'by'> {
  readonly subscription: string;
  readonly customer: string;
  readonly product: string;
}

/** Rows of the latest report of one key; `differs` when it names several figures. */
interface Latest {
  readonly row: UsageRow;
  differs: boolean;
}

/** What the reports say about the subscriptions of a portfolio. Of several reports the latest counts. */
export function seatUsage(reports: readonly Dataset[], portfolio: Table): SeatUsage {
  const subscriptions = new Map<string, Latest>();
  const products = new Map<string, Latest>();
  const names = customersByName(portfolio);
  for (const report of reports) {
    for (const row of rowsOf(report, names)) {
      if (row.subscription !== '') note(subscriptions, row.subscription, row);
      else if (row.customer !== '' && row.product !== '') note(products, `${row.customer}|${row.product}`, row);
    }
  }
  return joined(portfolio, subscriptions, products);
}

function note(known: Map<string, Latest>, key: string, row: UsageRow): void {
  const before = known.get(key);
  if (!before || row.when > before.row.when) known.set(key, { row, differs: false });
  else if (row.when === before.row.when && row.assigned !== before.row.assigned) before.differs = true;
}

function* rowsOf({ table, file }: Dataset, names: ReadonlyMap<string, string>): Iterable<UsageRow> {
  const column = (name: (typeof USAGE_COLUMNS)[number]): Column | undefined => table.columns.get(name);
  const count = (row: number, ...tried: (typeof USAGE_COLUMNS)[number][]): number | undefined => {
    for (const name of tried) {
      const value = exactAt(column(name), row);
      if (value) return Math.trunc(toFloat(value));
    }
    return undefined;
  };
  const text = (row: number, ...tried: (typeof USAGE_COLUMNS)[number][]): string => {
    for (const name of tried) {
      const value = textAt(column(name), row);
      if (value !== '') return value;
    }
    return '';
  };
  for (let row = 0; row < table.rows; row++) {
    const assigned = count(row, 'totalAssignedSeats', 'assignedSeats', 'licensesDeployed');
    if (assigned === undefined) continue;
    const day = dayAt(column('processedDateTime'), row);
    const id = text(row, 'customerTenantId', 'customerId');
    yield {
      subscription: idKey(text(row, 'subscriptionId')),
      customer: id === '' ? (names.get(nameKey(text(row, 'customerName', 'customerTenantName'))) ?? '') : idKey(id),
      product: nameKey(text(row, 'product', 'productName', 'rawProductName')),
      when: text(row, 'month', 'monthKey') || (day === undefined ? '' : dayToText(day)),
      assigned,
      active: count(row, 'activeSeats', 'licensesActive'),
      file,
      line: countAt(column(SOURCE_ROW), row),
    };
  }
}

function nameKey(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Customer ids by their names; a name that two customers have leads to none. */
function customersByName({ columns, rows }: Table): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let row = 0; row < rows; row++) {
    const name = nameKey(textAt(columns.get('customerName'), row));
    const id = idKey(textAt(columns.get('customerId'), row));
    if (name !== '' && remember(found, name, () => id) !== id) found.set(name, '');
  }
  return found;
}

function joined(
  { columns, rows }: Table,
  subscriptions: ReadonlyMap<string, Latest>,
  products: ReadonlyMap<string, Latest>,
): SeatUsage {
  const evidence: SeatEvidence[] = [];
  let unclear = 0;
  const add = (id: string, { row, differs }: Latest, by: SeatEvidence['by']): void => {
    if (differs) unclear++;
    else evidence.push({ id, by, ...pick(row) });
  };
  const owners = new Map<string, string[]>();
  for (let row = 0; row < rows; row++) {
    const id = idKey(textAt(columns.get('subscriptionId'), row));
    const own = subscriptions.get(id);
    if (own) {
      add(id, own, 'subscription');
      continue;
    }
    const customer = idKey(textAt(columns.get('customerId'), row));
    const key = `${customer}|${nameKey(textAt(columns.get('offerName'), row))}`;
    if (products.has(key)) remember(owners, key, () => []).push(id);
  }
  for (const [key, ids] of owners) {
    const [only] = ids;
    const found = products.get(key);
    // Seats of a product are assigned to people, not to one of several subscriptions of it.
    if (ids.length > 1) unclear += ids.length;
    else if (only !== undefined && found) add(only, found, 'product');
  }
  return { evidence, unclear };
}

function pick({ when, assigned, active, file, line }: UsageRow): Omit<SeatEvidence, 'id' | 'by'> {
  return { when, assigned, active, file, line };
}
