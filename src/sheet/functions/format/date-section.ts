/** A serial number in a section of a format code that asks for a date or a time: `yyyy-mm-dd`, `d. mmmm yyyy`, `h:mm AM/PM`, `[h]:mm`. */
import { type DateParts, partsOfSerial, weekdayOf } from '../calendar.ts';
import type { WrittenWords } from './written-words.ts';
import type { Section, Token } from './sections.ts';

interface Moment extends DateParts {
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  /** With its fraction. */
  readonly second: number;
  /** Seconds since day 0. */
  readonly elapsed: number;
}

const DAY_SECONDS = 86_400;

/** The moment as the section writes it; undefined for what is no date. */
export function dateInSection(serial: number, section: Section, words: WrittenWords): string | undefined {
  const places = Math.max(0, ...section.tokens.map((token) => (token.kind === 'date' ? placesOf(token.code) : 0)));
  const hasTime = section.tokens.some((token) => token.kind === 'date' && /^\[|^[hs]/.test(token.code));
  const moment = momentOf(hasTime ? serial : Math.floor(serial), places);
  if (moment === undefined) return undefined;
  const inHalves = section.tokens.some(({ kind }) => kind === 'half');
  return section.tokens
    .map((token, index) => {
      if (token.kind === 'half') return moment.hour < 12 ? 'AM' : 'PM';
      if (token.kind === 'date') return partText(token.code, isMinute(section.tokens, index), moment, inHalves, words);
      return literalText(token);
    })
    .join('');
}

/** Digits of fractions of a second: `ss.00` has two. */
function placesOf(code: string): number {
  return code.startsWith('s') && code.includes('.') ? code.length - code.indexOf('.') - 1 : 0;
}

function momentOf(serial: number, places: number): Moment | undefined {
  const unit = 10 ** places;
  // The nearest step that is shown: 0.999999 of a day is the next midnight.
  const elapsed = Math.floor(serial * DAY_SECONDS * unit + 0.5) / unit;
  const days = Math.floor(elapsed / DAY_SECONDS);
  const parts = partsOfSerial(days);
  if (parts === undefined) return undefined;
  const rest = elapsed - days * DAY_SECONDS;
  return {
    ...parts,
    weekday: (weekdayOf(days) + 1) % 7,
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    elapsed,
  };
}

/** Whether an `m` is minutes: right after hours or right before seconds. */
function isMinute(tokens: readonly Token[], index: number): boolean {
  const codes = (step: number): string => {
    for (let at = index + step; at >= 0 && at < tokens.length; at += step) {
      const token = tokens[at];
      if (token?.kind === 'date') return token.code;
    }
    return '';
  };
  return /^\[?h/.test(codes(-1)) || /^\[?s/.test(codes(1));
}

function partText(code: string, isMinutes: boolean, moment: Moment, inHalves: boolean, words: WrittenWords): string {
  const padded = (value: number): string => String(value).padStart(code.length, '0');
  switch (code.charAt(0)) {
    case 'y':
      return code.length <= 2 ? String(moment.year % 100).padStart(2, '0') : String(moment.year).padStart(4, '0');
    case 'm':
      return isMinutes && code.length <= 2 ? padded(moment.minute) : monthText(code, moment.month, words);
    case 'd':
      if (code.length <= 2) return padded(moment.date);
      return (code.length === 3 ? words.shortDays : words.days)[moment.weekday] ?? '';
    case 'h':
      return String(inHalves ? moment.hour % 12 || 12 : moment.hour).padStart(Math.min(2, code.length), '0');
    case 's':
      return secondText(code, moment.second, words);
    default:
      return elapsedText(code, moment.elapsed);
  }
}

function monthText(code: string, month: number, words: WrittenWords): string {
  if (code.length <= 2) return String(month).padStart(code.length, '0');
  const long = words.months[month - 1] ?? '';
  if (code.length === 5) return long.charAt(0);
  return code.length === 3 ? (words.shortMonths[month - 1] ?? '') : long;
}

function secondText(code: string, second: number, words: WrittenWords): string {
  const places = placesOf(code);
  const whole = String(Math.floor(second)).padStart(code.split('.')[0]?.length ?? 1, '0');
  if (places === 0) return whole;
  const part = Math.floor((second - Math.floor(second)) * 10 ** places + 0.5);
  return whole + words.decimal + String(part).padStart(places, '0');
}

/** `[h]`, `[m]`, `[s]`: all hours, minutes or seconds since day 0. */
function elapsedText(code: string, elapsed: number): string {
  const unit = code === '[h]' ? 3600 : code === '[m]' ? 60 : 1;
  return String(Math.floor(elapsed / unit));
}

function literalText(token: Token): string {
  switch (token.kind) {
    case 'literal':
      return token.text;
    case 'digit':
      return token.char;
    case 'point':
      return '.';
    case 'comma':
      return ',';
    case 'percent':
      return '%';
    default:
      return '';
  }
}
