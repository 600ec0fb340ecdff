/** A clipboard, as the page's paste event gives it, as rows of cells. */
import type { ClipCell, ClipRows, ClipSource } from './clip-table.ts';
import { type HtmlRow, readHtmlTables } from './html-table.ts';
import { parseTsv } from './tsv.ts';

/**
 * The cells of a clipboard; undefined when it holds none.
 *
 * Plain text decides the shape and what each cell says, since it is what the user saw. HTML adds what stands behind a
 * cell (its number with all digits, that it is text, that it is a day), where both have the same shape and the cell reads
 * the same in both. HTML alone decides when there is no text, or when it has several columns of which the text shows none.
 */
export function parseClipboard({ text, html }: ClipSource): ClipRows | undefined {
  const tables = html === '' ? undefined : readHtmlTables(html);
  if (text === '') return tables && shown(tables).map(({ cells }) => cells);
  const rows = parseTsv(text);
  if (tables === undefined) return rows.map((row) => row.map((cell) => ({ text: cell })));
  if (rows.every((row) => row.length === 1) && shown(tables).some(({ cells }) => cells.length > 1)) {
    return shown(tables).map(({ cells }) => cells);
  }
  // Hidden rows are in the text when they were selected, and are not when they were filtered away.
  const match = [tables, shown(tables)].find((candidate) => hasShape(candidate, rows));
  return rows.map((row, index) => row.map((cell, column) => withRaw(cell, match?.[index]?.cells[column])));
}

function shown(rows: readonly HtmlRow[]): readonly HtmlRow[] {
  return rows.some(({ isHidden }) => isHidden) ? rows.filter(({ isHidden }) => !isHidden) : rows;
}

/** The same number of rows, and in each the same cells, but for empty ones at the end. */
function hasShape(tables: readonly HtmlRow[], rows: readonly (readonly string[])[]): boolean {
  if (tables.length !== rows.length) return false;
  return rows.every((row, index) => {
    const cells = tables[index]?.cells ?? [];
    return (
      row.slice(cells.length).every((text) => text === '') && cells.slice(row.length).every(({ text }) => text === '')
    );
  });
}

function withRaw(text: string, cell: ClipCell | undefined): ClipCell {
  if (cell?.raw === undefined) return { text };
  return cell.text === text || plain(cell.text) === plain(text) ? { text, raw: cell.raw } : { text };
}

/** Blanks differ between the two forms: the one has them as they are, the other as a page shows them. */
function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
