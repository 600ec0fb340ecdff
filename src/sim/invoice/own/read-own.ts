/** Lines of all files of own invoices as one table; an invoice that stands in two files counts once. */
import { type Month, monthOfDay, parseDay } from '../../../core/days.ts';
import type { Exact } from '../../../core/exact.ts';
import { addCell, type ExactSum } from '../../../core/exact-sum.ts';
import { idKey, productKey, skuKey } from '../../../core/ids.ts';
import type { Dataset, DatasetInfo } from '../../../core/schema/dataset.ts';
import { type Column, countAt, exactAt, NO_DAY, SOURCE_ROW, type TextColumn } from '../../../core/table.ts';
import { Interner } from '../../interner.ts';
import { NO_MONTH } from '../model/line-months.ts';
import { nameKey } from './name-key.ts';
import { ownRowsThatCount } from './repeated-own.ts';
import type { OwnFacts } from './types.ts';

/** How texts are matched. */
const KEYS = {
  customerId: idKey,
  customerName: nameKey,
  subscriptionId: idKey,
  productId: productKey,
  skuId: (text: string): string => (text.trim() === '' ? '' : skuKey(text)),
  item: nameKey,
  currency: (text: string): string => text.trim().toUpperCase(),
  invoiceNumber: (text: string): string => text.trim(),
  month: (text: string): string => text,
} as const;
export type OwnText = keyof typeof KEYS;
const TEXTS = Object.keys(KEYS) as readonly OwnText[];
const DAYS = ['invoiceDate', 'periodStart', 'periodEnd'] as const;
type OwnDay = (typeof DAYS)[number];
const FIGURES = ['quantity', 'unitPrice', 'amount'] as const;
export type OwnFigure = (typeof FIGURES)[number];

/** The columns that are read. */
export const OWN_COLUMNS: readonly string[] = [...TEXTS, ...DAYS, ...FIGURES, SOURCE_ROW];

export interface OwnLines {
  readonly rows: number;
  readonly sources: readonly DatasetInfo[];
  readonly source: Uint16Array;
  /** Lines of invoices that stand in another file too, and are left out here. */
  readonly repeated: number;
  /** Dictionaries over all files. */
  readonly texts: Readonly<Record<OwnText, TextColumn>>;
  readonly days: Readonly<Record<OwnDay, Int32Array>>;
  figure(name: OwnFigure, row: number): Exact | undefined;
  addAmount(sum: ExactSum, row: number): void;
  /** The row in its file. */
  fileRow(row: number): number | undefined;
}

/** All lines that count; datasets of other kinds are passed over. The tables stay in use by what is returned. */
export function readOwnLines(datasets: readonly Dataset[]): OwnLines {
  const sources = datasets.filter(({ kind }) => kind === 'own-invoices').sort((a, b) => a.order - b.order);
  const tables = sources.map(({ table }) => table);
  const all = tables.reduce((sum, { rows }) => sum + rows, 0);
  const source = new Uint16Array(all);
  const sourceRow = new Uint32Array(all);
  let start = 0;
  for (const [index, { rows }] of tables.entries()) {
    source.fill(index, start, start + rows);
    for (let row = 0; row < rows; row++) sourceRow[start + row] = row;
    start += rows;
  }
  const cellsOf = (name: string): readonly (Column | undefined)[] => tables.map(({ columns }) => columns.get(name));
  const figures = record(FIGURES, cellsOf);
  const texts = record(TEXTS, (name) => joinedTexts(cellsOf(name), source, sourceRow, KEYS[name]));
  const days = record(DAYS, (name) => joinedDays(cellsOf(name), source, sourceRow));
  const figureAt = (name: OwnFigure, row: number): Exact | undefined =>
    exactAt(figures[name][source[row] ?? 0], sourceRow[row] ?? 0);
  const kept = ownRowsThatCount({
    ...{ rows: all, source, invoice: texts.invoiceNumber.codes },
    contentOf: (row) =>
      [
        ...TEXTS.map((name) => texts[name].codes[row]),
        ...DAYS.map((name) => days[name][row]),
        ...FIGURES.map((name) => valueText(figureAt(name, row))),
      ].join(' '),
  });
  const placeOf = (row: number): number => kept[row] ?? 0;
  return {
    rows: kept.length,
    sources: sources.map(({ table: _, ...info }) => info),
    source: Uint16Array.from(kept, (row) => source[row] ?? 0),
    repeated: all - kept.length,
    texts: record(TEXTS, (name) => taken(texts[name], kept)),
    days: record(DAYS, (name) => Int32Array.from(kept, (row) => days[name][row] ?? NO_DAY)),
    figure: (name, row) => figureAt(name, placeOf(row)),
    addAmount: (sum, row) => {
      const place = placeOf(row);
      const column = figures.amount[source[place] ?? 0];
      if (column?.kind === 'exact' || column?.kind === 'decimal') addCell(sum, column, sourceRow[place] ?? 0);
    },
    fileRow: (row) => {
      const place = placeOf(row);
      return countAt(tables[source[place] ?? 0]?.columns.get(SOURCE_ROW), sourceRow[place] ?? 0);
    },
  };
}

function joinedTexts(
  columns: readonly (Column | undefined)[],
  source: Uint16Array,
  sourceRow: Uint32Array,
  keyOf: (text: string) => string,
): TextColumn {
  const texts = new Interner(keyOf);
  const codesOf = columns.map((column) => texts.codesOf(column));
  return texts.column(
    Uint32Array.from(source, (from, row) => {
      const column = columns[from];
      return column?.kind === 'text' ? (codesOf[from]?.[column.codes[sourceRow[row] ?? 0] ?? 0] ?? 0) : 0;
    }),
  );
}

function joinedDays(columns: readonly (Column | undefined)[], source: Uint16Array, sourceRow: Uint32Array): Int32Array {
  return Int32Array.from(source, (from, row) => {
    const column = columns[from];
    return column?.kind === 'day' ? (column.days[sourceRow[row] ?? 0] ?? NO_DAY) : NO_DAY;
  });
}

function taken({ codes, values }: TextColumn, rows: Uint32Array): TextColumn {
  return { kind: 'text', codes: Uint32Array.from(rows, (row) => codes[row] ?? 0), values };
}

/** `12.5` and `12.50` are one amount. */
function valueText(value: Exact | undefined): string {
  return value === undefined ? '' : `${String(value.n)}/${String(value.d)}`;
}

function record<K extends string, V>(names: readonly K[], make: (name: K) => V): Readonly<Record<K, V>> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<K, V>;
}

/** How a line says which month it is for. */
export function isByInvoiceDate({ days, texts }: OwnLines, row: number): boolean {
  return days.periodStart[row] === NO_DAY && texts.month.codes[row] === 0;
}

/**
 * The month of each line: that of its period's start, else the month it names, else that of the invoice date.
 * @param lag months by which the invoice date is later than what is billed
 */
export function ownMonths(lines: OwnLines, lag: number): Int32Array {
  const { days, texts, rows } = lines;
  const named = texts.month.values.map(monthOfText);
  return Int32Array.from({ length: rows }, (_, row) => {
    const start = days.periodStart[row] ?? NO_DAY;
    if (start !== NO_DAY) return monthOfDay(start);
    const month = named[texts.month.codes[row] ?? 0] ?? NO_MONTH;
    if (month !== NO_MONTH) return month;
    const date = days.invoiceDate[row] ?? NO_DAY;
    return date === NO_DAY ? NO_MONTH : monthOfDay(date) - lag;
  });
}

function monthOfText(text: string): Month {
  const day = parseDay(`${text}-01`);
  return day === undefined ? NO_MONTH : monthOfDay(day);
}

export function ownFacts(lines: OwnLines): OwnFacts {
  const months = new Set(ownMonths(lines, 0));
  months.delete(NO_MONTH);
  const { currency } = lines.texts;
  const used = new Set(currency.codes);
  return {
    sources: lines.sources,
    rows: lines.rows,
    repeated: lines.repeated,
    months: [...months].sort((a, b) => a - b),
    currencies: [...used].map((code) => (currency.values[code] ?? '').trim().toUpperCase()).sort(),
  };
}
