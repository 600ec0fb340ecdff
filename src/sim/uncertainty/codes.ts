/** Whole numbers that draws give. */
import type { DecidedOutcome } from '../../core/scenario/scenario.ts';

/** Codes of outcomes, in the order in which a draw passes them. */
export const RENEWS = 0;
export const CANCELS = 1;
export const EST = 2;
/** Outcomes by their codes. */
export const DECIDED: readonly DecidedOutcome[] = ['renews', 'cancels', 'est'];

/** Factors of seats, prices and rates are in millionths. */
export const UNCHANGED = 1_000_000;
/** No factor and no number of days is larger. */
export const LARGEST = 2_000_000_000;
