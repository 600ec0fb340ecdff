/** Agreements that the user has signed or has to sign: remembered with the workbook. Their dates are in `terms/dates.ts`. */
export { NO_TERMS, readTerms } from './terms/read.ts';
export type { Agreement, Terms } from './terms/types.ts';
