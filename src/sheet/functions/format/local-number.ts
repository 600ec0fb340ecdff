/** Numbers as a locale writes them: `1.234,50` in German, `1 234,5` in French, with currency, brackets or percent. */
import { type LocaleWords, localeWords, plainText } from '../../../core/locale-words.ts';

const CURRENCY = /^([+-]?)(?:[$€£¥]|EUR|USD|GBP|CHF|SEK|NOK|DKK)|(?:[$€£¥]|EUR|USD|GBP|CHF|SEK|NOK|DKK)$/i;
const NUMBER = /^([+-]?)\s*(.*?)(e[+-]?\d{1,3})?$/i;

/** The number that a text writes, undefined when it writes none. */
export function numberOfLocalText(text: string, locale: string): number | undefined {
  const words = localeWords(locale);
  let body = plainText(text, words);
  const isBracketed = body.startsWith('(') && body.endsWith(')');
  if (isBracketed) body = body.slice(1, -1).trim();
  const percents = /[% ]*$/.exec(body)?.[0].replaceAll(' ', '').length ?? 0;
  body = body
    .replace(/[% ]+$/, '')
    .replace(CURRENCY, '$1')
    .trim();
  const plain = plainDigits(body, words);
  if (plain === undefined) return undefined;
  const size = Number(plain) / 100 ** percents;
  if (!Number.isFinite(size)) return undefined;
  if (!isBracketed) return size;
  return /^[+-]/.test(plain) ? undefined : -size;
}

/** The text with a point and without groups; undefined when its groups do not have three digits. */
function plainDigits(body: string, { decimal, group }: LocaleWords): string | undefined {
  const [, sign = '', digits = '', exponent = ''] = NUMBER.exec(body) ?? [];
  const parts = digits.split(decimal);
  if (parts.length > 2) return undefined;
  const [whole = '', fraction = ''] = parts;
  const groups = whole.split(group === '' ? ' ' : group);
  const [head = '', ...others] = groups;
  if (others.length > 0 && (!/^\d{1,3}$/.test(head) || others.some((part) => !/^\d{3}$/.test(part)))) return undefined;
  const joined = groups.join('');
  if (!/^\d*$/.test(joined) || !/^\d*$/.test(fraction) || joined + fraction === '') return undefined;
  return `${sign}${joined || '0'}.${fraction || '0'}${exponent}`;
}
