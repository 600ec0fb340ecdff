/** Patterns of criteria and look-ups: `*` any text, `?` any one character, `~` before a sign that stands for itself. */

const cache = new Map<string, RegExp>();
const MOST_PATTERNS = 1000;

/** Whether a text holds `*` or `?`, also one that stands for itself. */
export function hasWildcards(text: string): boolean {
  return /[*?]/.test(text);
}

/** The text that a pattern without `*` and `?` stands for: `~*` is a star. */
export function withoutTildes(pattern: string): string {
  return pattern.replace(/~([*?~])/g, '$1');
}

/** Whether a pattern has a `*` or `?` that stands for other text. */
export function isPattern(text: string): boolean {
  return hasWildcards(text.replace(/~[*?~]/g, ''));
}

/** A pattern as an expression without case. `whole`: the text from start to end; else where the pattern first stands in it. */
export function patternOf(pattern: string, whole: boolean): RegExp {
  const key = (whole ? 'w' : 'p') + pattern;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const body = pattern.replace(/~[*?~]|[*?]|[\\^$.+()[\]{}|/-]/g, (part) => {
    if (part === '*') return '[^]*?';
    if (part === '?') return '[^]';
    const sign = part.startsWith('~') ? part.slice(1) : part;
    return `\\${sign}`.replace('\\~', '~');
  });
  const made = new RegExp(whole ? `^${body}$` : body, 'i');
  if (cache.size >= MOST_PATTERNS) cache.clear();
  cache.set(key, made);
  return made;
}
