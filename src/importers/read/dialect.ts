/** Delimiter and line end of a CSV file, decided once over its head. */
import Papa from 'papaparse/papaparse.js';

export interface Dialect {
  readonly delimiter: string;
  /** `\n` also stands for CRLF: the reader drops the `\r`, so that files with both keep their rows. */
  readonly newline: '\n' | '\r';
  /** Characters to skip at the start (an Excel `sep=` line). */
  readonly skip: number;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SEP_LINE = /^"?sep=(.)"?\r?(?:\n|\r|$)/i;
const SAMPLE_ROWS = 40;

/** The dialect of a file from its first characters; `complete` when they are all there is. */
export function sniffDialect(head: string, complete: boolean): Dialect {
  // A `\r` at the very end may be the first half of a CRLF.
  const newline = !head.includes('\n') && head.slice(0, complete ? undefined : -1).includes('\r') ? '\r' : '\n';
  const sep = SEP_LINE.exec(head);
  if (sep) return { delimiter: sep[1] ?? ',', newline, skip: sep[0].length };
  const scores = DELIMITERS.map((delimiter) => score(head, delimiter, newline, complete));
  const best = scores.indexOf(Math.max(...scores));
  return { delimiter: DELIMITERS[best] ?? ',', newline, skip: 0 };
}

/** How well a delimiter cuts the sample into rows of one width; 0 when it does not occur. */
function score(head: string, delimiter: string, newline: string, complete: boolean): number {
  const { data } = new Papa.Parser({ delimiter, newline, preview: SAMPLE_ROWS }).parse(head, 0, !complete);
  const widths = data.filter((row) => row.length > 1 || (row[0] ?? '').trim() !== '').map((row) => row.length);
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width = 1, rows = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return width === 1 ? 0 : (rows / widths.length) * Math.log2(width);
}
