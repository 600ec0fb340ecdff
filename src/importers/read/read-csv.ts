/** A CSV file to rows: byte by byte where that is possible, else as text through PapaParse. */
import { BATCH_CHARS, BLOCK_BYTES, HEAD_BYTES } from '../limits.ts';
import { type BlockSizes, type ByteDialect, byteRows } from './byte-csv/read-bytes.ts';
import { type Bytes, peekBytes } from './bytes.ts';
import { csvRows } from './csv.ts';
import { type Encoding, decode, headText, sniffEncoding } from './decode.ts';
import { sniffDialect } from './dialect.ts';
import type { RowNotes, Rows } from './rows.ts';

const SIZES: BlockSizes = { first: HEAD_BYTES, others: BLOCK_BYTES };

/**
 * The rows of a CSV file; cells are exactly as written. Refuses bytes that do not fit the encoding and rows longer than
 * `MAX_ROW_CHARS`. Notes go into `notes` as they are met.
 * @param encoding the user's choice; undefined: as sniffed
 */
export async function* readCsv(bytes: Bytes, encoding: Encoding | undefined, notes: RowNotes, sizes = SIZES): Rows {
  const { head, all } = await peekBytes(bytes, sizes.first);
  const dialect =
    (encoding ?? sniffEncoding(head)) === 'utf-8' ? byteDialect(head, head.length < sizes.first, notes) : undefined;
  if (dialect) yield* byteRows(all, dialect, notes, sizes);
  else yield* csvRows(decode(all, encoding), notes, BATCH_CHARS);
}

/** How the bytes of a UTF-8 file are to be read; undefined: only as text. */
function byteDialect(head: Uint8Array, complete: boolean, notes: RowNotes): ByteDialect | undefined {
  const text = headText(head, complete);
  const { delimiter, newline, skip } = sniffDialect(text, complete);
  if (newline !== '\n' || delimiter.length > 1 || delimiter === '"' || delimiter.charCodeAt(0) >= 0x80)
    return undefined;
  if (skip > 0) notes.sepLine = text.slice(0, skip).trim();
  const mark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  return {
    delimiter,
    skip: mark + new TextEncoder().encode(text.slice(0, skip)).length,
    line: skip > 0 ? 2 : 1,
  };
}
