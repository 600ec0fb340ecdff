/** What a locale writes numbers and dates with; `core/locale-words.ts` is what it reads them by. */

export interface WrittenWords {
  readonly decimal: string;
  readonly group: string;
  /** Names of the months and days as in a date. */
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** From Sunday. */
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
}

const known = new Map<string, WrittenWords>();

/** The words of a locale; those of en-US for what is none. */
export function wordsOf(locale: string): WrittenWords {
  let words = known.get(locale);
  if (words === undefined)
    known.set(locale, (words = makeWords(Intl.getCanonicalLocales(valid(locale))[0] ?? 'en-US')));
  return words;
}

function valid(locale: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

function makeWords(locale: string): WrittenWords {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true, numberingSystem: 'latn' }).formatToParts(
    1_234_567.5,
  );
  const part = (type: string, fallback: string): string => parts.find((one) => one.type === type)?.value ?? fallback;
  return {
    decimal: part('decimal', '.'),
    group: part('group', ' '),
    months: names(locale, 12, { month: 'long', day: 'numeric' }, 'month'),
    shortMonths: names(locale, 12, { month: 'short', day: 'numeric' }, 'month'),
    days: names(locale, 7, { weekday: 'long' }, 'weekday'),
    shortDays: names(locale, 7, { weekday: 'short' }, 'weekday'),
  };
}

function names(locale: string, count: number, options: Intl.DateTimeFormatOptions, type: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' });
  return Array.from({ length: count }, (_, index) => {
    // 2 January 2022 is a Sunday.
    const time = count === 12 ? Date.UTC(2022, index, 1) : Date.UTC(2022, 0, 2 + index);
    const name = format.formatToParts(time).find((part) => part.type === type)?.value ?? '';
    if (/^en\b/.test(locale) && isShort(options)) return name.slice(0, 3);
    return name.replace(/\.$/, '');
  });
}

/** Short names have no point at their end, and three letters in English, as spreadsheets write them. */
function isShort(options: Intl.DateTimeFormatOptions): boolean {
  return options.month === 'short' || options.weekday === 'short';
}
