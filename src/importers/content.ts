/** What is inside a file: told by its bytes, opened layer by layer down to rows or JSON. */
import { binaryKinds, readableFiles } from '../core/text/file-kinds.ts';
import { HEAD_BYTES, MAX_ARCHIVE_BYTES, MAX_HELD_PARQUET_BYTES } from './limits.ts';
import { type Bytes, collect, peekBytes } from './read/bytes.ts';
import { type Container, sniffContainer } from './read/container.ts';
import { type Encoding, decode, sniffEncoding } from './read/decode.ts';
import { gunzip } from './read/gunzip.ts';
import { parquetRows } from './read/parquet/read.ts';
import { firstThen } from './read/peeked.ts';
import { readCsv } from './read/read-csv.ts';
import { type RandomAccess, heldBytes } from './read/random-access.ts';
import { Refusal } from './read/refusal.ts';
import type { RowNotes } from './read/rows.ts';
import { type ZipEntry, unzip, zipEntries } from './read/zip.ts';
import { guardWorkbook, isOpenDocument, isWorkbook } from './read/xlsx.ts';
import { type JsonOutcome, readJson } from './items/read-json.ts';
import { type NamedOutcome, readWorkbook } from './read-workbook.ts';
import type { SheetContext } from './sheet/read-planned.ts';
import { readParts } from './sheet/read-parts.ts';
import { readSheet } from './sheet/read-sheet.ts';

/** How web pages, and workbooks saved as XML, begin. */
const WEB_PAGE = /^\uFEFF?\s*<(?:!doctype|html|head|body|table|\?xml|\?mso)\b/i;

/** A file, or a file inside an archive, that can be opened more than once. */
export interface Content {
  readonly file: string;
  readonly open: () => Bytes;
  /** The same bytes at any place; undefined where they only stream. */
  readonly access?: RandomAccess | undefined;
}

export interface ReadContext extends SheetContext {
  readonly encoding: Encoding | undefined;
  readonly signal: AbortSignal | undefined;
}

/** What a file turns out to be: read already, or an archive whose files are to be read one by one. */
export type Opened =
  | { readonly kind: 'outcomes'; readonly outcomes: readonly (NamedOutcome | JsonOutcome)[] }
  | { readonly kind: 'archive'; readonly contents: readonly Content[] };

/** Reads a file or opens an archive. `inside`: the file stands in an archive itself. Throws a `Refusal`. */
export async function openContent(content: Content, context: ReadContext, inside = false): Promise<Opened> {
  const { head, all, close } = await peekBytes(content.open(), HEAD_BYTES);
  const container = sniffContainer(head);
  const primed = { file: content.file, open: firstThen(all, () => content.open()) };
  if (container === 'plain') return outcomes(...(await readText(primed, head, context)));
  if (container === 'zip') return openZip(primed, context, inside);
  if (container === 'gzip') {
    if (inside) throw new Refusal('nested-archive');
    return openContent({ file: content.file, open: () => gunzip(primed.open()) }, context, true);
  }
  await close();
  if (container === 'parquet') return outcomes(await readParquet(content, context));
  throw refusalOf(container);
}

function outcomes(...list: readonly (NamedOutcome | JsonOutcome)[]): Opened {
  return { kind: 'outcomes', outcomes: list };
}

function refusalOf(container: Exclude<Container, 'plain' | 'zip' | 'gzip' | 'parquet'>): Refusal {
  if (container === 'empty') return new Refusal('empty-file');
  if (container === 'ole') return new Refusal('old-excel');
  if (container === 'parquet-encrypted') return new Refusal('parquet-encrypted');
  if (container === 'zstd') return new Refusal('unsupported-container', { container });
  if (container === 'workbook') return new Refusal('backup-file');
  return new Refusal('not-recognised', { wanted: readableFiles, found: binaryKinds[container] });
}

async function openZip(content: Content, context: ReadContext, inside: boolean): Promise<Opened> {
  const archive = await collect(content.open(), MAX_ARCHIVE_BYTES);
  const entries = zipEntries(archive);
  if (isWorkbook(entries)) {
    const oddities = await guardWorkbook(archive, entries);
    return outcomes(...(await readWorkbook(content.file, archive, oddities, context)));
  }
  if (isOpenDocument(entries)) throw new Refusal('open-document');
  if (inside) throw new Refusal('nested-archive');
  if (entries.length === 0) throw new Refusal('empty-file');
  return { kind: 'archive', contents: entries.map((entry) => entryContent(content.file, archive, entry)) };
}

function entryContent(archiveName: string, archive: Uint8Array, entry: ZipEntry): Content {
  return { file: `${archiveName}/${entry.name}`, open: () => unzip(archive, entry) };
}

async function readText(
  content: Content,
  head: Uint8Array,
  context: ReadContext,
): Promise<(NamedOutcome | JsonOutcome)[]> {
  const { encoding, signal } = context;
  const start = new TextDecoder(encoding ?? sniffEncoding(head)).decode(head, { stream: true });
  if (WEB_PAGE.test(start)) throw new Refusal('web-page');
  if (/^\uFEFF?\s*[[{]/.test(start))
    return [await readJson(content.file, () => decode(content.open(), encoding), context)];
  const open = () => {
    const notes: RowNotes = { badQuotes: [] };
    return { rows: readCsv(content.open(), encoding, notes), notes };
  };
  signal?.throwIfAborted();
  return readParts({ file: content.file, open }, context);
}

async function readParquet(content: Content, context: ReadContext): Promise<NamedOutcome> {
  const access = content.access ?? (await heldBytes(content.open(), MAX_HELD_PARQUET_BYTES));
  const open = () => ({ rows: parquetRows(access, context.signal), notes: { badQuotes: [] } });
  return readSheet({ file: content.file, open }, context);
}
