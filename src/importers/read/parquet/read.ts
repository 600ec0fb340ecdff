/** Parquet files to rows of texts, by hyparquet: one stretch of rows after the other, so that memory stays bounded. */
import type { AsyncBuffer, FileMetaData, SchemaElement, SchemaTree } from 'hyparquet';
import { MAX_PARQUET_CELLS, MAX_PARQUET_FOOTER_BYTES } from '../../limits.ts';
import type { RandomAccess } from '../random-access.ts';
import { Refusal } from '../refusal.ts';
import type { RowBatch, Rows } from '../rows.ts';
import { TEXT_PARSERS, cellsOf, isDecimal } from './cells.ts';
import { codecs } from './codecs.ts';
import { checkPages } from './pages.ts';

/** Cells that are turned into texts at a time, which bounds the rows of a batch. */
const BATCH_CELLS = 1_000_000;
const BATCH_ROWS = 20_000;

const load = async () => ({ ...(await import('hyparquet')), ...(await import('hyparquet/src/column.js')) });
type Library = Awaited<ReturnType<typeof load>>;

/** The rows of a file below a first row that holds the names of its columns. A row's line is its position. */
export async function* parquetRows(file: RandomAccess, signal?: AbortSignal): Rows {
  const library = await load();
  const buffer = { byteLength: file.size, slice: (from: number, to = file.size) => exactSlice(file, from, to) };
  const original = await orRefuse(() => readMetadata(library, file, buffer));
  const elements = columnsOf(library.parquetSchema(original));
  const cells = elements.map(cellsOf);
  const columns = elements.map(({ name }) => name);
  yield { rows: [columns], lines: [0] };
  const metadata = withoutDecimals(original);
  const compressors = codecs(library.snappyUncompress);
  const step = Math.max(1, Math.min(BATCH_ROWS, Math.floor(BATCH_CELLS / Math.max(1, columns.length))));
  let before = 0;
  for (const group of metadata.row_groups) {
    await orRefuse(() => checkPages(file, group, library.parquetHeader));
    const end = before + Number(group.num_rows);
    for (let rowStart = before; rowStart < end; rowStart += step) {
      signal?.throwIfAborted();
      const rowEnd = Math.min(end, rowStart + step);
      const range = {
        file: buffer,
        metadata,
        rowStart,
        rowEnd,
        columns,
        compressors,
        parsers: TEXT_PARSERS,
        utf8: false,
      };
      yield await orRefuse(async () => textsOf(await readRange(library, range), cells, rowStart, rowEnd));
    }
    before = end;
  }
}

type Range = Parameters<Library['parquetRead']>[0];

function readRange(library: Library, range: Omit<Range, 'onComplete'>): Promise<unknown[][]> {
  return new Promise((resolve, reject) => {
    library.parquetRead({ ...range, rowFormat: 'array', onComplete: resolve }).catch(reject);
  });
}

function textsOf(
  rows: readonly (readonly unknown[])[],
  cells: readonly ((value: unknown) => string)[],
  rowStart: number,
  rowEnd: number,
): RowBatch {
  if (rows.length !== rowEnd - rowStart) throw damaged('rows are missing');
  return {
    rows: rows.map((row) => cells.map((cell, column) => cell(row[column]))),
    lines: rows.map((_, i) => rowStart + i + 1),
  };
}

async function readMetadata(library: Library, file: RandomAccess, buffer: AsyncBuffer): Promise<FileMetaData> {
  if (file.size < 12) throw damaged('cut off');
  const tail = new DataView(await buffer.slice(file.size - 8));
  if (tail.getUint32(4, true) !== 0x31524150) throw damaged('the end is missing');
  const length = tail.getUint32(0, true);
  if (length > file.size - 12) throw damaged('cut off');
  if (length > MAX_PARQUET_FOOTER_BYTES) throw new Refusal('too-large', { limit: MAX_PARQUET_FOOTER_BYTES });
  const metadata = await library.parquetMetadataAsync(buffer, { geoparquet: false });
  const rows = metadata.row_groups.reduce((sum, { num_rows }) => sum + Number(num_rows), 0);
  if (rows !== Number(metadata.num_rows)) throw damaged('the row groups have other rows than stated');
  if (metadata.row_groups.some(({ num_rows }) => num_rows < 0n || num_rows > MAX_PARQUET_CELLS))
    throw damaged('a row group of impossible size');
  return metadata;
}

function columnsOf(schema: SchemaTree): readonly SchemaElement[] {
  const hidden = schema.children.find((column) => column.children.some(holdsDecimal));
  if (hidden) throw new Refusal('parquet-nested-decimal', { column: hidden.element.name });
  return schema.children.map(({ element }) => element);
}

function holdsDecimal({ element, children }: SchemaTree): boolean {
  return isDecimal(element) || children.some(holdsDecimal);
}

/** The library makes floats of decimals; without their mark they come as whole numbers, which `cellsOf` puts a point into. */
function withoutDecimals(metadata: FileMetaData): FileMetaData {
  const schema = metadata.schema.map((element) => {
    if (!isDecimal(element)) return element;
    const { converted_type: _mark, logical_type: _type, ...bare } = element;
    return bare;
  });
  return { ...metadata, schema };
}

/** The library takes buffers of exactly the bytes it asked for. */
async function exactSlice(file: RandomAccess, start: number, end: number): Promise<ArrayBuffer> {
  if (!(start >= 0 && end >= start && end <= file.size)) throw damaged('a reference out of the file');
  const bytes = await file.slice(start, end);
  if (bytes.length !== end - start) throw damaged('cut off');
  return new Uint8Array(bytes).buffer;
}

/** What the library cannot make sense of is damage of the file. */
async function orRefuse<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw damaged(error instanceof Error ? error.message : String(error));
  }
}

function damaged(reason: string): Refusal {
  return new Refusal('damaged-parquet', { reason });
}
