/** What LibreOffice holds after it read a file: from its documents in one file of XML. */

/** Formulas as it writes them, `of:=SUM([.B2:.B9])`. */
export function formulasIn(xml: string): readonly string[] {
  return [...xml.matchAll(/table:formula="([^"]*)"/g)].map(([, formula = '']) => formula);
}

/** Rows of cells of each sheet: a number where it holds one, else undefined. */
export function numbersIn(xml: string): readonly (readonly (readonly (number | undefined)[])[])[] {
  return between(xml, 'table').map((sheet) => between(sheet, 'table-row').flatMap(rowsOf));
}

/** The elements of a name, with their own tags; none holds another of its name. */
function between(xml: string, name: string): readonly string[] {
  return xml.match(new RegExp(`<table:${name}(?=[ />])(?:[^>]*/>|[^]*?</table:${name}>)`, 'g')) ?? [];
}

/** Rows and cells that are alike stand once with their count; long empty ends are cut. */
const MOST_REPEATED = 100;

function rowsOf(row: string): readonly (readonly (number | undefined)[])[] {
  const cells = between(row, 'table-cell').flatMap((cell) => repeated(numberIn(cell), timesOf(cell, 'columns')));
  return repeated(cells, timesOf(row, 'rows'));
}

function timesOf(element: string, what: 'rows' | 'columns'): number {
  const [tag = ''] = /^<[^>]*>/.exec(element) ?? [];
  const [, times = '1'] = new RegExp(`number-${what}-repeated="(\\d+)"`).exec(tag) ?? [];
  return Math.min(Number(times), MOST_REPEATED);
}

function repeated<T>(value: T, times: number): readonly T[] {
  return Array.from({ length: times }, () => value);
}

function numberIn(cell: string): number | undefined {
  const [tag = ''] = /^<[^>]*>/.exec(cell) ?? [];
  const [, value] = /office:value-type="float"[^>]* office:value="([^"]*)"/.exec(tag) ?? [];
  return value === undefined ? undefined : Number(value);
}
