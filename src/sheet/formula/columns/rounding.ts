/** ROUND, ROUNDUP, ROUNDDOWN, TRUNC and INT of parts. Rows that lie near a border are marked to be computed exactly. */
import { type Exact, fraction, roundHalfAway as roundBig } from '../../../core/exact.ts';
import { floorNumber, roundDown, roundHalfAway, roundUp } from '../round.ts';
import type { FormulaError } from '../value.ts';
import { slackAt } from './arithmetic.ts';
import { type RoundingMode, roundDoubles, roundUnits } from './loops.ts';
import { BLOCK, MAX_SCALE, NoVectors, type NumberPart, ULP, joinErrors, markRedo, numbers } from './parts.ts';

/** An exact value rounded to a number of digits after the point (negative: before it). */
export function roundExact(value: Exact, digits: number, mode: RoundingMode): Exact {
  const power = 10n ** BigInt(Math.abs(digits));
  const n = digits >= 0 ? value.n * power : value.n;
  const d = digits >= 0 ? value.d : value.d * power;
  const whole = wholeOf(n, d, mode);
  return digits >= 0 ? fraction(whole, power) : fraction(whole * power);
}

function wholeOf(n: bigint, d: bigint, mode: RoundingMode): bigint {
  if (mode === 'half') return roundBig(n, d);
  const cut = n / d;
  if (n % d === 0n || mode === 'down') return cut;
  const isNegative = n < 0n;
  if (mode === 'floor') return isNegative ? cut - 1n : cut;
  return isNegative ? cut - 1n : cut + 1n;
}

/** Rounds a part to a number of digits that is the same in all rows. */
export function rounded(a: NumberPart, digits: number, mode: RoundingMode): NumberPart {
  if (Math.abs(digits) > MAX_SCALE) throw new NoVectors();
  const exact = (row: number): Exact | FormulaError => {
    const value = a.exact(row);
    return 'code' in value ? value : roundExact(value, digits, mode);
  };
  return a.scale === undefined ? roundedDouble(a, digits, mode, exact) : roundedUnits(a, a.scale, digits, mode, exact);
}

function roundedUnits(
  a: NumberPart,
  scale: number,
  digits: number,
  mode: RoundingMode,
  exact: NumberPart['exact'],
): NumberPart {
  if (digits >= scale) return a;
  const step = 10 ** (scale - digits);
  const steps = Math.floor(a.bound / step) + 1;
  /** The rounded numbers in units of a scale that holds them. */
  const inUnits = (kept: number): NumberPart | undefined => {
    const factor = 10 ** (kept - digits);
    if (!Number.isSafeInteger(steps * factor)) return undefined;
    const how = { step, mode, bound: a.bound, factor };
    const shape = { scale: kept, bound: steps * factor, rel: 0, exact, finer: inUnits };
    return made(a, shape, (data, count) => roundUnits(data, a.data, how, count));
  };
  // Tens and hundreds are written in whole units.
  const part = inUnits(Math.max(digits, 0));
  if (!part) throw new NoVectors();
  return part;
}

type Shape = Pick<NumberPart, 'scale' | 'bound' | 'rel' | 'exact' | 'finer'>;

function made(a: NumberPart, shape: Shape, loop: (data: Float64Array, count: number) => void): NumberPart {
  const data = numbers();
  const joined = new Uint8Array(BLOCK);
  const part: NumberPart = {
    kind: 'number',
    isDay: false,
    ...shape,
    data,
    errors: undefined,
    fill: (block) => {
      a.fill(block);
      part.errors = joinErrors(joined, block.count, [a]);
      loop(data, block.count);
    },
  };
  return part;
}

/** Steps beyond this have no place for a half. */
const MAX_STEPS = 2 ** 51;

const ONE_BY_ONE = {
  half: roundHalfAway,
  up: roundUp,
  down: roundDown,
  floor: (value: number) => floorNumber(value),
} as const;

function roundedDouble(a: NumberPart, digits: number, mode: RoundingMode, exact: NumberPart['exact']): NumberPart {
  const factor = 10 ** digits;
  const isExact = digits >= 0 && a.bound * factor < MAX_STEPS;
  const isPlain = isExact && mode === 'half' && !a.slack;
  const data = numbers();
  const joined = new Uint8Array(BLOCK);
  const shape = isExact
    ? { scale: digits, bound: Math.ceil(a.bound * factor) + 1, rel: 0 }
    : { scale: undefined, bound: a.bound * 2, rel: ULP };
  const part: NumberPart = {
    kind: 'number',
    isDay: false,
    ...shape,
    data,
    errors: undefined,
    exact,
    fill: (block) => {
      a.fill(block);
      part.errors = joinErrors(joined, block.count, [a]);
      if (isPlain && !part.errors) {
        // The multiplication has an error of its own; twice the sum, to be safe.
        const how = { factor, rel: 2 * (a.rel + 2 * ULP), redo: block.redo };
        if (roundDoubles(data, a.data, how, block.count)) block.hasRedo = true;
        return;
      }
      for (let i = 0; i < block.count; i++) {
        const value = a.data[i] ?? 0;
        const steps = value * factor;
        // The multiplication has an error of its own.
        const reach = slackAt(a, i) * factor + Math.abs(steps) * ULP * 2;
        if (isNearBorder(Math.abs(steps), reach, mode) && !part.errors?.[i]) markRedo(block, i);
        data[i] = isExact ? wholeSteps(steps, mode) : ONE_BY_ONE[mode](value, digits);
      }
    },
  };
  return part;
}

/** Whether a number of steps may lie on the other side of a border, or on it. */
function isNearBorder(steps: number, reach: number, mode: RoundingMode): boolean {
  if (reach === 0) return false;
  if (!(reach < 0.25)) return true;
  const toBorder =
    mode === 'half' ? Math.abs(steps - Math.floor(steps) - 0.5) : Math.abs(steps - Math.floor(steps + 0.5));
  return toBorder <= reach * 2 + Number.MIN_VALUE;
}

function wholeSteps(steps: number, mode: RoundingMode): number {
  if (mode === 'floor') return Math.floor(steps);
  const size = Math.abs(steps);
  const whole = mode === 'half' ? Math.floor(size + 0.5) : mode === 'up' ? Math.ceil(size) : Math.floor(size);
  return steps < 0 ? 0 - whole : whole;
}
