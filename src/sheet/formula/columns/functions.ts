/** The functions that run as vectors. All others run row by row, or once where they are the same in all rows. */
import { type Exact, fraction, larger, negate, smaller } from '../../../core/exact.ts';
import type { FormulaError } from '../value.ts';
import { aligned, asDouble, computed, onExact, sum } from './arithmetic.ts';
import { chosen } from './choice.ts';
import { inverted, joined, numberOfFlag, truth } from './conditions.ts';
import { isFault } from './constants.ts';
import { type RoundingMode, absolute, largest, smallest } from './loops.ts';
import { BLOCK, type FlagPart, NoVectors, type NumberPart, type Part } from './parts.ts';
import { rounded } from './rounding.ts';

type VectorFunction = (args: readonly Part[]) => Part;

/** A part as a number; texts are left to the evaluation by rows. */
export function numberPart(part: Part | undefined): NumberPart {
  if (part === undefined || part.kind === 'text') throw new NoVectors();
  return part.kind === 'number' ? part : numberOfFlag(part, (flag) => fraction(flag ? 1 : 0));
}

/** Digits that are the same in all rows. */
function digitsOf(part: Part | undefined): number {
  if (part === undefined) return 0;
  const { constant, scale, errors } = numberPart(part);
  if (constant === undefined || errors !== undefined) throw new NoVectors();
  return Math.trunc(constant / 10 ** (scale ?? 0));
}

function rounding(mode: RoundingMode): VectorFunction {
  return ([value, digits]) => rounded(numberPart(value), digitsOf(digits), mode);
}

function absoluteOf(a: NumberPart): NumberPart {
  const { scale, bound, rel, slack } = a;
  const exact = (row: number): Exact | FormulaError => {
    const value = a.exact(row);
    return isFault(value) || value.n >= 0n ? value : negate(value);
  };
  return computed([a], { scale, bound, rel, exact, ...(slack && { slack }) }, (data, count) =>
    absolute(data, a.data, count),
  );
}

type Pick = (out: Float64Array, a: Float64Array, b: Float64Array, count: number) => void;

/** MIN and MAX. Empty cells do not count there, so they are left to the evaluation by rows. */
function extreme(loop: Pick, exactOf: (a: Exact, b: Exact) => Exact): VectorFunction {
  const two = (a: NumberPart, b: NumberPart): NumberPart => {
    if (a.slack || b.slack) throw new NoVectors();
    const both = aligned(a, b);
    const [x, y] = both ?? [asDouble(a), asDouble(b)];
    const shape = {
      scale: both?.[2],
      bound: Math.max(x.bound, y.bound),
      rel: Math.max(x.rel, y.rel),
      isDay: a.isDay && b.isDay,
      exact: onExact(a, b, exactOf),
    };
    return computed([x, y], shape, (data, count) => loop(data, x.data, y.data, count));
  };
  return (args) => counted(args).reduce(two);
}

/** Arguments of functions that add up or compare cells: only numbers, none of them empty. */
function counted(args: readonly Part[]): NumberPart[] {
  return args.map((arg) => {
    if (arg.kind !== 'number' || arg.hasEmpty === true) throw new NoVectors();
    return arg;
  });
}

function total(args: readonly Part[]): Part {
  return args
    .map((arg) => {
      if (arg.kind !== 'number') throw new NoVectors();
      return arg;
    })
    .reduce(sum);
}

/** The same part for several readers: it computes each block once. */
export function shared<P extends Part>(part: P): P {
  const fill = part.fill;
  let last: object | undefined;
  part.fill = (block) => {
    if (last === block) return;
    last = block;
    fill(block);
  };
  return part;
}

/** IFERROR: where the first is an error, the second. */
function unlessError([value, other]: readonly Part[]): Part {
  const first = shared(numberPart(value));
  const data = new Uint8Array(BLOCK);
  const isRight: FlagPart = {
    kind: 'flag',
    data,
    errors: undefined,
    exact: (row) => !isFault(first.exact(row)),
    fill: (block) => {
      first.fill(block);
      const { errors } = first;
      for (let i = 0; i < block.count; i++) data[i] = errors?.[i] ? 0 : 1;
    },
  };
  return chosen(isRight, first, numberPart(other));
}

function branch([condition, yes, no]: readonly Part[]): Part {
  if (condition === undefined || yes === undefined || no === undefined) throw new NoVectors();
  return chosen(truth(condition), yes, no);
}

function negated([condition]: readonly Part[]): Part {
  if (condition === undefined) throw new NoVectors();
  return inverted(truth(condition));
}

/** By name. */
export const VECTOR_FUNCTIONS: ReadonlyMap<string, VectorFunction> = new Map<string, VectorFunction>([
  ['ROUND', rounding('half')],
  ['ROUNDUP', rounding('up')],
  ['ROUNDDOWN', rounding('down')],
  ['TRUNC', rounding('down')],
  ['INT', rounding('floor')],
  ['ABS', ([value]) => absoluteOf(numberPart(value))],
  ['MIN', extreme(smallest, smaller)],
  ['MAX', extreme(largest, larger)],
  ['SUM', total],
  ['IF', branch],
  ['IFERROR', unlessError],
  ['AND', (args) => joined(args.map(truth), 1)],
  ['OR', (args) => joined(args.map(truth), 0)],
  ['NOT', negated],
]);

/** Those that would read blocks whole. */
export const TAKES_BLOCKS: ReadonlySet<string> = new Set(['MIN', 'MAX', 'SUM', 'AND', 'OR']);
