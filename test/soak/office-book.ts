/** A workbook of the golden formulas as LibreOffice reads it: one sheet for each set of cells, the formulas one below the other. */
import { strToU8, zipSync } from 'fflate';
import type { Golden, PlainCell } from '../sheet/functions/golden.ts';

/** Where a formula's result begins, and how large it is. */
export interface Placed {
  readonly golden: Golden;
  readonly sheet: string;
  /** Counted from 0. */
  readonly row: number;
  readonly rows: number;
  readonly columns: number;
}

/** Column K: none of the cells that formulas read. */
export const FIRST_COLUMN = 10;
const NEWER =
  /\b(IFS|SWITCH|MAXIFS|MINIFS|CONCAT|TEXTJOIN|PERCENTILE\.INC|RANK\.EQ|DAYS|IFNA|ISOWEEKNUM|XLOOKUP|XMATCH|LET|UNIQUE|SEQUENCE)\(/g;
const NEWER_STILL = /\b(SORT|FILTER)\(/g;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function nameOf(row: number, column: number): string {
  return `${String.fromCharCode(65 + column)}${String(row + 1)}`;
}

function inputXml(name: string, cell: PlainCell): string {
  if (typeof cell === 'number') return `<c r="${name}"><v>${String(cell)}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${name}" t="b"><v>${cell ? '1' : '0'}</v></c>`;
  if (cell.startsWith('#')) return `<c r="${name}" t="e"><f>${cell === '#N/A' ? 'NA()' : '1/0'}</f><v>${cell}</v></c>`;
  // An empty text is what a formula gives: typed, it would be no cell at all.
  if (cell === '') return `<c r="${name}" t="str"><f>""</f><v></v></c>`;
  return `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

function formulaXml({ golden, row, rows, columns }: Placed): string {
  const first = nameOf(row, FIRST_COLUMN);
  const last = nameOf(row + rows - 1, FIRST_COLUMN + columns - 1);
  const text = golden.formula.slice(1).replace(NEWER, '_xlfn.$1(').replace(NEWER_STILL, '_xlfn._xlws.$1(');
  return `<c r="${first}"><f t="array" ref="${first}:${last}">${escaped(text)}</f></c>`;
}

function sizeOf({ expected }: Golden): { readonly rows: number; readonly columns: number } {
  if (!Array.isArray(expected)) return { rows: 1, columns: 1 };
  const rows = expected as readonly (readonly PlainCell[])[];
  return { rows: rows.length, columns: rows[0]?.length ?? 1 };
}

/** Places the formulas on sheets by the cells that they read. */
export function place(formulas: readonly Golden[]): Placed[] {
  const sheets = new Map<string, { readonly name: string; next: number }>();
  return formulas.map((golden) => {
    const key = JSON.stringify(golden.cells ?? {});
    const sheet = sheets.get(key) ?? { name: `S${String(sheets.size + 1)}`, next: 0 };
    sheets.set(key, sheet);
    const size = sizeOf(golden);
    const row = sheet.next;
    sheet.next += size.rows;
    return { golden, sheet: sheet.name, row, ...size };
  });
}

function sheetXml(placed: readonly Placed[]): string {
  const rows = new Map<number, string[]>();
  const add = (row: number, xml: string): void => {
    const known = rows.get(row);
    if (known === undefined) rows.set(row, [xml]);
    else known.push(xml);
  };
  const cells = Object.entries(placed[0]?.golden.cells ?? {});
  for (const [name, cell] of cells.sort(([a], [b]) => (a < b ? -1 : 1)))
    add(Number(name.slice(1)) - 1, inputXml(name, cell));
  for (const one of placed) add(one.row, formulaXml(one));
  const lines = [...rows].sort(([a], [b]) => a - b);
  const body = lines.map(([row, xml]) => `<row r="${String(row + 1)}">${xml.join('')}</row>`).join('');
  return `<worksheet xmlns="${MAIN}"><sheetData>${body}</sheetData></worksheet>`;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The bytes of the workbook. */
export function bookOf(placed: readonly Placed[]): Uint8Array {
  const names = [...new Set(placed.map(({ sheet }) => sheet))];
  const each = (make: (name: string, number: string) => string): string =>
    names.map((name, index) => make(name, String(index + 1))).join('');
  const files: Record<string, string> = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${SHEETS}.sheet.main+xml"/>` +
      `${each((_, at) => `<Override PartName="/xl/worksheets/s${at}.xml" ContentType="${SHEETS}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets>` +
      `${each((name, at) => `<sheet name="${name}" sheetId="${at}" r:id="r${at}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="${PACKAGE}/relationships">` +
      `${each((_, at) => `<Relationship Id="r${at}" Type="${LINKS}/worksheet" Target="worksheets/s${at}.xml"/>`)}</Relationships>`,
  };
  for (const [index, name] of names.entries()) {
    files[`xl/worksheets/s${String(index + 1)}.xml`] = sheetXml(placed.filter(({ sheet }) => sheet === name));
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)])));
}
