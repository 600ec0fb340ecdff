/** The pages of a row group, checked before anything is unpacked: a file's own words about its sizes count for nothing. */
import type { ColumnMetaData, RowGroup } from 'hyparquet';
import type { parquetHeader } from 'hyparquet/src/column.js';
import { MAX_PARQUET_CELLS, MAX_ROW_GROUP_BYTES } from '../../limits.ts';
import { Refusal } from '../refusal.ts';
import type { RandomAccess } from '../random-access.ts';

type PageHeader = ReturnType<typeof parquetHeader>;
type ReadHeader = (reader: { view: DataView; offset: number }) => PageHeader;

interface Sums {
  bytes: number;
  /** Values of each column's largest page: what is decoded side by side. */
  cells: number;
}

/** Refuses a row group whose pages do not fit its bytes, its rows or our memory. */
export async function checkPages(file: RandomAccess, group: RowGroup, readHeader: ReadHeader): Promise<void> {
  const sums: Sums = { bytes: 0, cells: 0 };
  for (const { meta_data: column } of group.columns) {
    if (!column) throw damaged('a column without description');
    const [start, end] = rangeOf(column, file.size);
    checkColumn(await file.slice(start, end), column, group, readHeader, sums);
  }
}

function rangeOf(column: ColumnMetaData, size: number): [start: number, end: number] {
  // Some writers state 0 where there is no dictionary.
  const dictionary = Number(column.dictionary_page_offset ?? 0);
  const start = dictionary > 0 ? dictionary : Number(column.data_page_offset);
  const end = start + Number(column.total_compressed_size);
  if (!(start >= 0 && end >= start && end <= size)) throw damaged('a column lies outside of the file');
  return [start, end];
}

function checkColumn(
  bytes: Uint8Array,
  column: ColumnMetaData,
  group: RowGroup,
  readHeader: ReadHeader,
  sums: Sums,
): void {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length), offset: 0 };
  const isFlat = column.path_in_schema.length === 1;
  let values = 0;
  let largest = 0;
  while (reader.offset < bytes.length - 1) {
    const header = readHeader(reader);
    const count = valuesOf(header);
    reader.offset += sizeOf(header.compressed_page_size);
    if (reader.offset > bytes.length) throw damaged('a page lies outside of its column');
    if (header.type !== 'DICTIONARY_PAGE') values += count;
    largest = Math.max(largest, count);
    sums.bytes += sizeOf(header.uncompressed_page_size);
    if (sums.bytes > MAX_ROW_GROUP_BYTES) throw new Refusal('too-large', { limit: MAX_ROW_GROUP_BYTES });
    if (sums.cells + largest > MAX_PARQUET_CELLS) throw new Refusal('zip-bomb');
  }
  sums.cells += largest;
  if (values !== Number(column.num_values) || (isFlat && values !== Number(group.num_rows)))
    throw damaged(`the column ${column.path_in_schema.join('.')} has another number of values than stated`);
}

function valuesOf({ dictionary_page_header, data_page_header, data_page_header_v2 }: PageHeader): number {
  return sizeOf((data_page_header ?? data_page_header_v2 ?? dictionary_page_header)?.num_values ?? 0);
}

function sizeOf(stated: number): number {
  if (!(stated >= 0)) throw damaged('a page of negative size');
  return stated;
}

function damaged(reason: string): Refusal {
  return new Refusal('damaged-parquet', { reason });
}
