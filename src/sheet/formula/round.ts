/**
 * Rounding as a spreadsheet shows it: a number is taken for the 15 significant digits that it shows, so that 1.005, which
 * a double holds as 1.00499…, rounds to 1.01, and 4.35 × 100 is 435 for INT.
 */

/** What Excel keeps of a number. */
const SIGNIFICANT = 15;

/** Beyond this a double has no digits after the point left to round. */
const WHOLE = 2 ** 52;

/** Two doubles further apart than this, in relation to the larger, differ within 15 digits. */
const CLOSE = 1e-14;

/** Relative width of a result of + or − that is taken for 0: 2^−48. */
const NEARLY = 2 ** -48;

/** The number that the first 15 significant digits of a number write. */
export function to15(value: number): number {
  return Number(value.toPrecision(SIGNIFICANT));
}

/** Whether two numbers show the same 15 significant digits: `0.1+0.2=0.3`. */
export function sameNumber(a: number, b: number): boolean {
  if (a === b) return true;
  if (Math.abs(a - b) > CLOSE * Math.max(Math.abs(a), Math.abs(b))) return false;
  return to15(a) === to15(b);
}

/** `a + b`, 0 where the two nearly cancel out (`0.1+0.2-0.3`), as in Excel. */
export function addNumbers(a: number, b: number): number {
  const sum = a + b;
  return Math.abs(sum) < NEARLY * Math.abs(a) ? 0 : sum;
}

/** `a − b`, 0 where the two are nearly the same. */
export function subtractNumbers(a: number, b: number): number {
  return addNumbers(a, -b);
}

/** A number's way to a whole number of steps, given how many steps it is; not negative. */
type Cut = (steps: number) => number;

/**
 * Steps of 10^−digits in a magnitude, and the whole number that `cut` makes of them. Where the steps lie within reach of
 * a border (a tie, a whole number) they are counted again from the digits that the number shows.
 */
function inSteps(magnitude: number, digits: number, cut: Cut): number {
  if (digits >= 0 && magnitude >= WHOLE) return magnitude;
  if (digits > 300) return magnitude;
  const steps = digits >= 0 ? magnitude * 10 ** digits : magnitude / 10 ** -digits;
  if (steps >= WHOLE) return magnitude;
  const doubled = steps * 2;
  const isNearBorder = Math.abs(doubled - Math.floor(doubled + 0.5)) <= doubled * CLOSE + Number.MIN_VALUE;
  const whole = cut(isNearBorder ? shownSteps(magnitude, digits) : steps);
  return digits > 22 || digits < -22
    ? Number(`${whole}e${-digits}`)
    : digits >= 0
      ? whole / 10 ** digits
      : whole * 10 ** -digits;
}

/** The same number of steps, from the digits that the number shows: the point of a decimal text is moved. */
function shownSteps(magnitude: number, digits: number): number {
  const [shown = '', exponent = '0'] = magnitude.toExponential(SIGNIFICANT - 1).split('e');
  return Number(`${shown}e${Number(exponent) + digits}`);
}

const halfUp: Cut = (steps) => Math.floor(steps + 0.5);

/**
 * A number rounded half away from zero.
 * @param digits whole number of digits after the point; negative: before it
 */
export function roundHalfAway(value: number, digits: number): number {
  return value < 0 ? -inSteps(-value, digits, halfUp) : inSteps(value, digits, halfUp);
}

/** A number rounded away from zero (ROUNDUP). */
export function roundUp(value: number, digits: number): number {
  return value < 0 ? -inSteps(-value, digits, Math.ceil) : inSteps(value, digits, Math.ceil);
}

/** A number rounded towards zero (ROUNDDOWN, TRUNC). */
export function roundDown(value: number, digits: number): number {
  return value < 0 ? -inSteps(-value, digits, Math.floor) : inSteps(value, digits, Math.floor);
}

/** The largest whole number that is not above a number (INT). */
export function floorNumber(value: number): number {
  return value < 0 ? -inSteps(-value, 0, Math.ceil) : inSteps(value, 0, Math.floor);
}
