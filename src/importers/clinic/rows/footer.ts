/** Notes below the rows: who made the export and when, which filters it had. */

const NOTE =
  /^(?:\*|©|#|generated|exported|created|downloaded|report|printed|prepared|filters?|applied filters?|source|notes?\b|disclaimer|copyright|confidential|page \d|as of|end of|erstellt|exportiert|stand\b|quelle|hinweis|filter|seite \d|ende\b)/i;

/** Whether a row is a note. `afterBlank`: a blank row or a total stands above it, so that prose is enough. */
export function isFooterNote(cells: readonly string[], afterBlank: boolean): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const [first = ''] = filled;
  if (filled.length === 0 || filled.length > 2 || !/\p{L}/u.test(first)) return false;
  return NOTE.test(first) || (afterBlank && filled.length === 1 && isSentence(first));
}

/** Several words, one before the last with a letter; told word by word, since one pattern for all of it takes squares of the length. */
function isSentence(text: string): boolean {
  const words = text.trim().split(/\s+/);
  return words.slice(0, -1).some((word) => /\p{L}/u.test(word));
}
