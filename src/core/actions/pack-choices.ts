/** What the user chooses about an action pack. */
import type { LetterLocale } from '../text/action-pack.ts';
import type { ScheduleField } from './vocabulary.ts';

export const PACK_PARTS = ['json', 'csv', 'calendar', 'letters', 'mail', 'sheet'] as const;
export type PackPart = (typeof PACK_PARTS)[number];

export interface PackChoices {
  readonly locale: LetterLocale;
  /** D-05: the field of an action that says when it is due. */
  readonly scheduleField: ScheduleField;
  /** D-04: whether auto-renew is on beside a move to EST. */
  readonly estAutoRenew: boolean;
  readonly parts: ReadonlySet<PackPart>;
  /** IANA name of the zone of local times. */
  readonly timeZone: string;
}
