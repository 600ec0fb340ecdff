/** Cells as tab-separated text, as spreadsheets put it on the clipboard. */
import { type GridRange, HEADER_ROW } from './selection.ts';
import type { GridSource } from './source.ts';

/** From this many cells on, copying takes seconds and hundreds of megabytes: ask first. */
export const LARGE_COPY = 5_000_000;

const NEEDS_QUOTES = /[\t\r\n"]/;

/** The cells of a range as TSV with CRLF between rows; the header row gives the titles. @param headers titles above */
export function rangeToTsv(source: GridSource, range: GridRange, headers = false): string {
  const lines: string[] = [];
  if (headers && range.top !== HEADER_ROW)
    lines.push(rangeToTsv(source, { ...range, top: HEADER_ROW, bottom: HEADER_ROW }));
  for (let row = range.top; row <= range.bottom; row++) {
    const cells: string[] = [];
    for (let column = range.left; column <= range.right; column++) cells.push(quoted(copyText(source, row, column)));
    lines.push(cells.join('\t'));
  }
  return lines.join('\r\n');
}

function copyText(source: GridSource, row: number, column: number): string {
  if (row === HEADER_ROW) return source.columns[column]?.title ?? '';
  return source.copyText?.(row, column) ?? source.text(row, column);
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
