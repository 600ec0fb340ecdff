/** What number formats of spreadsheets say about a value: which kind of thing the number is. */

/**
 * `text`: taken as it was typed. `padded`: shown with leading zeros, as ids are. `time`: a time of day or a duration.
 * `number`: everything else, currencies included.
 */
export type FormatKind = 'number' | 'percent' | 'date' | 'time' | 'text' | 'padded';

/** Quoted text, escaped characters, fillers, conditions, colours and locales in brackets. */
const LITERALS = /"[^"]*"?|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]?/gi;
const LETTERS = /\p{L}+/gu;
/** A run of one letter that counts days, months or years, in the languages in which spreadsheets write their formats. */
const DATE_RUN =
  /^(?:d{1,4}|t{1,4}|j{1,4}|p{1,4}|m{1,5}|k{1,5}|y{2,4}|a{2,4}|å{2,4}|v{2,4}|g{2,4}|e{1,4}|r{2,4}|д{1,4}|м{1,5}|г{2,4})$/iu;
const TIME_RUN = /^(?:h{1,2}|s{1,2}|m{1,2}|am|pm|a|p|ч{1,2}|с{1,2})$/iu;
const NAMES: ReadonlyMap<string, FormatKind> = new Map([
  ['@', 'text'],
  ['text', 'text'],
  ['percent', 'percent'],
  ['short date', 'date'],
  ['medium date', 'date'],
  ['long date', 'date'],
  ['general date', 'date'],
  ['short time', 'time'],
  ['medium time', 'time'],
  ['long time', 'time'],
]);

const known = new Map<string, FormatKind>();
const MOST_KNOWN = 1000;

/** The kind of a format code such as `0.00%`, `dd/mm/yyyy`, `TT.MM.JJJJ`, `@` or `Short Date`. */
export function formatKind(format: string): FormatKind {
  const cached = known.get(format);
  if (cached !== undefined) return cached;
  const kind = findKind(format);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(format, kind);
  return kind;
}

function findKind(format: string): FormatKind {
  const named = NAMES.get(format.trim().toLowerCase());
  if (named !== undefined) return named;
  const code = (format.split(';')[0] ?? '').replace(LITERALS, ' ');
  if (/[0#?]/.test(code)) return ofDigits(code);
  const runs = code.match(LETTERS) ?? [];
  const dates = runs.filter((run) => DATE_RUN.test(run));
  const isTimed = runs.some((run) => /^[hsчс]{1,2}$/iu.test(run));
  if (runs.length > 0 && runs.every((run) => DATE_RUN.test(run) || TIME_RUN.test(run))) {
    if (dates.some((run) => !/^[mм]{1,2}$/iu.test(run)) || (!isTimed && dates.length > 0)) return 'date';
    return 'time';
  }
  return code.trim() === '@' ? 'text' : 'number';
}

/** Formats with places for digits: `hh:mm:ss.00` is a time all the same. */
function ofDigits(code: string): FormatKind {
  if (/[hs]/i.test(code) && code.includes(':')) return 'time';
  if (code.includes('%')) return 'percent';
  return /^\s*0{2,}\s*$/.test(code) ? 'padded' : 'number';
}
