/** The tables of an HTML clipboard as rows of cells. */
import type { ClipCell } from './clip-table.ts';
import { decodeEntities } from './entities.ts';
import { shownMarks } from './excel-shown.ts';
import { readAttributes, readTokens, type TokenSink } from './html-tokens.ts';
import { classFormats } from './mso-styles.ts';
import { type SourceContext, sourceValue } from './source-values.ts';

export interface HtmlRow {
  readonly cells: readonly ClipCell[];
  /** The source shows the row nowhere, such as a hidden row. */
  readonly isHidden: boolean;
}

const BLANK: ClipCell = { text: '' };
const BLOCKS = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'tr',
  'table',
  'pre',
  'blockquote',
]);
/** What a clipboard may unfold to: spans are a few letters that make many cells. */
const MOST_CELLS = 4_000_000;
const MOST_COLUMNS = 16_384;
const HIDDEN = /display\s*:\s*none/i;

/**
 * Rows of all tables, one table below the other; undefined when there is none, or more cells than can be meant. A value
 * that spans cells stands in the first of them. Tables inside a cell are text of that cell.
 */
export function readHtmlTables(html: string): readonly HtmlRow[] | undefined {
  if (!/<t[dhr][\s>]/i.test(html)) return undefined;
  const reader = new TableReader(/<x:date1904/i.test(html));
  readTokens(html, reader);
  return reader.finish();
}

class TableReader implements TokenSink {
  private readonly rows: HtmlRow[] = [];
  private readonly formats = new Map<string, string>();
  private context: SourceContext;
  private depth = 0;
  private cells = 0;
  private row: ClipCell[] | undefined;
  private isRowHidden = false;
  /** Attributes and text of the open cell. */
  private cell: string | undefined;
  private pieces: string[] = [];
  /** By column: how many rows below the last one a span still covers. */
  private spans: number[] = [];

  constructor(is1904: boolean) {
    this.context = { formats: this.formats, marks: undefined, is1904 };
  }

  finish(): readonly HtmlRow[] | undefined {
    this.endRow();
    return this.rows.length === 0 || this.cells > MOST_CELLS ? undefined : this.rows;
  }

  style(css: string): void {
    for (const [name, format] of classFormats(css)) this.formats.set(name, format);
    this.context = { ...this.context, marks: this.context.marks ?? shownMarks(css) };
  }

  text(text: string): void {
    if (this.cell !== undefined)
      this.pieces.push(/[\t\r\n\f]| {2}/.test(text) ? text.replace(/[ \t\r\n\f]+/g, ' ') : text);
  }

  start(name: string, attributes: string): void {
    if (name === 'table') this.depth += 1;
    if (this.depth > 1 || (this.cell !== undefined && name !== 'td' && name !== 'th' && name !== 'tr')) {
      this.inside(name);
    } else if (name === 'tr') {
      this.endRow();
      this.row = [];
      this.isRowHidden = HIDDEN.test(attributes);
    } else if (name === 'td' || name === 'th') {
      this.endCell();
      this.row ??= [];
      this.cell = attributes;
      this.pieces = [];
    }
  }

  end(name: string): void {
    if (name === 'table') {
      this.depth = Math.max(0, this.depth - 1);
      if (this.depth === 0) this.endTable();
    } else if (this.depth > 1) this.inside(name);
    else if (name === 'td' || name === 'th') this.endCell();
    else if (name === 'tr') this.endRow();
    else if (this.cell !== undefined && BLOCKS.has(name)) this.pieces.push('\v');
  }

  /** A tag inside of a cell: some break the line. */
  private inside(name: string): void {
    if (this.cell === undefined) return;
    if (name === 'br') this.pieces.push('\n');
    else if (BLOCKS.has(name)) this.pieces.push('\v');
    else if (name === 'td' || name === 'th') this.pieces.push(' ');
  }

  private endTable(): void {
    this.endRow();
    this.spans = [];
  }

  private endRow(): void {
    this.endCell();
    const { row } = this;
    this.row = undefined;
    if (row === undefined || this.cells > MOST_CELLS) return;
    this.skipSpans(row, true);
    if (row.length > 0) this.rows.push({ cells: row, isHidden: this.isRowHidden });
    this.cells += row.length;
  }

  private endCell(): void {
    const { cell, row } = this;
    this.cell = undefined;
    if (cell === undefined || row === undefined || this.cells > MOST_CELLS) return;
    const attributes = readAttributes(cell);
    this.skipSpans(row, false);
    const text = cellText(this.pieces.join(''));
    const raw = sourceValue(attributes, text, this.context);
    const width = span(attributes.get('colspan'), MOST_COLUMNS - row.length);
    const below = span(attributes.get('rowspan'), 1_048_576) - 1;
    for (let column = 0; column < width; column += 1) {
      if (below > 0) this.spans[row.length] = below;
      row.push(column > 0 ? BLANK : raw === undefined ? { text } : { text, raw });
    }
  }

  /** Blanks under cells that span rows: up to the next free column, or in the whole rest of the row. */
  private skipSpans(row: ClipCell[], toEnd: boolean): void {
    const last = toEnd ? this.spans.findLastIndex((below) => below > 0) : -1;
    for (;;) {
      const below = this.spans[row.length] ?? 0;
      if (below <= 0 && row.length > last) return;
      if (below > 0) this.spans[row.length] = below - 1;
      row.push(BLANK);
    }
  }
}

function span(written: string | undefined, most: number): number {
  const count = written === undefined ? 1 : parseInt(written, 10);
  return Math.max(1, Math.min(Number.isNaN(count) ? 1 : count, most));
}

/** Text of a cell: blanks run together, blocks (`\v`) and breaks as lines, no blanks at the ends. */
function cellText(written: string): string {
  // No break, no reference, no run of blanks: most cells.
  if (!/[\n\v&\u00A0]| {2}/.test(written)) return written.trim();
  return decodeEntities(written)
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\v ?/g, '\v')
    .replace(/\v{2,}/g, '\v')
    .replace(/^\v|\v$/g, '')
    .replace(/ ?[\n\v] ?/g, '\n')
    .replaceAll('\u00A0', ' ')
    .trim();
}
