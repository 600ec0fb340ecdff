/** A second table below the first: another header in the middle of a file. */

/** Where another table begins. */
export interface SecondTable {
  readonly line: number;
  /** Its header as one text. */
  readonly header: string;
  /** Lines below its header. */
  readonly rows: number;
  /** Its header is that of a format. */
  readonly isKnown: boolean;
}

/** A column's name as people write it: begins with a letter, is short, and is no date or number. */
const NAME = /^\p{L}[^\n]{0,59}$/u;
const NO_NAME = /^(?:[A-Z0-9]{12}|[0-9a-f]{8}-[0-9a-f]{4}-.*|(?:true|false|yes|no|active|null)|P\d[MY])$/i;
const LEAST_NAMES = 3;

/** Whether a row that does not fit its table looks like a header of its own; it stands below a blank row. */
export function looksLikeHeader(cells: readonly string[], header: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.length < LEAST_NAMES || new Set(filled).size < filled.length) return false;
  if (filled.every((cell) => header.includes(cell))) return false;
  return filled.every((cell) => NAME.test(cell) && !NO_NAME.test(cell));
}
