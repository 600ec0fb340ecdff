/** What the forms of the register hold, and what is wrong in it. */
import { type Day, dayToText, parseDay } from '../../../core/days.ts';
import { type McaDays, gradeOf, isComplete } from '../../../core/obligations/mca/standing.ts';
import type { McaCustomer } from '../../../sim/obligations/mca/types.ts';
import type { PlannedAction, RegisterEntry } from '../../../core/obligations/register.ts';
import { mcaText } from '../../../core/text/en/obligations-mca.ts';
import type { Format } from '../../../core/format.ts';

const { errors } = mcaText.form;

export type FormKind = 'entry' | 'request' | 'note' | 'plan';

/** Which form is open, and what about. */
export interface OpenForm {
  readonly kind: FormKind;
  readonly customerId: string;
  /** The entry that is changed; undefined: a new one. */
  readonly entry?: RegisterEntry | undefined;
}

/** Text by the field's name; what is fine is not there. */
export type FormErrors = Readonly<
  Partial<Record<'customerId' | 'day' | 'email' | 'text' | 'worth' | 'currency', string>>
>;

type Entered = readonly (readonly [keyof FormErrors, string | undefined])[];

function errorsOf(found: Entered): FormErrors {
  return Object.fromEntries(found.filter(([, words]) => words !== undefined));
}

const needs = (text: string, words: string): string | undefined => (text.trim() === '' ? words : undefined);

export function blankEntry(id: string, customerId: string, asOf: Day): RegisterEntry {
  return {
    ...{ id, customerId, type: 'mca', agreed: dayToText(asOf), way: 'link' },
    contact: { firstName: '', lastName: '', email: '', phone: '' },
    ...{ organisation: '', reseller: '', reference: '' },
  };
}

/** What keeps an entry from being saved. @param today the user's day in UTC */
export function entryErrors({ customerId, agreed, contact }: RegisterEntry, today: Day): FormErrors {
  const day = parseDay(agreed);
  const email = contact.email.trim();
  return errorsOf([
    ['customerId', needs(customerId, errors.customerId)],
    ['day', day === undefined ? errors.day : day > today ? errors.future : undefined],
    ['email', email === '' || /^\S+@\S+$/.test(email) ? undefined : errors.email],
  ]);
}

/** What is saved all the same, but flagged. */
export function entryWarnings(
  { agreed, way, contact }: RegisterEntry,
  days: McaDays,
  format: Format,
): readonly string[] {
  const day = parseDay(agreed);
  const { retired } = days;
  const isLate = retired !== undefined && day !== undefined && day >= retired && gradeOf(way) === 'attested';
  return [
    ...(isLate ? [errors.retired(format.day(retired))] : []),
    ...(isComplete(contact) ? [] : [mcaText.form.incomplete]),
  ];
}

export function remarkErrors(customerId: string, words: string): FormErrors {
  return errorsOf([
    ['customerId', needs(customerId, errors.customerId)],
    ['text', needs(words, errors.text)],
  ]);
}

export function planErrors({ customerId, what, by, worth, currency }: PlannedAction): FormErrors {
  const isAmount = /^\d{1,15}(?:\.\d{1,4})?$/.test(worth);
  return errorsOf([
    ['customerId', needs(customerId, errors.customerId)],
    ['text', needs(what, errors.text)],
    ['day', parseDay(by) === undefined ? errors.day : undefined],
    ['worth', worth === '' || isAmount ? undefined : errors.worth],
    ['currency', worth === '' || /^[A-Z]{3}$/.test(currency) ? undefined : errors.currency],
  ]);
}

/** The currency in which most is known of a customer. */
export function currencyOf(customer: McaCustomer | undefined): string {
  return customer?.actions.find(({ currency }) => currency !== '')?.currency ?? 'USD';
}
