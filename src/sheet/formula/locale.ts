/**
 * Formulas as users type them: where the decimal mark is a comma, arguments are parted by semicolons. Only separators
 * differ and each is one character, so that places in the typed text and in the stored one (en-US) are the same.
 */
import { formulaWords } from '../../core/text/en/formulas.ts';
import { type Result, err, ok } from '../../core/result.ts';
import type { FormulaProblem } from './ast.ts';

/** The characters that part things, by what they part. */
export interface Separators {
  readonly decimal: ',' | '.';
  readonly argument: ',' | ';';
  /** Between the cells of a row of `{…}`; its rows are parted by `;` everywhere. */
  readonly cell: ',' | '\\';
}

const POINT: Separators = { decimal: '.', argument: ',', cell: ',' };
const COMMA: Separators = { decimal: ',', argument: ';', cell: '\\' };

const known = new Map<string, Separators>();

/** What a locale (BCP 47) writes. Locales with other decimal marks than `,` write formulas as en-US. */
export function separatorsOf(locale: string): Separators {
  const found = known.get(locale);
  if (found) return found;
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  const separators = parts.some(({ type, value }) => type === 'decimal' && value === ',') ? COMMA : POINT;
  known.set(locale, separators);
  return separators;
}

/** Texts, sheet names, columns in brackets (with ' before brackets of their own), names and references: never touched. */
const UNTOUCHED = /"(?:[^"]|"")*"?|'(?:[^']|'')*'?|[\p{L}_$][\p{L}\p{M}\p{N}_.$?]*/uy;
const OPERAND_END = /[\p{L}\p{M}\p{N}_.$?"'\])}%#]/u;

function numberPattern(decimal: string): RegExp {
  return decimal === ',' ? /(?:\d+(?:,\d*)?|,\d+)(?:[eE][+-]?\d+)?/y : /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
}

const NUMBERS = { ',': numberPattern(','), '.': numberPattern('.') };

/** Where a column reference that begins at a `[` ends; the text's end when it is open. */
function bracketEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const mark = text[at];
    if (mark === "'") at++;
    else if (mark === '[') depth++;
    else if (mark === ']' && --depth === 0) return at + 1;
  }
  return text.length;
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

const SEPARATOR: ReadonlySet<string> = new Set([',', ';', '.', '\\']);

/** One stretch of a formula: a number, a separator, or something that is the same everywhere. */
interface Stretch {
  readonly kind: 'number' | 'mark' | 'other';
  readonly start: number;
  readonly end: number;
  readonly inBraces: boolean;
}

function* stretches(text: string, { decimal }: Separators): Generator<Stretch> {
  let inBraces = false;
  let isBehindOperand = false;
  let end = 0;
  for (let start = 0; start < text.length; start = end) {
    const mark = text.charAt(start);
    const untouched = mark === '[' ? bracketEnd(text, start) : endOf(UNTOUCHED, text, start);
    const digits: number | undefined = isBehindOperand ? undefined : endOf(NUMBERS[decimal], text, start);
    end = untouched ?? digits ?? start + 1;
    if (mark === '{' || mark === '}') inBraces = mark === '{';
    const kind: Stretch['kind'] =
      untouched !== undefined ? 'other' : digits !== undefined ? 'number' : SEPARATOR.has(mark) ? 'mark' : 'other';
    yield { kind, start, end, inBraces };
    if (mark.trim() !== '') isBehindOperand = kind === 'number' || OPERAND_END.test(text.charAt(end - 1));
  }
}

function translate(text: string, from: Separators, to: Separators): Result<string, FormulaProblem> {
  if (from === to) return ok(text);
  let translated = '';
  for (const { kind, start, end, inBraces } of stretches(text, from)) {
    const part = text.slice(start, end);
    if (kind === 'other') translated += part;
    else if (kind === 'number') translated += part.replace(from.decimal, to.decimal);
    else if (inBraces && part === ';') translated += part;
    else if (part === (inBraces ? from.cell : from.argument)) translated += inBraces ? to.cell : to.argument;
    else if (part === '.' || part === '\\') return err({ start, end, words: formulaWords.decimalMark(from.decimal) });
    else return err({ start, end, words: formulaWords.separator(part, inBraces ? from.cell : from.argument) });
  }
  return ok(translated);
}

/** A formula as typed in a locale, in en-US; a problem where a separator is that of another locale. */
export function fromLocal(text: string, locale: string): Result<string, FormulaProblem> {
  return translate(text, separatorsOf(locale), POINT);
}

/** A stored formula as it is typed in a locale. What cannot be read stays as it is. */
export function toLocal(text: string, locale: string): string {
  const translated = translate(text, POINT, separatorsOf(locale));
  return translated.ok ? translated.value : text;
}

/** The same for text that is still being typed: what fits nowhere stays as it is. */
export function roughlyFromLocal(text: string, locale: string): string {
  const from = separatorsOf(locale);
  if (from === POINT) return text;
  let translated = '';
  for (const { start, end } of stretches(text, from)) {
    const before = inBracesAt(translated) ? '{' : '';
    const part = translate(before + text.slice(start, end), from, POINT);
    translated += part.ok ? part.value.slice(before.length) : text.slice(start, end);
  }
  return translated;
}

function inBracesAt(text: string): boolean {
  return text.lastIndexOf('{') > text.lastIndexOf('}');
}
