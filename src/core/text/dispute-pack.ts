/** The words of a dispute pack by language. */
import type { Language } from '../report/plan.ts';
import { disputePackText as german } from './de/dispute-pack.ts';
import { type DisputePackText, disputePackText as english } from './en/dispute-pack.ts';

export type { DisputePackText } from './en/dispute-pack.ts';

export function disputePackTexts(language: Language): DisputePackText {
  return { en: english, de: german }[language];
}
