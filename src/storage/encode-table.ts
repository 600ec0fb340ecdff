/** Tables to parts in Arrow IPC. Column names stay in the layout, so that no header can upset an Arrow reader. */
import { type Column as ArrowColumn, columnFromArray, tableFromColumns, tableToIPC } from '@uwdata/flechette';
import type { Column, DecimalColumn, Table } from '../core/table.ts';
import { type Part, type PartPlace, valuesOf } from './layout.ts';
import { textsToArrow } from './texts.ts';

/** Rows in a part, and dictionary entries at most. */
const PART_ROWS = 65_536;
/** A part of dictionary texts ends early when it holds this many characters. */
const PART_CHARACTERS = 4_000_000;

/** The parts of a table, made one after the other so that only one is in memory. A table without rows or columns has none. */
export function* partsOf(table: Table): Generator<Part> {
  const columns = [...table.columns.values()];
  for (const column of columns) checkLength(column, table.rows);
  for (const [index, column] of columns.entries()) {
    if (column.kind === 'text') yield* dictionaryParts(column.values, index);
    if (column.kind === 'decimal' && column.wide.size > 0) yield widePart(column, index);
  }
  if (columns.length === 0) return;
  for (let from = 0; from < table.rows; from += PART_ROWS) yield rowsPart(columns, from, table.rows);
}

function checkLength(column: Column, rows: number): void {
  if (valuesOf(column).length !== rows) throw new RangeError('INTERNAL: a column is not as long as its table');
}

function rowsPart(columns: readonly Column[], from: number, rows: number): Part {
  const end = Math.min(from + PART_ROWS, rows);
  const slices = columns.map((column) => columnFromArray<unknown>(valuesOf(column).subarray(from, end)));
  return part({ holds: 'rows', column: -1, from, count: end - from }, slices);
}

function* dictionaryParts(values: readonly string[], column: number): Generator<Part> {
  for (let from = 0; from < values.length;) {
    let end = from;
    for (let characters = 0; end < values.length && end < from + PART_ROWS && characters < PART_CHARACTERS; end++)
      characters += values[end]?.length ?? 0;
    yield part({ holds: 'texts', column, from, count: end - from }, [textsToArrow(values.slice(from, end))]);
    from = end;
  }
}

function widePart({ wide }: DecimalColumn, column: number): Part {
  const rows = columnFromArray<unknown>(Uint32Array.from(wide.keys()));
  return part({ holds: 'wide', column, from: 0, count: wide.size }, [rows, textsToArrow([...wide.values()])]);
}

function part(place: PartPlace, columns: readonly ArrowColumn<unknown>[]): Part {
  const named = columns.map((column, index): [string, ArrowColumn<unknown>] => [String(index), column]);
  const bytes = tableToIPC(tableFromColumns(named), { format: 'stream' });
  if (bytes === null) throw new TypeError('INTERNAL: no Arrow bytes were made');
  return { ...place, bytes: exactBuffer(bytes) };
}

/** The bytes as an `ArrayBuffer` of their own: the store keeps buffers, never Blobs (Safari loses those). */
function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  const { buffer } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength ? buffer : bytes.slice().buffer;
}
