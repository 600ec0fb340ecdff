/** Cells of ours as a clipboard that Excel, LibreOffice and Sheets read right. */
import { guardFormula } from '../../core/formula-guard.ts';
import { shiftPoint } from '../../core/decimal-text.ts';
import type { ClipSource } from './clip-table.ts';
import { encodeEntities } from './entities.ts';
import { writeTsv } from './tsv.ts';

/** A cell to copy. `text` is what is shown, or its longer form; figures have it in the user's locale. */
export type CopyCell =
  | { readonly kind: 'text'; readonly text: string }
  /** `decimal`: the exact value. Of a percentage the ratio. */
  | { readonly kind: 'number' | 'percent'; readonly text: string; readonly decimal: string }
  /** `serial`: the day as spreadsheets count it. */
  | { readonly kind: 'day'; readonly text: string; readonly serial: number };

/** A double holds every decimal of this many digits; more would be cut without a word. */
const EXACT_DIGITS = 15;

const STYLE = [
  'br{mso-data-placement:same-cell;}',
  '.t{mso-number-format:"\\@";}',
  '.p{mso-number-format:"0\\.00%";}',
  '.d{mso-number-format:"yyyy\\-mm\\-dd";}',
].join('');

/**
 * Both forms of a clipboard. Text: tabs, CRLF, quotes where needed; text that a spreadsheet might run has an apostrophe
 * before it, in both forms. HTML: texts (ids above all) marked as text, figures with their value beside what is shown, in
 * the ways of all three programs, so that no locale has to read them.
 * @param headers titles of the columns, to copy them too
 */
export function writeClipboard(
  rows: readonly (readonly CopyCell[])[],
  { headers }: { readonly headers?: readonly string[] | undefined } = {},
): ClipSource {
  const titles = headers?.map((text): CopyCell => ({ kind: 'text', text }));
  const all = titles === undefined ? rows : [titles, ...rows];
  return { text: writeTsv(all.map((row) => row.map(plainText))), html: htmlOf(all) };
}

function plainText(cell: CopyCell): string {
  return cell.kind === 'text' ? guardFormula(cell.text) : cell.text;
}

function htmlOf(rows: readonly (readonly CopyCell[])[]): string {
  const body = rows.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`).join('\r\n');
  return (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><meta name="generator" content="Termwise">' +
    `<style>${STYLE}</style></head><body><google-sheets-html-origin><!--StartFragment--><table data-sheets-root="1">${body}</table><!--EndFragment--></body></html>`
  );
}

function htmlCell(cell: CopyCell): string {
  const shown = encodeEntities(plainText(cell)).replace(/\r\n?|\n/g, '<br>');
  switch (cell.kind) {
    case 'text':
      return `<td class=t x:str sdnum="1033;0;@"${sheetsText(plainText(cell))} data-exact=text>${shown}</td>`;
    case 'day':
      return figureCell(shown, 'd', String(cell.serial), 'date', 'YYYY-MM-DD');
    case 'number':
      return figureCell(shown, 'n', cell.decimal, 'number', 'General');
    case 'percent':
      return figureCell(shown, 'p', cell.decimal, 'percent', '0.00%');
  }
}

/** Keeps Sheets from reading an id as a number, a day or a flag. */
function sheetsText(text: string): string {
  if (!/\d|^\s*(?:true|false)\s*$/i.test(text)) return '';
  return ` data-sheets-value="${encodeEntities(JSON.stringify({ 1: 2, 2: text }))}"`;
}

/** A figure with more digits than a double holds goes out as text, as it does in our files. */
function figureCell(shown: string, style: string, decimal: string, kind: string, format: string): string {
  const exact = ` data-exact="${decimal} ${kind}"`;
  const digits = shiftPoint(decimal, 0).replace(/\D/g, '').replace(/^0+/, '');
  if (digits.length > EXACT_DIGITS) return `<td class=t x:str sdnum="1033;0;@"${exact}>${shown}</td>`;
  const sheets = ` data-sheets-value='{"1":3,"3":${decimal}}'`;
  return `<td class=${style} align=right x:num="${decimal}" sdval="${decimal}" sdnum="1033;1033;${format}"${sheets}${exact}>${shown}</td>`;
}
