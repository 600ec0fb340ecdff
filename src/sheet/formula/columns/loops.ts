/** The loops. Each is one shape of work over numbers of one kind, so that it compiles to what was written by hand. */

type Numbers = Float64Array;

/** Sums with 0 make 0 of −0. */
export function multiply(out: Numbers, a: Numbers, b: Numbers, count: number): void {
  for (let i = 0; i < count; i++) out[i] = (a[i] ?? 0) * (b[i] ?? 0) + 0;
}

export function multiplyThree(out: Numbers, a: Numbers, b: Numbers, factor: number, count: number): void {
  for (let i = 0; i < count; i++) out[i] = (a[i] ?? 0) * (b[i] ?? 0) * factor + 0;
}

export function scaleBy(out: Numbers, a: Numbers, factor: number, count: number): void {
  for (let i = 0; i < count; i++) out[i] = (a[i] ?? 0) * factor + 0;
}

export function divideBy(out: Numbers, a: Numbers, divisor: number, count: number): void {
  for (let i = 0; i < count; i++) out[i] = (a[i] ?? 0) / divisor;
}

/** `a / b`, then divided and multiplied by powers of ten, one of which is 1. Says whether there was a division by 0. */
export function divide(out: Numbers, a: Numbers, b: Numbers, divisor: number, factor: number, count: number): boolean {
  let hasZero = false;
  for (let i = 0; i < count; i++) {
    const by = b[i] ?? 0;
    if (by === 0) hasZero = true;
    out[i] = ((a[i] ?? 0) / by / divisor) * factor;
  }
  return hasZero;
}

export function add(out: Numbers, a: Numbers, b: Numbers, count: number): void {
  for (let i = 0; i < count; i++) out[i] = (a[i] ?? 0) + (b[i] ?? 0);
}

export function addConstant(out: Numbers, a: Numbers, constant: number, count: number): void {
  for (let i = 0; i < count; i++) out[i] = (a[i] ?? 0) + constant;
}

export function subtract(out: Numbers, a: Numbers, b: Numbers, count: number): void {
  for (let i = 0; i < count; i++) out[i] = (a[i] ?? 0) - (b[i] ?? 0);
}

export function subtractFrom(out: Numbers, constant: number, a: Numbers, count: number): void {
  for (let i = 0; i < count; i++) out[i] = constant - (a[i] ?? 0);
}

export function absolute(out: Numbers, a: Numbers, count: number): void {
  for (let i = 0; i < count; i++) out[i] = Math.abs(a[i] ?? 0);
}

export function smallest(out: Numbers, a: Numbers, b: Numbers, count: number): void {
  for (let i = 0; i < count; i++) out[i] = Math.min(a[i] ?? 0, b[i] ?? 0);
}

export function largest(out: Numbers, a: Numbers, b: Numbers, count: number): void {
  for (let i = 0; i < count; i++) out[i] = Math.max(a[i] ?? 0, b[i] ?? 0);
}

/** Numbers where the conditions hold, others elsewhere. */
export function choose(out: Numbers, flags: Uint8Array, a: Numbers, b: Numbers, count: number): void {
  for (let i = 0; i < count; i++) out[i] = (flags[i] === 1 ? a[i] : b[i]) ?? 0;
}

/** The same for whole units, without a branch. */
export function chooseUnits(out: Numbers, flags: Uint8Array, a: Numbers, b: Numbers, count: number): void {
  for (let i = 0; i < count; i++) {
    const flag = flags[i] ?? 0;
    out[i] = flag * (a[i] ?? 0) + (1 - flag) * (b[i] ?? 0);
  }
}

export type RoundingMode = 'half' | 'up' | 'down' | 'floor';

/** Units of at most this are rounded by a division whose result is right to the last bit that matters. */
const EASY = 2 ** 50;

/** Whole units rounded to multiples of `step`; each step counts `factor` in the result. */
export function roundUnits(
  out: Numbers,
  a: Numbers,
  { step, mode, bound, factor }: { step: number; mode: RoundingMode; bound: number; factor: number },
  count: number,
): void {
  if (mode === 'half' && bound <= EASY) {
    for (let i = 0; i < count; i++) {
      const units = a[i] ?? 0;
      out[i] = (units < 0 ? 0 - Math.floor(0.5 - units / step) : Math.floor(units / step + 0.5)) * factor + 0;
    }
    return;
  }
  for (let i = 0; i < count; i++) out[i] = roundOne(a[i] ?? 0, step, mode) * factor + 0;
}

/**
 * Doubles rounded half away from zero to whole steps. `redo` is set where the number may lie on either side of a half.
 * @param rel relative error of the numbers times `factor`
 */
export function roundDoubles(
  out: Numbers,
  a: Numbers,
  { factor, rel, redo }: { factor: number; rel: number; redo: Uint8Array },
  count: number,
): boolean {
  let hasRedo = false;
  for (let i = 0; i < count; i++) {
    const steps = (a[i] ?? 0) * factor;
    const size = Math.abs(steps);
    const whole = Math.floor(size + 0.5);
    // From the half below or above that the number would have to cross.
    const away = 0.5 - Math.abs(size - whole);
    if (away <= size * rel) {
      redo[i] = 1;
      hasRedo = true;
    }
    out[i] = steps < 0 ? 0 - whole : whole;
  }
  return hasRedo;
}

function roundOne(units: number, step: number, mode: RoundingMode): number {
  const size = Math.abs(units);
  const rest = size % step;
  const whole = (size - rest) / step;
  const isNegative = units < 0;
  const isUp =
    mode === 'half' ? rest * 2 >= step : mode === 'up' ? rest > 0 : mode === 'floor' ? isNegative && rest > 0 : false;
  const rounded = isUp ? whole + 1 : whole;
  return isNegative ? 0 - rounded : rounded;
}
