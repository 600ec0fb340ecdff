/** How a CSV file writes numbers, days and its separators. */
import { type LocaleWords, localeWords } from '../../core/locale-words.ts';

export interface CsvStyle {
  readonly separator: ',' | ';' | '\t';
  /** The decimal mark and the order of days. */
  readonly words: LocaleWords;
  /** `iso`: `2026-12-31`; `local`: in the order of the locale. */
  readonly days: 'iso' | 'local';
}

/** For programs: commas, decimal points, ISO days. */
export const PROGRAM_STYLE: CsvStyle = { separator: ',', words: localeWords('en-US'), days: 'iso' };

/** What a spreadsheet set to a locale opens with a double click: `;` where the comma is the decimal mark. */
export function csvStyle(locale: string): CsvStyle {
  const words = localeWords(locale);
  return { separator: words.decimal === ',' ? ';' : ',', words, days: 'local' };
}
