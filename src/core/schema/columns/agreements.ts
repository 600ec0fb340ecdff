/** Customer agreements. */
import type { Kinds } from './kinds.ts';

/** Columns of `agreements`. The contacts that the API gives are personal data and are not taken over. */
export const AGREEMENT_COLUMNS = {
  /** Of the request's own address; empty when the answer does not hold it. */
  customerId: 'text',
  type: 'text',
  templateId: 'text',
  dateAgreed: 'day',
  agreementLink: 'text',
} as const satisfies Kinds;
