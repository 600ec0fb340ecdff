/** A text file: JSON or a sheet of delimited rows. */
import type { Bytes } from './read/bytes.ts';
import { csvRows } from './read/csv.ts';
import { decode } from './read/decode.ts';
import type { RowNotes } from './read/rows.ts';
import { type SheetOutcome, readSheet } from './sheet/read-sheet.ts';
import type { ImportOptions } from './types.ts';

/** The content of a file, which can be opened more than once. */
export interface Content {
  readonly file: string;
  open(): Bytes;
}

export async function readText(
  content: Content,
  options: ImportOptions,
  onRows: (rows: number, again: boolean) => void,
): Promise<SheetOutcome> {
  const encoding = options.encodings?.get(content.file);
  const open = () => {
    const notes: RowNotes = { badQuotes: [] };
    return { rows: csvRows(decode(content.open(), encoding), notes), notes };
  };
  return readSheet({ file: content.file, open }, { answers: options.answers ?? new Map(), onRows });
}
