/** Formulas that were copied or filled to another place: relative references move along, absolute ones stay. */
import { fxTokens } from '../formula/fx.ts';

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const LOST = '#REF!';

const REFERENCES: ReadonlySet<string> = new Set(['range', 'range_beam', 'range_ternary']);
const CORNER = /^(\$?)([A-Za-z]{1,3})?(?:(\$?)(\d{1,7}))?$/;

/**
 * The formula as it stands so many rows further down and columns further right (negative: up and left). Only A1
 * references change: cells, blocks, whole rows and columns, with or without a sheet; what leaves the sheet is `#REF!`.
 * Texts, names and columns in brackets are never touched. Works on stored formulas and on those with `;` and decimal comma.
 */
export function moveReferences(formula: string, rows: number, columns: number): string {
  if (!formula.startsWith('=') || (rows === 0 && columns === 0)) return formula;
  return fxTokens(formula)
    .map(({ type, text }) => (REFERENCES.has(type) ? movedReference(text, rows, columns) : text))
    .join('');
}

function movedReference(text: string, rows: number, columns: number): string {
  const split = text.lastIndexOf('!') + 1;
  const corners = text.slice(split).split(':');
  const moved = corners.map((corner) => movedCorner(corner, rows, columns));
  // Without its sheet, as formulas are read.
  return moved.includes(LOST) ? LOST : text.slice(0, split) + moved.join(':');
}

/** `A1`, `$A1`, `A` or `1`, moved. */
function movedCorner(corner: string, rows: number, columns: number): string {
  const match = CORNER.exec(corner);
  if (!match) return corner;
  const [, firstMark = '', letters, secondMark = '', digits] = match;
  // In `$1` the only mark is the row's.
  const rowMark = letters === undefined ? firstMark + secondMark : secondMark;
  const column = letters === undefined ? '' : movedColumn(letters, firstMark, columns);
  const row = digits === undefined ? '' : movedRow(digits, rowMark, rows);
  return column === undefined || row === undefined ? LOST : column + row;
}

function movedRow(digits: string, mark: string, rows: number): string | undefined {
  if (mark !== '') return mark + digits;
  const row = Number(digits) + rows;
  return row >= 1 && row <= LAST_ROW ? String(row) : undefined;
}

function movedColumn(letters: string, mark: string, columns: number): string | undefined {
  if (mark !== '' || columns === 0) return mark + letters;
  const column = columnNumber(letters) + columns;
  return column >= 1 && column <= LAST_COLUMN ? columnLetters(column) : undefined;
}

/** `A` is 1, `XFD` 16,384. */
export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** 1 is `A`, 27 `AA`. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
