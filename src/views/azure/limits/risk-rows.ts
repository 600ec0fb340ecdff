/** What each customer may cost, with its limit, as sheets: the exposure of today, and after a runaway. */
import { compare, parseExact, ZERO } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import { idKey } from '../../../core/ids.ts';
import type { CreditLimit } from '../../../core/scenario/azure.ts';
import { azureLimitsText } from '../../../core/text/en/azure-limits.ts';
import type { CustomerRisk } from '../../../sim/azure/limits/types.ts';
import { CELL } from '../../../ui/grid/source.ts';
import { type CellEdit, type PayColumn, countColumn, textColumn } from '../../payers/sheet/columns.ts';
import { type PastedRows, customerFinder, pasteRecords } from '../../payers/sheet/paste-records.ts';
import { decimalEdit } from '../../payers/sheet/typed-cells.ts';
import { moneyColumn } from './money-column.ts';

const { exposure: text, stress } = azureLimitsText;

/** As they stand in the scenario, which may be newer than what was worked out from it. */
export function withLimits(rows: readonly CustomerRisk[], limits: readonly CreditLimit[]): readonly CustomerRisk[] {
  const said = new Map(limits.map((one) => [limitKey(one.customerId, one.currency), one]));
  return rows.map((row) => {
    const own = said.get(limitKey(row.customerId, row.currency));
    return { ...row, limit: own?.limit, paid: own?.paid };
  });
}

/** The limits with those of some rows put in place; a row that says nothing takes its own away. */
export function limitsWith(limits: readonly CreditLimit[], rows: readonly CustomerRisk[]): readonly CreditLimit[] {
  const fresh = new Map(rows.map((row) => [limitKey(row.customerId, row.currency), limitOf(row)]));
  const kept = limits.flatMap((one) => {
    const key = limitKey(one.customerId, one.currency);
    if (!fresh.has(key)) return [one];
    const next = fresh.get(key);
    fresh.delete(key);
    return next ? [{ ...next, customerId: one.customerId }] : [];
  });
  return [...kept, ...[...fresh.values()].flatMap((one) => (one ? [one] : []))];
}

function limitOf({ customerId, currency, limit, paid }: CustomerRisk): CreditLimit | undefined {
  if (limit === undefined && paid === undefined) return undefined;
  return { customerId, currency, limit: limit ?? '0', paid: paid ?? '0' };
}

function limitKey(customerId: string, currency: string): string {
  return `${idKey(customerId)}|${currency}`;
}

export const LIMIT_EDITS = {
  limit: decimalEdit<CustomerRisk>(
    { kind: 'decimal', least: '0' },
    ({ limit }) => limit,
    (row, limit) => ({ ...row, limit }),
  ),
  paid: decimalEdit<CustomerRisk>(
    { kind: 'decimal', least: '0' },
    ({ paid }) => paid,
    (row, paid) => ({ ...row, paid }),
  ),
} as const satisfies Readonly<Record<string, CellEdit<CustomerRisk>>>;

function nameOf({ customer, customerId }: CustomerRisk): string {
  return customer || customerId;
}

type Amount = 'unbilled' | 'prepaid' | 'committed' | 'exposure' | 'paid' | 'limit' | 'open' | 'usual' | 'runaway' | 'stressed'; // prettier-ignore

function money(key: Amount, title: string, format: Format): PayColumn<CustomerRisk> {
  return moneyColumn({ key, title, width: 128 }, format, (row) => ({ decimal: row[key], currency: row.currency }));
}

/** Above zero nothing covers it; only what somebody has set a limit for can be beyond it. */
export function isBeyond({ limit, paid }: CustomerRisk, open: string): boolean {
  return (limit !== undefined || paid !== undefined) && compare(parseExact(open) ?? ZERO, ZERO) > 0;
}

function hasNone({ limit, paid }: CustomerRisk): boolean {
  return limit === undefined && paid === undefined;
}

function exposureStatus(row: CustomerRisk): string {
  if (hasNone(row)) return text.status.none;
  return isBeyond(row, row.open) ? text.status.over : text.status.within;
}

export function exposureColumns(format: Format): readonly PayColumn<CustomerRisk>[] {
  const { columns: titles } = text;
  return [
    textColumn({ key: 'customer', title: titles.customer, width: 200, frozen: true }, nameOf),
    money('unbilled', titles.unbilled, format),
    money('prepaid', titles.prepaid, format),
    money('committed', titles.committed, format),
    { ...money('exposure', titles.exposure, format), flags: () => CELL.bold },
    { ...money('paid', titles.paid, format), edit: LIMIT_EDITS.paid },
    { ...money('limit', titles.limit, format), edit: LIMIT_EDITS.limit },
    money('open', titles.open, format),
    { ...textColumn<CustomerRisk>({ key: 'status', title: titles.status, width: 150 }, exposureStatus), flags: (row) => (isBeyond(row, row.open) ? CELL.negative | CELL.bold : hasNone(row) ? CELL.muted : 0) },
    countColumn({ key: 'bound', title: titles.bound, width: 110 }, format, ({ bound }) => bound),
    countColumn({ key: 'free', title: titles.free, width: 110 }, format, ({ free }) => free),
    countColumn({ key: 'unknown', title: titles.unknown, width: 90 }, format, ({ unknown }) => unknown),
    textColumn({ key: 'customerId', title: titles.customerId, width: 280 }, ({ customerId }) => customerId),
  ]; // prettier-ignore
}

/** Customers that consume, the dearest runaway first: others have nothing that could run away. */
export function runaways(rows: readonly CustomerRisk[]): readonly CustomerRisk[] {
  return rows
    .filter(({ usualDays }) => usualDays > 0)
    .sort((a, b) => compare(parseExact(b.runaway) ?? ZERO, parseExact(a.runaway) ?? ZERO));
}

function stressStatus(row: CustomerRisk): string {
  const words = stress.status;
  if (hasNone(row)) return words.none;
  if (isBeyond(row, row.open)) return words.already;
  if (isBeyond(row, row.stressed)) return words.then;
  return row.usual === '0' ? words.nothing : words.within;
}

export function stressColumns(format: Format): readonly PayColumn<CustomerRisk>[] {
  const { columns: titles } = stress;
  return [
    textColumn({ key: 'customer', title: titles.customer, width: 200, frozen: true }, nameOf),
    money('usual', titles.usual, format),
    { ...money('runaway', titles.runaway, format), flags: () => CELL.bold },
    money('open', titles.open, format),
    money('stressed', titles.stressed, format),
    { ...textColumn<CustomerRisk>({ key: 'status', title: titles.status, width: 190 }, stressStatus), flags: (row) => (isBeyond(row, row.stressed) ? CELL.negative | CELL.bold : hasNone(row) ? CELL.muted : 0) },
    countColumn({ key: 'days', title: titles.days, width: 110 }, format, ({ usualDays }) => usualDays),
    textColumn({ key: 'customerId', title: titles.customerId, width: 280 }, ({ customerId }) => customerId),
  ]; // prettier-ignore
}

type Field = 'customer' | 'limit' | 'paid' | 'currency';

/** A block of limits from a spreadsheet. @param shown the currency of lines that name none, where the customer has several */
export function pasteLimits(
  block: readonly (readonly string[])[],
  rows: readonly CustomerRisk[],
  shown: string,
  locale: string,
): PastedRows<CustomerRisk> | undefined {
  const anywhere = customerFinder(distinct(rows));
  const find = (wanted: string, currency: string): CustomerRisk | string => {
    const known = anywhere(wanted);
    if (typeof known === 'string') return known;
    const own = rows.filter(({ key }) => key === known.key);
    if (currency === '' && own.length === 1) return known;
    return own.find((row) => row.currency === (currency || shown)) ?? text.pasting.otherCurrency;
  };
  return pasteRecords<CustomerRisk, Field>(
    block,
    {
      fields: ['customer', 'limit', 'paid', 'currency'],
      titles: { ...text.columns, currency: text.currency },
      headings: text.headings,
      edits: LIMIT_EDITS,
      find: (cell) => find(cell('customer'), cell('currency').trim().toUpperCase()),
      keyOf: ({ key, currency }) => `${key}|${currency}`,
    },
    locale,
  );
}

/** A row for each customer, whatever its currencies. */
function distinct(rows: readonly CustomerRisk[]): readonly CustomerRisk[] {
  return [...new Map(rows.map((row) => [row.key, row])).values()];
}
