/** Cells as tab-separated text, the form that every spreadsheet puts on the clipboard beside its own. */

/** How far a quoted cell may reach: spreadsheets hold 32,767 characters in one, twice as many when all are quotes. */
const MOST_QUOTED = 70_000;

/**
 * Rows of texts; line breaks in cells are `\n`. A cell is quoted only when its first character is a quote and the closing
 * one stands right before a tab, a line end or the end: every other quote is text (`5" screen`, `"A" and "B"`). One line
 * end at the end ends the last row; rows may differ in length.
 */
export function parseTsv(source: string): string[][] {
  const text = source.replace(/\0+$/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const lineEnd = new LineEnds(text);
  for (;;) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : undefined;
    const end = quoted?.end ?? cellEnd(text, at, lineEnd);
    row.push(quoted?.text ?? text.slice(at, end));
    if (text[end] === '\t') {
      at = end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
    if (at >= text.length) return rows;
  }
}

function cellEnd(text: string, from: number, lineEnds: LineEnds): number {
  const tab = text.indexOf('\t', from);
  const line = lineEnds.after(from);
  return tab < 0 || tab > line ? line : tab;
}

/** The next line end from a place on, asked for in rising order. */
class LineEnds {
  private readonly text: string;
  private next = -1;

  constructor(text: string) {
    this.text = text;
  }

  after(from: number): number {
    if (this.next >= from) return this.next;
    const { text } = this;
    let at = from;
    while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
    this.next = at;
    return at;
  }
}

interface QuotedCell {
  readonly text: string;
  /** The place behind the closing quote. */
  readonly end: number;
}

function quotedCell(text: string, open: number): QuotedCell | undefined {
  const last = Math.min(text.length, open + MOST_QUOTED);
  let at = text.indexOf('"', open + 1);
  while (at >= 0 && at < last && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  if (at < 0 || at >= last || !/^(?:[\t\r\n]|$)/.test(text.slice(at + 1, at + 2))) return undefined;
  const inner = text.slice(open + 1, at);
  return { text: inner.replaceAll('""', '"').replace(/\r\n?/g, '\n'), end: at + 1 };
}

/** Rows as tab-separated text with CRLF behind each: quotes only round cells that a reader would split or unquote. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(tsvCell).join('\t')}\r\n`).join('');
}

function tsvCell(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
