/** Units of meters that count hours. */

const HOURS = /^(\d{1,6})?\s*\/?\s*hours?$/i;

/** Hours in a unit such as `1 Hour` or `100 Hours`; 0 for a unit that counts something else. */
export function hoursOf(unit: string): number {
  const match = HOURS.exec(unit.trim());
  return match ? Number(match[1] ?? 1) : 0;
}

/** Hours of a day. */
export const DAY_HOURS = 24;
