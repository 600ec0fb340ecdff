/** Parts in Arrow IPC back to a table that equals the one they were made from. */
import { type Column as ArrowColumn, tableFromIPC } from '@uwdata/flechette';
import type { Column, Table } from '../core/table.ts';
import { type ColumnLayout, type Part, type TableLayout, type Values } from './layout.ts';
import { textsFromArrow } from './texts.ts';

/** Thrown when parts and layout do not belong together; the store turns it into a damaged dataset. */
class PartMismatch extends Error {}

interface OpenColumn {
  readonly layout: ColumnLayout;
  readonly values: Values;
  readonly texts: string[];
  readonly wide: Map<number, string>;
}

/** The table of a layout, filled from its parts in any order but `texts` by `from`. Throws `PartMismatch`. */
export function tableOf(layout: TableLayout, parts: Iterable<Part>): Table {
  const columns = layout.columns.map((column) => openColumn(column, layout.rows));
  let rows = 0;
  for (const part of parts) {
    rows += part.holds === 'rows' ? part.count : 0;
    fill(columns, part);
  }
  if (columns.length > 0 && rows !== layout.rows) throw new PartMismatch('rows are missing');
  return { rows: layout.rows, columns: new Map(columns.map((column) => [column.layout.name, close(column)])) };
}

function openColumn(layout: ColumnLayout, rows: number): OpenColumn {
  return { layout, values: emptyValues(layout.kind, rows), texts: [], wide: new Map() };
}

function emptyValues(kind: Column['kind'], rows: number): Values {
  switch (kind) {
    case 'text':
    case 'count':
      return new Uint32Array(rows);
    case 'decimal':
    case 'exact':
      return new Float64Array(rows);
    case 'day':
      return new Int32Array(rows);
    case 'flag':
      return new Uint8Array(rows);
  }
}

function fill(columns: readonly OpenColumn[], part: Part): void {
  const arrow = tableFromIPC(part.bytes);
  if (arrow.numRows !== part.count) throw new PartMismatch('a part has another number of rows');
  if (part.holds === 'rows') {
    if (arrow.numCols !== columns.length) throw new PartMismatch('a part has other columns');
    columns.forEach((column, index) => fillRows(column, arrow.getChildAt(index), part.from));
    return;
  }
  const column = columns[part.column];
  if (column === undefined) throw new PartMismatch('a part belongs to no column');
  if (part.holds === 'texts') fillTexts(column, arrow.getChildAt(0), part.from);
  else fillWide(column, arrow.getChildAt(0), arrow.getChildAt(1));
}

function fillRows({ values }: OpenColumn, source: ArrowColumn<unknown>, from: number): void {
  const slice = source.toArray();
  if (slice.constructor !== values.constructor) throw new PartMismatch('a column has another type');
  if (from + slice.length > values.length) throw new PartMismatch('a part reaches beyond the table');
  values.set(slice as Values, from);
}

function fillTexts({ texts }: OpenColumn, source: ArrowColumn<unknown>, from: number): void {
  if (from !== texts.length) throw new PartMismatch('a part of a dictionary is missing');
  for (const text of textsFromArrow(source)) texts.push(text);
}

function fillWide({ wide }: OpenColumn, rows: ArrowColumn<unknown>, texts: ArrowColumn<unknown>): void {
  textsFromArrow(texts).forEach((text, index) => wide.set(Number(rows.at(index)), text));
}

function close({ layout, values, texts, wide }: OpenColumn): Column {
  if (texts.length !== layout.texts) throw new PartMismatch('a dictionary is incomplete');
  if (values instanceof Float64Array) return { kind: 'decimal', scale: layout.scale, units: values, wide };
  if (values instanceof Int32Array) return { kind: 'day', days: values };
  if (values instanceof Uint8Array) return { kind: 'flag', flags: values };
  return layout.kind === 'text' ? { kind: 'text', codes: values, values: texts } : { kind: 'count', counts: values };
}
