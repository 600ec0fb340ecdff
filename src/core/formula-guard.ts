/** Keeps text that leaves the app from running as a formula in a spreadsheet. */

/**
 * Text that a spreadsheet might run: a sign of a formula (also its full-width form) after any run of blanks, control and
 * zero-width characters, or a first character that splits cells. A leading apostrophe before such text counts too, so
 * that taking the guard away again gives every text back.
 */
export const FORMULA_LIKE = /^'*(?:[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** The text with an apostrophe before it when a spreadsheet might run it. Only for text: numbers stay as they are. */
export function guardFormula(text: string): string {
  return FORMULA_LIKE.test(text) ? `'${text}` : text;
}
