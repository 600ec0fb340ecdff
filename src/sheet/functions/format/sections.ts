/** Format codes such as `#,##0.00;(#,##0.00);"none"` taken apart. */

export type Token =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'digit'; readonly char: '0' | '#' | '?' }
  | { readonly kind: 'point' | 'comma' | 'percent' | 'text' | 'general' | 'half' }
  | { readonly kind: 'exponent'; readonly plus: boolean }
  /** A part of a date or time: `yyyy`, `mm`, `[h]`, `ss.00`, in small letters. */
  | { readonly kind: 'date'; readonly code: string };

export interface Section {
  readonly tokens: readonly Token[];
  /** `[>=100]`: the section is for these numbers only. */
  readonly condition?: (value: number) => boolean;
  readonly isDate: boolean;
  readonly hasText: boolean;
}

const SECTIONS = /"[^"]*"?|\\[^]|\[[^\]]*\]|[_*][^]|;|[^]/g;
const TOKENS =
  /"([^"]*)"?|\\([^])|\[([^\]]*)\]|_([^])|\*([^])|(general)|(am\/pm|a\/p)|(e[+-])|(y+|m+|d+|h+|s+(?:\.0+)?)|([0#?])|([.,%@])|([^])/gi;
const CONDITION = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/;

const known = new Map<string, readonly Section[]>();
const MOST_FORMATS = 1000;

/** The sections of a format code, one to four. */
export function sectionsOf(code: string): readonly Section[] {
  let sections = known.get(code);
  if (sections === undefined) {
    if (known.size >= MOST_FORMATS) known.clear();
    known.set(code, (sections = split(code).map(readSection)));
  }
  return sections;
}

function split(code: string): string[] {
  const sections = [''];
  for (const [part] of code.matchAll(SECTIONS)) {
    if (part === ';') sections.push('');
    else sections[sections.length - 1] = (sections.at(-1) ?? '') + part;
  }
  return sections;
}

function readSection(code: string): Section {
  const tokens: Token[] = [];
  let condition: ((value: number) => boolean) | undefined;
  for (const match of code.matchAll(TOKENS)) {
    const bracket = match[3];
    if (bracket !== undefined) {
      condition ??= conditionOf(bracket);
      tokens.push(...bracketTokens(bracket));
    } else tokens.push(tokenOf(match));
  }
  return {
    tokens,
    ...(condition === undefined ? {} : { condition }),
    isDate: tokens.some(({ kind }) => kind === 'date' || kind === 'half'),
    hasText: tokens.some(({ kind }) => kind === 'text'),
  };
}

/** Elapsed time `[h]` and currencies `[$€-407]`; colours and the like show nothing. */
function bracketTokens(content: string): Token[] {
  if (/^(h+|m+|s+)$/i.test(content)) return [{ kind: 'date', code: `[${content.charAt(0).toLowerCase()}]` }];
  const currency = /^\$([^-]*)/.exec(content)?.[1];
  return currency === undefined || currency === '' ? [] : [{ kind: 'literal', text: currency }];
}

function tokenOf(match: RegExpMatchArray): Token {
  const [whole, quoted, escaped, , space, fill, general, half, exponent, date, digit, sign] = match;
  if (quoted !== undefined) return { kind: 'literal', text: quoted };
  if (escaped !== undefined) return { kind: 'literal', text: escaped };
  if (space !== undefined) return { kind: 'literal', text: ' ' };
  if (fill !== undefined) return { kind: 'literal', text: '' };
  if (general !== undefined) return { kind: 'general' };
  if (half !== undefined) return { kind: 'half' };
  if (exponent !== undefined) return { kind: 'exponent', plus: exponent.endsWith('+') };
  if (date !== undefined) return { kind: 'date', code: date.toLowerCase() };
  if (digit === '0' || digit === '#' || digit === '?') return { kind: 'digit', char: digit };
  if (sign === '.') return { kind: 'point' };
  if (sign === ',') return { kind: 'comma' };
  if (sign === '%') return { kind: 'percent' };
  if (sign === '@') return { kind: 'text' };
  return { kind: 'literal', text: whole };
}

function conditionOf(content: string): ((value: number) => boolean) | undefined {
  const [, operator, operand] = CONDITION.exec(content) ?? [];
  if (operator === undefined) return undefined;
  const limit = Number(operand);
  switch (operator) {
    case '<':
      return (value) => value < limit;
    case '<=':
      return (value) => value <= limit;
    case '>':
      return (value) => value > limit;
    case '>=':
      return (value) => value >= limit;
    case '=':
      return (value) => value === limit;
    default:
      return (value) => value !== limit;
  }
}
