/** A1 references as they are written in formulas, in parts, and how every one of a formula is changed. */
import { columnLetters, columnNumber } from '../fill/move-references.ts';
import { fxTokens } from '../formula/fx.ts';

/** One end of a reference; rows and columns are counted from 0, and undefined in whole columns and rows. */
export interface Corner {
  readonly row: number | undefined;
  readonly column: number | undefined;
  /** `$` where it stays when the formula is copied. */
  readonly rowMark: string;
  readonly columnMark: string;
}

export interface Reference {
  /** Undefined: the sheet that the formula stands in. */
  readonly sheet: string | undefined;
  readonly first: Corner;
  /** Of a block; undefined for a single cell. */
  readonly last: Corner | undefined;
}

const REFERENCES: ReadonlySet<string> = new Set(['range', 'range_beam', 'range_ternary']);
const CORNER = /^(?:(\$?)([A-Za-z]{1,3}))?(?:(\$?)(\d{1,7}))?$/;
/** What a reference becomes when its cells are gone; without the sheet, as formulas are read. */
const LOST = '#REF!';

/**
 * The formula with its A1 references changed. Texts, names and columns in brackets are never touched.
 * @param change gives the reference as it shall be: the same object to keep it as it was written, undefined when its cells are gone
 */
export function mapReferences(formula: string, change: (reference: Reference) => Reference | undefined): string {
  if (!formula.startsWith('=')) return formula;
  const parts = fxTokens(formula).map(({ type, text }) => {
    const reference = REFERENCES.has(type) ? readReference(text) : undefined;
    if (reference === undefined) return text;
    const changed = change(reference);
    if (changed === undefined) return LOST;
    return changed === reference ? text : writeReference(changed);
  });
  return parts.join('');
}

/** `'My sheet'!$A$1:B3` in parts; undefined when it is written in a way that is not ours. */
export function readReference(text: string): Reference | undefined {
  const split = text.lastIndexOf('!') + 1;
  const sheet = split === 0 ? undefined : unquoted(text.slice(0, split - 1));
  const [first, last, ...more] = text.slice(split).split(':').map(readCorner);
  if (first === undefined || more.length > 0) return undefined;
  const isBlock = text.slice(split).includes(':');
  if (isBlock && last === undefined) return undefined;
  return { sheet, first, last };
}

export function writeReference({ sheet, first, last }: Reference): string {
  const prefix = sheet === undefined ? '' : `${quotedSheet(sheet)}!`;
  return prefix + writeCorner(first) + (last === undefined ? '' : `:${writeCorner(last)}`);
}

/** The name of a sheet as formulas write it: in quotes where it could be read as something else. */
export function quotedSheet(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{M}\p{N}_.]*$/u.test(name);
  const isOther = /^(?:[A-Za-z]{1,3}\d+|[Rr]\d*(?:[Cc]\d*)?|[Cc]\d*|true|false)$/i.test(name);
  return isPlain && !isOther ? name : `'${name.replaceAll("'", "''")}'`;
}

function unquoted(sheet: string): string {
  return sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
}

function readCorner(text: string): Corner | undefined {
  const [matched, columnMark = '', letters, rowMark = '', digits] = CORNER.exec(text) ?? [];
  if (matched === undefined || matched === '') return undefined;
  return {
    columnMark,
    rowMark,
    column: letters === undefined ? undefined : columnNumber(letters) - 1,
    row: digits === undefined ? undefined : Number(digits) - 1,
  };
}

function writeCorner({ columnMark, column, rowMark, row }: Corner): string {
  const letters = column === undefined ? '' : columnMark + columnLetters(column + 1);
  return letters + (row === undefined ? '' : rowMark + String(row + 1));
}
