/** Label widths without a screen, so that charts lay out alike in the app, in workers and in reports. */

/** Widths in em, estimated for the humanist sans faces of the token file; a little wide rather than narrow. */
function charWidth(char: string): number {
  if (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\p{Extended_Pictographic}]/u.test(char))
    return 1;
  if (/[iljtfI.,:;'|!()[\] \u00a0\u202f-]/.test(char)) return 0.32;
  if (/[mwMW@%]/.test(char)) return 0.88;
  return /\p{Lu}/u.test(char) ? 0.68 : 0.57;
}

/** About how many pixels a text takes at a font size. */
export function textWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const char of text) em += charWidth(char);
  return Math.ceil(em * fontSize);
}

/** The widest of the texts, in pixels. */
export function widest(texts: readonly string[], fontSize: number): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, fontSize)));
}

/** The text, cut with an ellipsis where it is wider than `pixels`. For names only, never for figures. */
export function fitText(text: string, fontSize: number, pixels: number): string {
  if (textWidth(text, fontSize) <= pixels) return text;
  const room = pixels - textWidth('…', fontSize);
  let kept = '';
  let width = 0;
  for (const char of text) {
    width += charWidth(char) * fontSize;
    if (width > room) break;
    kept += char;
  }
  return `${kept.trimEnd()}…`;
}
