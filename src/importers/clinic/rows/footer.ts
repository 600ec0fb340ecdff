/** Notes below the rows: who made the export and when, which filters it had. */

const NOTE =
  /^(?:\*|©|#|generated|exported|created|downloaded|report|printed|prepared|filters?|applied filters?|source|notes?\b|disclaimer|copyright|confidential|page \d|as of|end of|erstellt|exportiert|stand\b|quelle|hinweis|filter|seite \d|ende\b)/i;

/** Whether a row is a note. `afterBlank`: a blank row or a total stands above it, so that prose is enough. */
export function isFooterNote(cells: readonly string[], afterBlank: boolean): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const [first = ''] = filled;
  if (filled.length === 0 || filled.length > 2 || !/\p{L}/u.test(first)) return false;
  return NOTE.test(first) || (afterBlank && filled.length === 1 && /\p{L}\S*\s+\S/u.test(first));
}
