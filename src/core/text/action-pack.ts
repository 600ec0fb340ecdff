/** The words of an action pack by language. */
import { actionPackDe } from './de/action-pack.ts';
import { type ActionPackText, actionPackEn } from './en/action-pack.ts';

export type { ActionPackText } from './en/action-pack.ts';

/** Languages with their number and date formats that letters can be written in. */
export const LETTER_LOCALES = ['en-GB', 'en-US', 'de-DE', 'de-AT', 'de-CH'] as const;
export type LetterLocale = (typeof LETTER_LOCALES)[number];

/** The words of a locale's language. */
export function actionPackText(locale: LetterLocale): ActionPackText {
  return locale.startsWith('de') ? actionPackDe : actionPackEn;
}
