/** How far the screens let assumptions go. */
import { type Day, makeDay } from '../days.ts';

/** The longest horizon, in months. */
export const MAX_HORIZON = 60;
/** The longest bridge, in days. */
export const MAX_BRIDGE_DAYS = 3660;
export const MAX_NOTICE_DAYS = 730;
export const MAX_PRICE = '1000000';

export const FIRST_DAY: Day = makeDay(2020, 1, 1) ?? 0;
export const LAST_DAY: Day = makeDay(2039, 12, 31) ?? 0;
