/** Names that come in a circle: weekdays and months of the locale and of English, quarters. */
import { plainName } from '../../core/locale-words.ts';
import { evenStep, type Series } from './series.ts';

/** 2023 began with a Sunday, and a month has no more days than this. */
const SUNDAY = Date.UTC(2023, 0, 1);
const DAY = 86_400_000;
const STYLES = ['long', 'short'] as const;

const known = new Map<string, readonly (readonly string[])[]>();

/** The circles of a locale, its own before the English ones, long names before short ones. */
function circlesOf(locale: string): readonly (readonly string[])[] {
  const circles = known.get(locale) ?? [
    ...languageCircles(locale),
    ...languageCircles('en-US'),
    ['Q1', 'Q2', 'Q3', 'Q4'],
  ];
  known.set(locale, circles);
  return circles;
}

function languageCircles(locale: string): readonly (readonly string[])[] {
  return STYLES.flatMap((style) => {
    const weekday = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' });
    const month = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC', calendar: 'gregory' });
    return [
      Array.from({ length: 7 }, (_, index) => weekday.format(SUNDAY + index * DAY)),
      Array.from({ length: 12 }, (_, index) => month.format(Date.UTC(2023, index, 15))),
    ];
  });
}

/** The series of names of one circle; undefined when they are of none, or not evenly apart. */
export function nameSeries(texts: readonly string[], locale: string): Series | undefined {
  for (const circle of circlesOf(locale)) {
    const plain = circle.map(plainName);
    const places = texts.map((text) => plain.indexOf(plainName(text)));
    const first = places[0];
    if (first === undefined || places.includes(-1)) continue;
    const turn = (place: number): number => ((place % circle.length) + circle.length) % circle.length;
    const step = places.length === 1 ? 1 : evenStep(places, (a, b) => turn(b - a));
    if (step !== undefined) return (place) => likeFirst(circle[turn(first + step * place)] ?? '', texts[0] ?? '');
  }
  return undefined;
}

/** A name in the letters of the text that began: all small, all capital, with its dot or without. */
function likeFirst(name: string, text: string): string {
  const trimmed = text.trim();
  const dotted = trimmed.endsWith('.') ? name : name.replace(/\.$/, '');
  if (trimmed === trimmed.toLowerCase()) return dotted.toLowerCase();
  if (trimmed === trimmed.toUpperCase() && trimmed.length > 1) return dotted.toUpperCase();
  return dotted.slice(0, 1).toUpperCase() + dotted.slice(1);
}
