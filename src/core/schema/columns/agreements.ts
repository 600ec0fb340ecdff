/** Customer agreements: who accepted for which customer, when and how. */
import type { Kinds } from './kinds.ts';

/**
 * Columns of `agreements`. The contact (`firstName`, `lastName`, `email`, `phone`) is personal data: it is shown in the register and
 * taken into no report, recipe or consultant’s edition.
 */
export const AGREEMENT_COLUMNS = {
  /** Of the request's own address; empty when the answer does not hold it. */
  customerId: 'text',
  type: 'text',
  templateId: 'text',
  dateAgreed: 'day',
  agreementLink: 'text',
  /** A way of `core/obligations/mca/types.ts`, or `listed`: listed by the API, which does not say how. Other words stay as they came. */
  way: 'text',
  firstName: 'text',
  lastName: 'text',
  email: 'text',
  phone: 'text',
  /** The customer's name in the acceptance. */
  organisation: 'text',
  /** Who took the acceptance. */
  reseller: 'text',
  attestationId: 'text',
} as const satisfies Kinds;

/** The columns that say who a person is and how to reach them. */
export const CONTACT_COLUMNS = [
  'firstName',
  'lastName',
  'email',
  'phone',
] as const satisfies readonly (keyof typeof AGREEMENT_COLUMNS)[];
