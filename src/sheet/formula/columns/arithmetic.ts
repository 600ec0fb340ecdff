/** + − × ÷ of parts: exact while the result is sure to fit into safe integers, else on doubles that know their error. */
import {
  type Exact,
  add as addExact,
  fraction,
  multiply as multiplyExact,
  negate,
  subtract as subtractExact,
} from '../../../core/exact.ts';
import { addNumbers } from '../round.ts';
import type { FormulaError } from '../value.ts';
import { add, addConstant, divideBy, multiply, multiplyThree, scaleBy, subtract, subtractFrom } from './loops.ts';
import { BLOCK, MAX_SCALE, type NumberPart, ULP, constantPart, joinErrors, numbers } from './parts.ts';

/** Runs an operation on exact values unless one of them is an error. */
export function onExact(
  a: NumberPart,
  b: NumberPart,
  compute: (x: Exact, y: Exact) => Exact | FormulaError,
): NumberPart['exact'] {
  return (row) => {
    const x = a.exact(row);
    if ('code' in x) return x;
    const y = b.exact(row);
    return 'code' in y ? y : compute(x, y);
  };
}

type Shape = Pick<NumberPart, 'scale' | 'bound' | 'rel' | 'exact'> &
  Partial<Pick<NumberPart, 'isDay' | 'slack' | 'factors'>>;

/** A part that computes its operands, then its own loop. */
export function computed(
  operands: readonly NumberPart[],
  shape: Shape,
  loop: (data: Float64Array, count: number, part: NumberPart) => void,
): NumberPart {
  const joined = new Uint8Array(BLOCK);
  const data = numbers();
  const part: NumberPart = {
    kind: 'number',
    isDay: false,
    ...shape,
    data,
    errors: undefined,
    fill: (block) => {
      for (const operand of operands) operand.fill(block);
      part.errors = joinErrors(joined, block.count, operands);
      loop(data, block.count, part);
    },
  };
  return part;
}

export function valueOfConstant({
  constant = 0,
  exact,
}: NumberPart): { readonly units: number; readonly exact: Exact } | undefined {
  const value = exact(0);
  return 'code' in value ? undefined : { units: constant, exact: value };
}

/** A constant of two constants, when neither is an error. */
function folded(
  a: NumberPart,
  b: NumberPart,
  scale: number,
  units: (x: number, y: number) => number,
  exact: (x: Exact, y: Exact) => Exact,
): NumberPart | undefined {
  if (a.constant === undefined || b.constant === undefined) return undefined;
  const x = valueOfConstant(a);
  const y = valueOfConstant(b);
  return x && y && constantPart(units(x.units, y.units), scale, exact(x.exact, y.exact));
}

export function product(a: NumberPart, b: NumberPart): NumberPart {
  const exact = onExact(a, b, multiplyExact);
  const bound = a.bound * b.bound;
  if (a.scale === undefined || b.scale === undefined) return doubleProduct(asDouble(a), asDouble(b), exact);
  const scale = a.scale + b.scale;
  if (scale > MAX_SCALE || !Number.isSafeInteger(bound)) {
    const factor = 10 ** scale;
    const shape = { scale: undefined, bound: bound / factor, rel: 3 * ULP, exact };
    return computed([a, b], shape, (data, count) => {
      multiply(data, a.data, b.data, count);
      divideBy(data, data, factor, count);
    });
  }
  const constant = folded(a, b, scale, (x, y) => x * y, multiplyExact);
  if (constant) return constant;
  const shape = { scale, bound, rel: 0, exact };
  const factor = b.constant ?? a.constant;
  if (factor === undefined)
    return computed([a, b], { ...shape, factors: [a, b] }, (data, count) => multiply(data, a.data, b.data, count));
  const [other, fixed] = b.constant === undefined ? [b, a] : [a, b];
  if (other.factors) {
    const [x, y] = other.factors;
    return computed([x, y, fixed], shape, (data, count) => multiplyThree(data, x.data, y.data, factor, count));
  }
  return computed([a, b], shape, (data, count) => scaleBy(data, other.data, factor, count));
}

/** Errors of a product of doubles: relative ones add up, absolute ones grow with the other side. */
function doubleProduct(a: NumberPart, b: NumberPart, exact: NumberPart['exact']): NumberPart {
  const bound = a.bound * b.bound;
  if (!a.slack && !b.slack) {
    const shape = { scale: undefined, bound, rel: a.rel + b.rel + 2 * ULP, exact };
    return computed([a, b], shape, (data, count) => multiply(data, a.data, b.data, count));
  }
  const slack = numbers();
  return computed([a, b], { scale: undefined, bound, rel: 0, slack, exact }, (data, count) => {
    for (let i = 0; i < count; i++) {
      const x = a.data[i] ?? 0;
      const y = b.data[i] ?? 0;
      data[i] = x * y;
      slack[i] = Math.abs(x) * slackAt(b, i) + Math.abs(y) * slackAt(a, i) + Math.abs(x * y) * ULP * 2;
    }
  });
}

/** How far the number in a row of the block may be from the exact value. */
export function slackAt({ slack, rel, data }: NumberPart, index: number): number {
  return slack ? (slack[index] ?? 0) : Math.abs(data[index] ?? 0) * rel;
}

/** The same numbers as doubles. */
export function asDouble(part: NumberPart): NumberPart {
  const { scale, constant } = part;
  if (scale === undefined) return part;
  const factor = 10 ** scale;
  const shape = {
    scale: undefined,
    bound: part.bound / factor,
    rel: scale === 0 ? 0 : ULP,
    exact: part.exact,
    isDay: part.isDay,
  };
  const made = computed([part], shape, (data, count) => divideBy(data, part.data, factor, count));
  return constant === undefined
    ? made
    : {
        ...made,
        constant: constant / factor,
        data: numbers().fill(constant / factor),
        fill: () => undefined,
        errors: part.errors,
      };
}

/** Two exact parts in units of the larger scale; undefined where these could be too large. */
export function aligned(
  a: NumberPart,
  b: NumberPart,
): readonly [a: NumberPart, b: NumberPart, scale: number] | undefined {
  if (a.scale === undefined || b.scale === undefined) return undefined;
  const scale = Math.max(a.scale, b.scale);
  const x = atScale(a, scale);
  const y = atScale(b, scale);
  return x && y && [x, y, scale];
}

/** The same numbers in smaller units; undefined where they could be too large. */
export function atScale(part: NumberPart, scale: number): NumberPart | undefined {
  if (part.scale === scale) return part;
  if (part.finer) return part.finer(scale);
  const factor = 10 ** (scale - (part.scale ?? 0));
  const bound = part.bound * factor;
  if (!Number.isSafeInteger(bound)) return undefined;
  if (part.constant !== undefined && part.errors === undefined) {
    const value = valueOfConstant(part);
    if (value) return { ...constantPart(part.constant * factor, scale, value.exact), isDay: part.isDay };
  }
  return computed([part], { scale, bound, rel: 0, exact: part.exact, isDay: part.isDay }, (data, count) =>
    scaleBy(data, part.data, factor, count),
  );
}

export function sum(a: NumberPart, b: NumberPart): NumberPart {
  const exact = onExact(a, b, addExact);
  const isDay = a.isDay !== b.isDay;
  const both = aligned(a, b);
  const bound = both ? both[0].bound + both[1].bound : Infinity;
  if (!both || !Number.isSafeInteger(bound)) return doubleSum(asDouble(a), asDouble(b), 1, { exact, isDay });
  const [x, y, scale] = both;
  const constant = folded(x, y, scale, (m, n) => m + n, addExact);
  if (constant) return constant;
  const shape = { scale, bound, rel: 0, exact, isDay };
  const fixed = y.constant ?? x.constant;
  if (fixed === undefined) return computed([x, y], shape, (data, count) => add(data, x.data, y.data, count));
  const other = y.constant === undefined ? y : x;
  return computed([x, y], shape, (data, count) => addConstant(data, other.data, fixed, count));
}

export function difference(a: NumberPart, b: NumberPart): NumberPart {
  const exact = onExact(a, b, subtractExact);
  const isDay = a.isDay && !b.isDay;
  const both = aligned(a, b);
  const bound = both ? both[0].bound + both[1].bound : Infinity;
  if (!both || !Number.isSafeInteger(bound)) return doubleSum(asDouble(a), asDouble(b), -1, { exact, isDay });
  const [x, y, scale] = both;
  const constant = folded(x, y, scale, (m, n) => m - n, subtractExact);
  if (constant) return constant;
  const shape = { scale, bound, rel: 0, exact, isDay };
  if (y.constant !== undefined) {
    const fixed = -y.constant;
    return computed([x, y], shape, (data, count) => addConstant(data, x.data, fixed, count));
  }
  if (x.constant === undefined) return computed([x, y], shape, (data, count) => subtract(data, x.data, y.data, count));
  const from = x.constant;
  return computed([x, y], shape, (data, count) => subtractFrom(data, from, y.data, count));
}

function doubleSum(a: NumberPart, b: NumberPart, sign: 1 | -1, rest: Pick<NumberPart, 'exact' | 'isDay'>): NumberPart {
  const slack = numbers();
  return computed([a, b], { scale: undefined, bound: a.bound + b.bound, rel: 0, slack, ...rest }, (data, count) => {
    for (let i = 0; i < count; i++) {
      const result = addNumbers(a.data[i] ?? 0, sign * (b.data[i] ?? 0));
      data[i] = result;
      slack[i] = slackAt(a, i) + slackAt(b, i) + Math.abs(result) * ULP;
    }
  });
}

export function negation(a: NumberPart): NumberPart {
  const exact = (row: number): Exact | FormulaError => {
    const value = a.exact(row);
    return 'code' in value ? value : negate(value);
  };
  if (a.constant !== undefined && a.errors === undefined) {
    const value = valueOfConstant(a);
    if (value) return constantPart(0 - a.constant, a.scale, negate(value.exact));
  }
  const { scale, bound, rel, slack } = a;
  return computed([a], { scale, bound, rel, exact, ...(slack && { slack }) }, (data, count) =>
    subtractFrom(data, 0, a.data, count),
  );
}

/** A hundredth. */
export function percent(a: NumberPart): NumberPart {
  return product(a, constantPart(1, 2, fraction(1, 100)));
}
