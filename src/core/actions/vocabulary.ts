/** The words of a subscription's scheduled actions as Partner Center writes them, and what each goes with. */

export const ACTION_TYPES = ['Cancel', 'RenewToNewTerm', 'RenewToExtendedServiceTerm', 'Transition'] as const;
export type ActionType = (typeof ACTION_TYPES)[number];

/** Numbers under which one distributor's own interface knows them; Partner Center does not. */
export const NUMBERED_ACTIONS: ReadonlyMap<string, ActionType> = new Map([
  ['1', 'RenewToExtendedServiceTerm'],
  ['2', 'RenewToNewTerm'],
  ['3', 'Cancel'],
]);

export const SCHEDULE_TYPES = ['TermEnd', 'CustomDate'] as const;

/** Two names of one field (D-05): Microsoft's documentation has the first, a public client library the second. */
export const SCHEDULE_FIELDS = ['scheduledType', 'scheduleType'] as const;
export type ScheduleField = (typeof SCHEDULE_FIELDS)[number];

/** Billing plans that each term is sold with. */
export const PLANS_OF_TERM: ReadonlyMap<string, readonly string[]> = new Map([
  ['P1M', ['Monthly']],
  ['P1Y', ['Monthly', 'Annual']],
  ['P3Y', ['Monthly', 'Annual', 'Triennial']],
]);

export const BILLING_PLANS = ['Monthly', 'Annual', 'Triennial'] as const;

/** What an answer to GET always has for a licence subscription; without one of them it is no full resource. */
export const FULL_FIELDS = [
  'id',
  'offerId',
  'quantity',
  'billingCycle',
  'termDuration',
  'commitmentEndDate',
  'status',
  'autoRenewEnabled',
] as const;

/** The schema of the action pack's JSON. */
export const ACTIONS_SCHEMA = 'termwise/actions@1';

/** The word of a list that a text is but for its case; undefined: none. */
export function wordLike<T extends string>(words: readonly T[], text: string): T | undefined {
  return words.find((word) => word.toLowerCase() === text.trim().toLowerCase());
}
