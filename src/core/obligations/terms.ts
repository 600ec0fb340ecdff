/** Agreements that the user has signed or has to sign: remembered with the workbook. */

export type Terms = Readonly<Record<string, never>>;

export const NO_TERMS: Terms = {};

/** As it was stored; what is unknown is left out. */
export function readTerms(_value: unknown): Terms {
  return NO_TERMS;
}
