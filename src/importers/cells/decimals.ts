/** Numbers as they stand in files, to canonical decimal text (`-12.50`); no binary float is involved. */
import { parseExact, toDecimal } from '../../core/exact.ts';

export type DecimalMark = '.' | ',';

const PLAIN = /^-?\d+(?:\.\d+)?$/;
const EXPONENT = /^[+-]?\d+(?:\.\d+)?[eE][+-]?\d{1,2}$/;
/** Marks between thousands that are never a decimal mark: spaces of all widths and apostrophes. */
const SPACERS = /[\s\u00A0\u2009\u202F'’]/g;
const CURRENCY_SIGNS = /^([-(]?)(?:[$€£¥₹]|[A-Z]{3}(?=[\s\d-]))|(?:[$€£¥₹]|[A-Z]{3})$/g;
const GROUPED = {
  '.': /^[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/,
  ',': /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/,
} as const;
const SIMPLE = { '.': /^\d*(?:\.\d+)?$/, ',': /^\d*(?:,\d+)?$/ } as const;

/** What a cell says about its column's decimal mark: itself certain, readable both ways, or nothing. */
export type MarkEvidence = DecimalMark | 'either' | 'none';

/** True when the text needs no conversion at all. */
export function isPlainDecimal(text: string): boolean {
  return PLAIN.test(text);
}

/** What one cell tells about the decimal mark of its column. */
export function markEvidence(text: string): MarkEvidence {
  if (PLAIN.test(text)) return plainEvidence(text);
  const body = unsigned(stripped(text)).body;
  if (!/[.,]/.test(body)) return 'none';
  const dot = isNumber(body, '.');
  const comma = isNumber(body, ',');
  if (dot && comma) return 'either';
  return dot ? '.' : comma ? ',' : 'none';
}

/** Canonical decimal text of a cell read with a decimal mark; undefined when it is not a number. */
export function readDecimal(text: string, mark: DecimalMark): string | undefined {
  const bare = stripped(text);
  if (EXPONENT.test(bare)) return expand(bare);
  const { negative, body } = unsigned(bare);
  if (!isNumber(body, mark)) return undefined;
  const digits = mark === '.' ? body.replaceAll(',', '') : body.replaceAll('.', '').replace(',', '.');
  return (negative ? '-' : '') + (digits.startsWith('.') ? `0${digits}` : digits);
}

/** A canonical decimal times ten to a positive power, digit for digit: `0.150` by 2 is `15.0`. */
export function movePoint(decimal: string, power: number): string {
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  const digits = (whole + part.slice(0, power).padEnd(power, '0')).replace(/^0+(?=\d)/, '');
  const rest = part.slice(power);
  return sign + digits + (rest === '' ? '' : `.${rest}`);
}

/** `12.50` has the point; `1.234` may be twelve hundred; `0.123` may not. */
function plainEvidence(text: string): MarkEvidence {
  const point = text.indexOf('.');
  if (point < 0) return 'none';
  return GROUPED[','].test(text.replace('-', '')) ? 'either' : '.';
}

function isNumber(body: string, mark: DecimalMark): boolean {
  return /\d/.test(body) && (SIMPLE[mark].test(body) || GROUPED[mark].test(body));
}

/** Without Excel's guard apostrophe, currency, percent sign and spacers. */
function stripped(text: string): string {
  return text
    .trim()
    .replaceAll('\u2212', '-')
    .replace(/%$/, '')
    .trim()
    .replace(CURRENCY_SIGNS, '$1')
    .replace(SPACERS, '');
}

/** Sign in front, sign behind, or accountants' parentheses. */
function unsigned(text: string): { negative: boolean; body: string } {
  if (text.startsWith('(') && text.endsWith(')')) return { negative: true, body: text.slice(1, -1) };
  if (text.startsWith('-') || text.startsWith('+')) return { negative: text.startsWith('-'), body: text.slice(1) };
  return text.endsWith('-') ? { negative: true, body: text.slice(0, -1) } : { negative: false, body: text };
}

/** `1.5E-3` as `0.0015`. */
function expand(text: string): string | undefined {
  const value = parseExact(text);
  return value && toDecimal(value, 0, 120);
}
