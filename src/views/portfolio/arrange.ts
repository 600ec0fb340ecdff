/** Which rows the sheet shows and in which order, worked out in steps of a few milliseconds. */
import type { Column, DecimalColumn, TextColumn } from '../../core/table.ts';
import { collationRankSteps } from '../../sheet/kernels/collation-steps.ts';
import { textContainsSteps } from '../../sheet/kernels/contains-steps.ts';
import { type RowTest, filterRows } from '../../sheet/kernels/filter.ts';
import { type ColumnOrder, sortRows } from '../../sheet/kernels/sort.ts';
import { type ColumnFilter, rowTest } from './column-filter.ts';
import type { ColumnKey } from './columns.ts';
import type { SheetData } from './sheet-data.ts';

export interface SheetSort {
  readonly key: ColumnKey;
  readonly descending: boolean;
}

export interface Arrangement {
  readonly sort: readonly SheetSort[];
  readonly filters: ReadonlyMap<ColumnKey, ColumnFilter>;
  /** Searched in names and ids; '' for everything. */
  readonly find: string;
}

/** What *Find* looks into. */
const FOUND_IN: readonly ColumnKey[] = ['customer', 'product', 'id', 'productId', 'skuId'];

/** Ranks of dictionaries that were sorted before; a dictionary is never changed, so its ranks hold as long as it lives. */
export type KnownRanks = WeakMap<readonly string[], Uint32Array>;

/** The rows of the sheet, pausing between steps. */
export function* arrange(
  data: SheetData,
  arrangement: Arrangement,
  ranks: KnownRanks,
): Generator<undefined, Uint32Array> {
  const { locale } = data.format;
  const tests: RowTest[] = [];
  for (const [key, filter] of arrangement.filters) {
    const { column } = data.cells(key);
    yield;
    const isSearch = filter.kind === 'contains' && column.kind === 'text';
    const test = isSearch ? yield* textContainsSteps(column, filter.text, locale) : rowTest(column, filter);
    if (test) tests.push(test);
    yield;
  }
  if (arrangement.find !== '') tests.push(yield* findTest(data, arrangement.find));
  const rows = filterRows(data.rows, tests);
  yield;
  const keys: ColumnOrder[] = [];
  for (const { key, descending } of arrangement.sort) {
    keys.push({ column: yield* sortable(data.cells(key).column, locale, ranks), descending });
    yield;
  }
  return keys.length === 0 ? rows : sortRows(rows, keys, locale);
}

function* findTest(data: SheetData, part: string): Generator<undefined, RowTest> {
  const tests: RowTest[] = [];
  for (const key of FOUND_IN) {
    const { column } = data.cells(key);
    if (column.kind === 'text') tests.push(yield* textContainsSteps(column, part, data.format.locale));
    yield;
  }
  return (row) => tests.some((test) => test(row));
}

/** A text column as its texts' ranks: sorting a dictionary of all ids in one go would freeze the page. */
function* sortable(column: Column, locale: string, known: KnownRanks): Generator<undefined, Column> {
  if (column.kind !== 'text') return column;
  const ranks = known.get(column.values) ?? (yield* collationRankSteps(column.values, locale));
  known.set(column.values, ranks);
  return rankColumn(column, ranks);
}

function rankColumn({ codes }: TextColumn, ranks: Uint32Array): DecimalColumn {
  const units = new Float64Array(codes.length).fill(NaN);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0;
    if (code !== 0) units[row] = ranks[code] ?? NaN;
  }
  return { kind: 'decimal', scale: 0, units, wide: new Map() };
}
