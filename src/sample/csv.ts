/** CSV text as spreadsheets and portals write it. */

/** A cell, quoted only where it must be. */
function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvLine(cells: readonly string[], lineEnd: string): string {
  return cells.map(csvCell).join(',') + lineEnd;
}

/** Cents as price lists print them: `69.22`, `14.4`, `96`. */
export function priceText(cents: number): string {
  return String(cents / 100);
}
