/** Figures as people and programs write them, read by the marks of one locale into exact decimal texts. */
import { type LocaleWords, plainText } from '../../core/locale-words.ts';

/** A figure that was read. */
export interface ReadNumber {
  /** Canonical decimal text: `-1234.5`. A percentage is not divided: `12 %` is 12. */
  readonly decimal: string;
  readonly isPercent: boolean;
  /** What stood beside the figure, such as `€`, `EUR`, `US$`; '' for nothing. */
  readonly unit: string;
}

const MINUS = /^[-−–﹣－]\s?/u;
const MINUS_BEHIND = /\s?[-−－]$/u;
/** A sign of currency or a word of letters, with a sign behind it (`US$`); its dot belongs to it (`kr.`, `Fr.`). */
const UNIT_BEFORE = /^(\p{L}{0,5}\.?\p{Sc}|\p{L}{1,5}\.?)\s?/u;
const UNIT_BEHIND = /\s?(\p{L}{0,5}\p{Sc}|\p{L}{1,5}\.?)$/u;
const PERCENT = /^%\s?|\s?%$/u;
const FIGURE = /^([\d.,'’ ]*?)(?:[eE]([+-]?\d{1,3}))?$/;
const MOST_DIGITS = 30;
const PLAIN_WHOLE = /^(?:0|-?[1-9]\d{0,14})$/;

/**
 * The figure in a text, undefined when the locale reads none. Blanks and apostrophes group digits in every locale, since
 * they can mean nothing else; a dot and a comma mean what they mean in this one. Groups must be whole. A minus may stand
 * before or behind, as `-` or the real sign, or be written as brackets.
 */
export function readNumber(text: string, words: LocaleWords): ReadNumber | undefined {
  if (PLAIN_WHOLE.test(text)) return { decimal: text, isPercent: false, unit: '' };
  const parts = new Peeling(plainText(text, words).replaceAll('٪', '%'));
  const isNegative = parts.signs();
  const decimal = figure(parts.rest, words);
  if (decimal === undefined) return undefined;
  const minus = isNegative && /[1-9]/.test(decimal) ? '-' : '';
  return { decimal: minus + decimal, isPercent: parts.isPercent, unit: parts.unit };
}

/** Takes what is not the figure off its ends. */
class Peeling {
  rest: string;
  isPercent = false;
  unit = '';

  constructor(text: string) {
    this.rest = text;
  }

  /** Takes signs, brackets, per cent and unit away, in whatever order they stand, each once; true when negative. */
  signs(): boolean {
    let isNegative = false;
    let isSigned = false;
    for (;;) {
      const before = this.rest;
      if (!isSigned) {
        isSigned = this.brackets() || this.take(MINUS) || this.take(MINUS_BEHIND);
        isNegative = isSigned;
        isSigned ||= this.take(/^[+＋]/u);
      }
      if (!this.isPercent) this.isPercent = this.take(PERCENT);
      if (this.unit === '') this.unit = this.takeUnit();
      if (this.rest === before) return isNegative;
    }
  }

  private brackets(): boolean {
    const inner = /^\(\s?(.*?)\s?\)$/u.exec(this.rest)?.[1];
    if (inner === undefined) return false;
    this.rest = inner;
    return true;
  }

  private take(pattern: RegExp): boolean {
    const before = this.rest;
    this.rest = before.replace(pattern, '');
    return this.rest !== before;
  }

  private takeUnit(): string {
    const found = UNIT_BEFORE.exec(this.rest) ?? UNIT_BEHIND.exec(this.rest);
    const unit = found?.[1];
    if (!found || unit === undefined || /^[eE]$/.test(unit)) return '';
    this.rest = found.index === 0 ? this.rest.slice(found[0].length) : this.rest.slice(0, found.index);
    return unit;
  }
}

function figure(text: string, words: LocaleWords): string | undefined {
  const match = FIGURE.exec(text);
  if (!match) return undefined;
  const [whole = '', part, ...more] = (match[1] ?? '').split(words.decimal);
  const digits = ungrouped(whole, words);
  if (digits === undefined || more.length > 0 || !/^\d*$/.test(part ?? '') || digits + (part ?? '') === '')
    return undefined;
  return shifted(digits, part ?? '', Number(match[2] ?? '0'));
}

/** Digits without their group marks; undefined when the marks do not part them into groups of the locale. */
function ungrouped(whole: string, words: LocaleWords): string | undefined {
  if (/^\d*$/.test(whole)) return whole;
  const mark = /\D/.exec(whole)?.[0] ?? '';
  if (/[.,]/.test(mark) && mark !== words.group) return undefined;
  const groups = whole.split(mark);
  const [first = '', ...others] = groups;
  const last = others.pop() ?? '';
  const middle = words.isIndian ? /^\d{2,3}$/ : /^\d{3}$/;
  const isWhole = /^\d{1,3}$/.test(first) && /^\d{3}$/.test(last) && others.every((group) => middle.test(group));
  return isWhole ? groups.join('') : undefined;
}

/** `digits.part × 10^power` as canonical text; undefined when it would be longer than numbers may be. */
function shifted(digits: string, part: string, power: number): string | undefined {
  const all = digits + part;
  const point = digits.length + power;
  if (Math.max(all.replace(/^0+/, '').length, point, all.length - point) > MOST_DIGITS) return undefined;
  const whole = all
    .slice(0, Math.max(0, point))
    .padEnd(Math.max(0, point), '0')
    .replace(/^0+(?=\d)/, '');
  const rest = (point < 0 ? '0'.repeat(-point) + all : all.slice(point)).replace(/0+$/, '');
  return (whole || '0') + (rest === '' ? '' : `.${rest}`);
}
