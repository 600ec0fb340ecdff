/** Acceptances of customers: what a file or the user says of them, and what they are worth as evidence. */
import type { Day } from '../../days.ts';

/** How a customer accepted. */
export const WAYS = [
  'admin-centre',
  'link',
  'checkout',
  'attested-api',
  'attested-ux',
  'attested-bulk',
  'unknown',
] as const;
export type Way = (typeof WAYS)[number];

/** the customer clicked, the partner says that they accepted, or nothing shows it. */
export const GRADES = ['clicked', 'attested', 'none'] as const;
export type Grade = (typeof GRADES)[number];

/**
 * What is wrong with a customer's acceptance.
 * - `none`: there is none
 * - `legacy`: only of the old Cloud Agreement
 * - `old-attestation`: has to be given again
 * - `after-retirement`: attested by the partner when that had ended
 * - `future`: dated after as-of
 * - `incomplete`: no first name, last name or e-mail
 */
export const FLAGS = ['none', 'legacy', 'old-attestation', 'after-retirement', 'future', 'incomplete'] as const;
export type Flag = (typeof FLAGS)[number];

/** Rule behind each flag. */
export const FLAG_RULES: Readonly<Record<Flag, string>> = {
  'none': 'R-130',
  'legacy': 'R-132',
  'old-attestation': 'R-137',
  'after-retirement': 'R-136',
  'future': 'R-131',
  'incomplete': 'R-131',
}; // prettier-ignore

export const AGREEMENT_TYPES = ['mca', 'legacy'] as const;
export type AgreementType = (typeof AGREEMENT_TYPES)[number];

/** Personal data: of a person who accepted for the customer. */
export interface Contact {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
}

export const CONTACT_FIELDS = ['firstName', 'lastName', 'email', 'phone'] as const satisfies readonly (keyof Contact)[];

/** One acceptance, from a file or typed. */
export interface Acceptance {
  readonly customerId: string;
  readonly type: AgreementType;
  /** UTC; undefined: nobody says when. */
  readonly agreed: Day | undefined;
  readonly way: Way;
  readonly contact: Contact;
  /** As the acceptance names them; empty: it does not. */
  readonly organisation: string;
  readonly reseller: string;
  /** The id of an enhanced attestation, a link, a mail: where the proof is. */
  readonly reference: string;
  /** File and row of it, or the id of a typed entry. */
  readonly source: { readonly file: string; readonly row: number } | { readonly entry: string };
}

/**
 * What an acceptance counts for on a day. `old` and worse have to be given again; `future` and `undated` count for nothing.
 */
export const STANDINGS = ['stands', 'old', 'legacy', 'retired', 'future', 'undated'] as const;
export type Standing = (typeof STANDINGS)[number];
