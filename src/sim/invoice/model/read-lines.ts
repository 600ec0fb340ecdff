/** Billed lines of all reconciliation files as one table; an invoice that stands in two files counts once. */
import { idKey, productKey, skuKey } from '../../../core/ids.ts';
import type { Dataset } from '../../../core/schema/dataset.ts';
import { type Column, countAt, exactAt, NO_DAY, SOURCE_ROW, type Table } from '../../../core/table.ts';
import { Interner } from '../../interner.ts';
import { repeatedRows } from './repeated.ts';
import {
  type Figures,
  type InvoiceLines,
  type JoinedLines,
  LINE_DAYS,
  LINE_FIGURES,
  LINE_TEXTS,
  type LineDay,
  type LineFigure,
  type LineText,
} from './types.ts';

/** The columns of a reconciliation file that the check reads. */
export const INVOICE_COLUMNS: readonly string[] = [...LINE_TEXTS, ...LINE_DAYS, ...LINE_FIGURES, SOURCE_ROW];

const lower = (text: string): string => text.trim().toLowerCase();
/** How texts are matched; what is not named is matched as it is written. */
const KEYS: Partial<Record<LineText, (text: string) => string>> = {
  customerId: idKey,
  subscriptionId: idKey,
  productId: productKey,
  skuId: skuKey,
  chargeType: lower,
  currency: lower,
  pricingCurrency: lower,
  promotionId: lower,
};

/** All lines that count; datasets of other kinds are passed over. The tables stay in use by what is returned. */
export function readLines(datasets: readonly Dataset[]): InvoiceLines {
  const sources = datasets.filter(({ kind }) => kind === 'reconciliation').sort((a, b) => a.order - b.order);
  const joined = join(sources.map(({ table }) => table));
  const { kept, repeated } = repeatedRows(joined, sources.length);
  const take = <T extends Uint32Array | Int32Array | Uint16Array | Uint8Array | Float64Array>(from: T): T =>
    kept === undefined ? from : (from.filter((_, row) => kept[row] === 1) as T);
  const source = take(joined.source);
  const sourceRow = take(joined.sourceRow);
  const tables = sources.map(({ table }) => table);
  return {
    rows: source.length,
    sources: sources.map(({ table: _, ...info }) => info),
    ...{ source, sourceRow, repeated },
    texts: mapRecord(LINE_TEXTS, (name) => joined.texts[name].column(take(joined.codes[name]))),
    codeOf: (name, text) => joined.texts[name].known(text),
    days: mapRecord(LINE_DAYS, (name) => take(joined.days[name])),
    figures: mapRecord(LINE_FIGURES, (name) => {
      const { units, places } = joined.figures[name];
      return { units: take(units), places: take(places) };
    }),
    figure: (name, row) => exactAt(tables[source[row] ?? 0]?.columns.get(name), sourceRow[row] ?? 0),
    fileRow: (row) => countAt(tables[source[row] ?? 0]?.columns.get(SOURCE_ROW), sourceRow[row] ?? 0),
  };
}

function join(tables: readonly Table[]): JoinedLines {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const parts: Parts = { rows, tables };
  const texts = mapRecord(LINE_TEXTS, (name) => dictionaryOf(parts, name));
  const joined: JoinedLines = {
    ...{ rows, texts, source: new Uint16Array(rows), sourceRow: new Uint32Array(rows) },
    codes: mapRecord(LINE_TEXTS, (name) => codesOf(parts, name, texts[name])),
    days: mapRecord(LINE_DAYS, (name) => daysOf(parts, name)),
    figures: mapRecord(LINE_FIGURES, (name) => figuresOf(parts, name)),
  };
  let at = 0;
  for (const [source, table] of tables.entries()) {
    joined.source.fill(source, at, at + table.rows);
    for (let row = 0; row < table.rows; row++) joined.sourceRow[at + row] = row;
    at += table.rows;
  }
  return joined;
}

interface Parts {
  readonly rows: number;
  readonly tables: readonly Table[];
}

/** The only file's column as it is, where there is one alone: nothing has to be copied. */
function onlyColumn({ tables }: Parts, name: string): Column | undefined {
  return tables.length === 1 ? tables[0]?.columns.get(name) : undefined;
}

/** The only file's own, where texts are matched as they are written. */
function dictionaryOf(parts: Parts, name: LineText): Interner {
  const only = onlyColumn(parts, name);
  const isOwn = only?.kind === 'text' && KEYS[name] === undefined;
  return isOwn ? new Interner(undefined, only.values) : new Interner(KEYS[name]);
}

function codesOf(parts: Parts, name: LineText, texts: Interner): Uint32Array {
  const only = onlyColumn(parts, name);
  if (only?.kind === 'text') {
    if (KEYS[name] === undefined) return only.codes;
    const codes = texts.codesOf(only);
    if (codes.every((code, at) => code === at)) return only.codes;
  }
  const codes = new Uint32Array(parts.rows);
  let at = 0;
  for (const { rows, columns } of parts.tables) {
    copyCodes(codes, at, columns.get(name), texts);
    at += rows;
  }
  return codes;
}

function daysOf(parts: Parts, name: LineDay): Int32Array {
  const only = onlyColumn(parts, name);
  if (only?.kind === 'day') return only.days;
  const days = new Int32Array(parts.rows).fill(NO_DAY);
  let at = 0;
  for (const { rows, columns } of parts.tables) {
    const column = columns.get(name);
    if (column?.kind === 'day') days.set(column.days, at);
    at += rows;
  }
  return days;
}

function figuresOf(parts: Parts, name: LineFigure): Figures {
  const only = onlyColumn(parts, name);
  if (only?.kind === 'exact' && !only.high) return { units: only.low, places: only.places };
  const figures = { units: new Float64Array(parts.rows).fill(NaN), places: new Uint8Array(parts.rows) };
  let at = 0;
  for (const { rows, columns } of parts.tables) {
    copyFigures(figures, at, columns.get(name));
    at += rows;
  }
  return figures;
}

function copyCodes(target: Uint32Array, at: number, column: Column | undefined, texts: Interner): void {
  if (column?.kind !== 'text') return;
  const codes = texts.codesOf(column);
  for (let row = 0; row < column.codes.length; row++) target[at + row] = codes[column.codes[row] ?? 0] ?? 0;
}

function copyFigures({ units, places }: Figures, at: number, column: Column | undefined): void {
  if (column?.kind !== 'exact') return;
  units.set(column.low, at);
  places.set(column.places, at);
  // A figure with more digits has a part above these.
  column.high?.forEach((high, row) => {
    if (high !== 0) units[at + row] = NaN;
  });
}

function mapRecord<K extends string, V>(names: readonly K[], make: (name: K) => V): Readonly<Record<K, V>> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<K, V>;
}
