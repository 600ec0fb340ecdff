/** What a locale says about numbers and dates: marks, order and names, asked from Intl once per locale. */

export interface LocaleWords {
  readonly locale: string;
  /** Between whole units and the rest: `,` in German. */
  readonly decimal: string;
  /** Between groups of digits, '' when the locale groups by blanks. */
  readonly group: string;
  /** Groups behind the first have two digits, but for the last: `1,00,000`. */
  readonly isIndian: boolean;
  /** The locale's own digits and marks as those that go with 0 to 9; undefined when they are these. */
  readonly digits: ReadonlyMap<string, string> | undefined;
  /** How an all-figures date is ordered. */
  readonly order: readonly ('day' | 'month' | 'year')[];
  /** Between the parts of such a date. */
  readonly dateMark: string;
  /** Month names, long and short and without dots, to 1 … 12; the locale's own win over English ones. */
  readonly months: ReadonlyMap<string, number>;
}

const known = new Map<string, LocaleWords>();

/** The words of a BCP 47 locale. Throws a RangeError for a text that is none. */
export function localeWords(locale: string): LocaleWords {
  const words = known.get(locale) ?? makeWords(locale);
  known.set(locale, words);
  return words;
}

function makeWords(locale: string): LocaleWords {
  const latin = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(-1234567.5);
  const mark = (type: string): string => latin.find((part) => part.type === type)?.value ?? '';
  const group = mark('group');
  return {
    locale,
    decimal: mark('decimal') || '.',
    group: /\s/u.test(group) ? '' : group,
    isIndian: latin.filter((part) => part.type === 'integer')[1]?.value.length === 2,
    digits: ownDigits(locale, mark('decimal'), group),
    ...dateOrder(locale),
    months: new Map([...monthNames('en'), ...monthNames(locale)]),
  };
}

function ownDigits(locale: string, decimal: string, group: string): ReadonlyMap<string, string> | undefined {
  const written = [...new Intl.NumberFormat(locale, { useGrouping: false }).format(9_876_543_210)];
  if (written.includes('0')) return undefined;
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.5);
  const mark = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const digits = written.map((digit, index): [string, string] => [digit, String(9 - index)]);
  return new Map([...digits, [mark('decimal'), decimal], [mark('group'), group]]);
}

/** A day that no two parts of can be mixed up. */
const SAMPLE_DAY = Date.UTC(2033, 10, 22);

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', ...options });
}

function dateOrder(locale: string): Pick<LocaleWords, 'order' | 'dateMark'> {
  const parts = dateFormat(locale, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    numberingSystem: 'latn',
  }).formatToParts(SAMPLE_DAY);
  const order = parts.flatMap(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? [type] : []));
  const between = parts[parts.findIndex(({ type }) => type === order[0]) + 1]?.value ?? '';
  return { order, dateMark: /[./-]/.exec(between)?.[0] ?? '-' };
}

function monthNames(locale: string): readonly [string, number][] {
  const styles = [{ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }, { month: 'short', day: 'numeric' }] as const; // prettier-ignore
  return styles.flatMap((style) => {
    const format = dateFormat(locale, style);
    const names = Array.from({ length: 12 }, (_, month): [string, number] => {
      const parts = format.formatToParts(Date.UTC(2033, month, 22));
      return [plainName(parts.find(({ type }) => type === 'month')?.value ?? ''), month + 1];
    });
    return names.filter(([name]) => /^\p{L}/u.test(name));
  });
}

/** A name as it is compared: lower case, without its dot. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll('.', '').trim();
}

const PLAIN = /^[!-~]*$/;

/** Text with the digits 0 to 9, without marks of direction and of no width, blanks of all kinds as one. */
export function plainText(text: string, words: LocaleWords): string {
  // Most cells: the general way below takes several times as long.
  if (PLAIN.test(text)) return text;
  const { digits } = words;
  const latin = digits === undefined ? text : [...text].map((character) => digits.get(character) ?? character).join('');
  return latin
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
