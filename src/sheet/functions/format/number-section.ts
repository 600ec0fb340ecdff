/** A number in one section of a format code: `#,##0.00`, `0%`, `0.0E+00`, `#,##0,"k"`. */
import { digitsOf, generalText } from './digits.ts';
import type { WrittenWords } from './written-words.ts';
import type { Section, Token } from './sections.ts';

/** What a section asks for. */
interface Shape {
  readonly before: readonly Token[];
  readonly after: readonly Token[];
  /** `E+00`: its zeros. */
  readonly exponent: readonly Token[] | undefined;
  readonly plus: boolean;
  readonly percents: number;
  readonly isGrouped: boolean;
  /** Commas behind the last digit: thousands that are left out. */
  readonly thousands: number;
  readonly hasPoint: boolean;
}

const shapes = new WeakMap<Section, Shape>();

function shapeOf(section: Section): Shape {
  const shape = shapes.get(section) ?? readShape(section);
  shapes.set(section, shape);
  return shape;
}

function readShape({ tokens }: Section): Shape {
  const exponentAt = tokens.findIndex(({ kind }) => kind === 'exponent');
  const mantissa = exponentAt < 0 ? tokens : tokens.slice(0, exponentAt);
  const sign = tokens[exponentAt];
  const pointAt = mantissa.findIndex(({ kind }) => kind === 'point');
  const before = pointAt < 0 ? mantissa : mantissa.slice(0, pointAt);
  const lastDigit = before.findLastIndex(({ kind }) => kind === 'digit');
  const firstDigit = before.findIndex(({ kind }) => kind === 'digit');
  const lastOfAll = mantissa.findLastIndex(({ kind }) => kind === 'digit');
  const commas = before.map(({ kind }, index) => (kind === 'comma' ? index : -1)).filter((index) => index >= 0);
  return {
    before: before.filter(({ kind }) => kind !== 'comma'),
    after: pointAt < 0 ? [] : mantissa.slice(pointAt + 1).filter(({ kind }) => kind !== 'comma'),
    exponent: exponentAt < 0 ? undefined : tokens.slice(exponentAt + 1),
    plus: sign?.kind === 'exponent' && sign.plus,
    percents: tokens.filter(({ kind }) => kind === 'percent').length,
    isGrouped: commas.some((index) => index > firstDigit && index < lastDigit),
    thousands: mantissa.filter(({ kind }, index) => kind === 'comma' && index > lastOfAll).length,
    hasPoint: pointAt >= 0,
  };
}

const isDigit = ({ kind }: Token): boolean => kind === 'digit';

/** The number, which is not negative, as the section writes it. */
export function numberInSection(value: number, section: Section, words: WrittenWords): string {
  const shape = shapeOf(section);
  const scaled = (value * 100 ** shape.percents) / 1000 ** shape.thousands;
  const places = shape.after.filter(isDigit).length;
  const power = shape.exponent === undefined ? 0 : powerOf(scaled, shape.before.filter(isDigit).length, places);
  const { whole, part } = digitsOf(power === 0 ? scaled : Number(`${scaled}e0`) / 10 ** power, places);
  const head = wholePart(shape, whole, words, value);
  const tail = partAfterPoint(shape.after, part);
  return head + (shape.hasPoint ? words.decimal : '') + tail + exponentText(shape, power);
}

/** The power of ten before which the whole part has as many digits as it has places for. */
function powerOf(value: number, wholePlaces: number, places: number): number {
  if (value === 0) return 0;
  const step = Math.max(1, wholePlaces);
  const align = (exponent: number): number => Math.floor(exponent / step) * step;
  const power = align(Math.floor(Math.log10(value)));
  const { whole } = digitsOf(value / 10 ** power, places);
  return whole.length > step ? power + step : whole.length === 0 ? power - step : power;
}

/** The whole part, filled from the right; the first place takes all digits that are left. */
function wholePart({ before, isGrouped, hasPoint }: Shape, whole: string, words: WrittenWords, value: number): string {
  let left = whole.length;
  let written = 0;
  let text = '';
  const first = before.findIndex(isDigit);
  const put = (char: string): void => {
    if (isGrouped && written > 0 && written % 3 === 0) text = (char === ' ' ? ' ' : words.group) + text;
    text = char + text;
    written++;
  };
  for (let index = before.length - 1; index >= 0; index--) {
    const token = before[index];
    if (token?.kind !== 'digit') {
      text = literalOf(token, words, value) + text;
      continue;
    }
    if (left > 0) put(whole.charAt(--left));
    else if (token.char !== '#') put(token.char === '0' ? '0' : ' ');
    if (index === first) while (left > 0) put(whole.charAt(--left));
  }
  // A code like ".00" has no place for them.
  return first < 0 && hasPoint ? text + whole : text;
}

function partAfterPoint(tokens: readonly Token[], part: string): string {
  let place = 0;
  let text = '';
  for (const token of tokens) {
    if (token.kind !== 'digit') {
      text += token.kind === 'percent' ? '%' : token.kind === 'literal' ? token.text : '';
      continue;
    }
    const digit = part.charAt(place++);
    if (digit !== '') text += digit;
    else if (token.char !== '#') text += token.char === '0' ? '0' : ' ';
  }
  return text;
}

function literalOf(token: Token | undefined, words: WrittenWords, value: number): string {
  if (token === undefined) return '';
  if (token.kind === 'literal') return token.text;
  if (token.kind === 'general' || token.kind === 'text') return generalText(value, words);
  return token.kind === 'percent' ? '%' : '';
}

function exponentText({ exponent, plus }: Shape, power: number): string {
  if (exponent === undefined) return '';
  const zeros = exponent.filter(isDigit).length;
  const rest = exponent.map((token) => (token.kind === 'literal' ? token.text : '')).join('');
  const sign = power < 0 ? '-' : plus ? '+' : '';
  return `E${sign}${String(Math.abs(power)).padStart(zeros, '0')}${rest}`;
}
