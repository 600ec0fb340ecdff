/** References as formulas write them. */

const PLAIN_COLUMN = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const PLAIN_SHEET = /^[\p{L}_][\p{L}\p{N}_]*$/u;

function escaped(column: string): string {
  return column.replace(/['[\]#@]/g, "'$&");
}

/** `[@Seats]`, `[@[Unit price]]`, `[Seats]`, `Portfolio[Seats]`. */
export function columnReference(column: string, { thisRow = false, table = '' } = {}): string {
  const name = escaped(column);
  if (!thisRow) return `${table}[${name}]`;
  return PLAIN_COLUMN.test(column) ? `${table}[@${name}]` : `${table}[@[${name}]]`;
}

/** `Sheet1!`, `'My sheet'!`. */
export function sheetReference(sheet: string): string {
  // A name like a cell (AB12) needs its marks too.
  const isPlain = PLAIN_SHEET.test(sheet) && !/^[A-Za-z]{1,3}\d+$/.test(sheet) && !/^[RrCc]\d*$/.test(sheet);
  return isPlain ? `${sheet}!` : `'${sheet.replaceAll("'", "''")}'!`;
}
