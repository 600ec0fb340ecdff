/**
 * The MCA register: what the user entered about customers’ acceptances, what they plan, and the log of both. It stands apart from the
 * customer records and never changes them. Remembered with the workbook.
 */
import { type Day, dayToText, parseDay } from '../days.ts';
import { type ActionKind, ACTION_KINDS } from './mca/blocks.ts';
import { type Log, EMPTY_LOG } from './mca/log.ts';
import { fieldsOf, textOf, wordOf } from './mca/read-fields.ts';
import { readLog } from './mca/read-log.ts';
import { type Acceptance, AGREEMENT_TYPES, type Contact, WAYS } from './mca/types.ts';

/** An acceptance that the user typed. */
export interface RegisterEntry extends Omit<Acceptance, 'agreed' | 'source'> {
  readonly id: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly agreed: string;
}

/** Something that the user plans to buy or change for a customer, beside what the scenario decides. */
export interface PlannedAction {
  readonly id: string;
  readonly customerId: string;
  readonly kind: ActionKind;
  readonly what: string;
  /** `YYYY-MM-DD`, UTC: the day by which it is to be done. */
  readonly by: string;
  /** A year, decimal text in major units; empty: not said. */
  readonly worth: string;
  readonly currency: string;
}

export interface Register {
  readonly entries: readonly RegisterEntry[];
  readonly plans: readonly PlannedAction[];
  readonly log: Log;
}

export const NO_REGISTER: Register = { entries: [], plans: [], log: EMPTY_LOG };

/** As it was stored; entries that cannot be read are left out, and the log shows where it was broken. */
export function readRegister(value: unknown): Register {
  const { entries, plans, log } = fieldsOf(value) ?? {};
  if (!Array.isArray(entries)) return NO_REGISTER;
  return {
    entries: entries.flatMap((one: unknown) => readEntry(one) ?? []),
    plans: (Array.isArray(plans) ? plans : []).flatMap((one: unknown) => readPlanned(one) ?? []),
    log: readLog(log),
  };
}

/** An entry as an acceptance. */
export function acceptanceOf({ id, agreed, ...rest }: RegisterEntry): Acceptance {
  return { ...rest, agreed: parseDay(agreed), source: { entry: id } };
}

function readEntry(value: unknown): RegisterEntry | undefined {
  const fields = fieldsOf(value);
  if (!fields) return undefined;
  const { id, customerId, type, agreed, way, contact, organisation, reseller, reference } = fields;
  const day = dayText(agreed);
  if (textOf(id) === '' || textOf(customerId) === '' || day === undefined) return undefined;
  return {
    id: textOf(id),
    customerId: textOf(customerId),
    type: wordOf(AGREEMENT_TYPES, type) ?? 'legacy',
    agreed: day,
    way: wordOf(WAYS, way) ?? 'unknown',
    contact: readContact(contact),
    organisation: textOf(organisation),
    reseller: textOf(reseller),
    reference: textOf(reference),
  };
}

function readContact(value: unknown): Contact {
  const { firstName, lastName, email, phone } = fieldsOf(value) ?? {};
  return { firstName: textOf(firstName), lastName: textOf(lastName), email: textOf(email), phone: textOf(phone) };
}

const DECIMAL = /^\d{1,15}(?:\.\d{1,4})?$/;

function readPlanned(value: unknown): PlannedAction | undefined {
  const fields = fieldsOf(value);
  if (!fields) return undefined;
  const { id, customerId, kind, what, by, worth, currency } = fields;
  const day = dayText(by);
  const known = wordOf(ACTION_KINDS, kind);
  if (textOf(id) === '' || textOf(customerId) === '' || day === undefined || known === undefined) return undefined;
  return {
    ...{ id: textOf(id), customerId: textOf(customerId), kind: known, what: textOf(what), by: day },
    worth: DECIMAL.test(textOf(worth)) ? textOf(worth) : '',
    currency: /^[A-Z]{3}$/.test(textOf(currency)) ? textOf(currency) : '',
  };
}

function dayText(value: unknown): string | undefined {
  const day: Day | undefined = parseDay(textOf(value));
  return day === undefined ? undefined : dayToText(day);
}
