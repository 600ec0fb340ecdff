/** The sheet's rows as its view arranges them, worked out in steps of a few milliseconds. */
import type { Day } from '../../core/days.ts';
import { type ArrangedTable, type Arrangement, type RowView, arrangeSteps } from '../../sheet/arrange/arrange.ts';
import { type ColumnLooks, markSteps } from '../../sheet/arrange/marks.ts';
import type { KnownRanks } from '../../sheet/arrange/sort-steps.ts';
import { Subtotals } from '../../sheet/arrange/subtotals.ts';
import type { ConditionalMark } from '../../sheet/model/table-view.ts';
import type { SheetColumn } from './columns.ts';
import type { SheetData } from './sheet-data.ts';
import { summedColumn } from './summed.ts';

/** Rows of one `SheetData` as a view arranges them. */
export interface ArrangedRows {
  readonly data: SheetData;
  readonly arrangement: Arrangement;
  readonly subtotals: Subtotals | undefined;
}

/** What *Find* looks into. */
const FOUND_IN = ['customer', 'product', 'id', 'productId', 'skuId'];
/** Groups whose subtotals are made before the sheet shows. */
const WARM_GROUPS = 50;

/** @param columns those whose subtotals are made at once */
export function* arrangedRows(
  data: SheetData,
  columns: readonly SheetColumn[],
  view: RowView,
  asOf: Day,
  ranks: KnownRanks,
): Generator<undefined, ArrangedRows> {
  const { locale } = data.format;
  const arrangement = yield* arrangeSteps(tableOf(data), view, { locale, asOf }, ranks);
  const { order, groups } = arrangement;
  const subtotals = groups && new Subtotals(order, groups);
  const summed = columns.flatMap((column) => summedColumn(column, data) ?? []);
  if (subtotals) yield* subtotals.warm(summed, WARM_GROUPS);
  return { data, arrangement, subtotals };
}

function tableOf(data: SheetData): ArrangedTable {
  return {
    rows: data.rows,
    foundIn: FOUND_IN,
    column: (key) => (data.has(key) ? data.cells(key).column : undefined),
    text: (key, row) => data.cells(key).text(row),
  };
}

/** Which cells stand out, by column. */
export function* markedColumns(
  data: SheetData,
  marks: readonly ConditionalMark[],
  asOf: Day,
): Generator<undefined, ReadonlyMap<string, ColumnLooks>> {
  const looks: (readonly [string, ColumnLooks])[] = [];
  for (const key of new Set(marks.map((mark) => mark.key))) {
    if (!data.has(key)) continue;
    const own = marks.filter((mark) => mark.key === key);
    const look = yield* markSteps(data.cells(key).column, own, { locale: data.format.locale, asOf });
    if (look) looks.push([key, look]);
  }
  return new Map(looks);
}
