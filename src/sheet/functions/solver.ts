/** The rate at which a function of a rate is 0. */

const NEWTON_STEPS = 60;
/** Growth factors (1 + rate) that are searched, from near total loss to a millionfold. */
const LOWEST = 1e-6;
const STEPS = 600;
const FACTOR = 10 ** (12 / STEPS);

/** A rate above −1 where `f` is 0, found from the guess, else by search, the nearest to the guess; undefined when there is none. */
export function solveRate(f: (rate: number) => number, guess: number): number | undefined {
  return byNewton(f, guess) ?? bySearch(f, guess);
}

function byNewton(f: (rate: number) => number, guess: number): number | undefined {
  let rate = guess;
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const value = f(rate);
    if (value === 0) return rate;
    const width = 1e-6 * Math.max(1e-3, Math.abs(rate));
    const slope = (f(rate + width) - f(rate - width)) / (2 * width);
    const next = rate - value / slope;
    if (!Number.isFinite(next) || next <= -1) return undefined;
    if (Math.abs(next - rate) <= 1e-14 * (1 + Math.abs(next))) return changesSign(f, next) ? next : undefined;
    rate = next;
  }
  return changesSign(f, rate) ? rate : undefined;
}

/** Whether `f` passes 0 close to a rate: a minimum that only comes near 0 does not count. */
function changesSign(f: (rate: number) => number, rate: number): boolean {
  const width = 1e-9 * (1 + Math.abs(rate));
  return f(rate - width) * f(rate + width) <= 0;
}

function bySearch(f: (rate: number) => number, guess: number): number | undefined {
  let found: number | undefined;
  let lower = LOWEST - 1;
  let valueBelow = f(lower);
  for (let step = 1; step <= STEPS; step++) {
    const upper = LOWEST * FACTOR ** step - 1;
    const value = f(upper);
    if (Number.isFinite(value) && Number.isFinite(valueBelow) && value * valueBelow <= 0) {
      const root = bisect(f, lower, upper);
      if (found === undefined || Math.abs(root - guess) < Math.abs(found - guess)) found = root;
    }
    lower = upper;
    valueBelow = value;
  }
  return found;
}

function bisect(f: (rate: number) => number, from: number, to: number): number {
  let low = from;
  let high = to;
  const isRising = f(low) < 0;
  for (let step = 0; step < 200; step++) {
    const mid = (low + high) / 2;
    if (mid === low || mid === high) break;
    if (f(mid) < 0 === isRising) low = mid;
    else high = mid;
  }
  return (low + high) / 2;
}
