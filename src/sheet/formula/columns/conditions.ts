/** Comparisons of parts, AND, OR, NOT, and IF. */
import { compare as compareExact, toFloat } from '../../../core/exact.ts';
import type { BinaryOperator } from '../ast.ts';
import { comparePlain } from '../coerce.ts';
import { sameNumber } from '../round.ts';
import type { FormulaError } from '../value.ts';
import { aligned, asDouble } from './arithmetic.ts';
import {
  type Block,
  type FlagPart,
  NoVectors,
  type NumberPart,
  type Part,
  type TextPart,
  BLOCK,
  joinErrors,
  markRedo,
  numbers,
} from './parts.ts';

/** What a comparison says of numbers in order, equal, and the other way round. */
interface Outcome {
  readonly less: 0 | 1;
  readonly equal: 0 | 1;
  readonly more: 0 | 1;
}

const OUTCOMES = new Map<BinaryOperator, Outcome>([
  ['=', { less: 0, equal: 1, more: 0 }],
  ['<>', { less: 1, equal: 0, more: 1 }],
  ['<', { less: 1, equal: 0, more: 0 }],
  ['<=', { less: 1, equal: 1, more: 0 }],
  ['>', { less: 0, equal: 0, more: 1 }],
  ['>=', { less: 0, equal: 1, more: 1 }],
]);

export function outcomeOf(operator: BinaryOperator): Outcome | undefined {
  return OUTCOMES.get(operator);
}

function flagOf(order: number, { less, equal, more }: Outcome): 0 | 1 {
  return order < 0 ? less : order > 0 ? more : equal;
}

/** A part of conditions: operands first, then the loop; errors of the operands pass on. */
function flags(
  operands: readonly Part[],
  exact: FlagPart['exact'],
  loop: (data: Uint8Array, block: Block) => void,
): FlagPart {
  const joined = new Uint8Array(BLOCK);
  const data = new Uint8Array(BLOCK);
  const part: FlagPart = {
    kind: 'flag',
    data,
    errors: undefined,
    exact,
    fill: (block) => {
      for (const operand of operands) operand.fill(block);
      part.errors = joinErrors(joined, block.count, operands);
      loop(data, block);
    },
  };
  return part;
}

function isFault(value: object): value is FormulaError {
  return 'code' in value;
}

/** Numbers compared: exactly where both are exact, else by the 15 digits that they show. */
export function comparison(a: NumberPart, b: NumberPart, outcome: Outcome): FlagPart {
  const isExact = a.scale !== undefined && b.scale !== undefined;
  const exact = (row: number): boolean | FormulaError => {
    const x = a.exact(row);
    if (isFault(x)) return x;
    const y = b.exact(row);
    if (isFault(y)) return y;
    const isSame = !isExact && sameNumber(toFloat(x), toFloat(y));
    return flagOf(isSame ? 0 : compareExact(x, y), outcome) === 1;
  };
  const both = aligned(a, b);
  if (both) return compareUnits(both[0], both[1], outcome, exact);
  const x = asDouble(a);
  const y = asDouble(b);
  return flags([x, y], exact, (data, block) => {
    for (let i = 0; i < block.count; i++) {
      const left = x.data[i] ?? 0;
      const right = y.data[i] ?? 0;
      const isSame = left === right || sameNumber(left, right);
      if (isSame && isExact) markRedo(block, i);
      data[i] = flagOf(isSame ? 0 : left - right, outcome);
    }
  });
}

function compareUnits(a: NumberPart, b: NumberPart, outcome: Outcome, exact: FlagPart['exact']): FlagPart {
  const { less, equal, more } = outcome;
  const fixed = b.constant;
  if (fixed !== undefined)
    return flags([a, b], exact, (data, { count }) => {
      const left = a.data;
      for (let i = 0; i < count; i++) {
        const units = left[i] ?? 0;
        data[i] = units < fixed ? less : units > fixed ? more : equal;
      }
    });
  return flags([a, b], exact, (data, { count }) => {
    const left = a.data;
    const right = b.data;
    for (let i = 0; i < count; i++) {
      const order = (left[i] ?? 0) - (right[i] ?? 0);
      data[i] = order < 0 ? less : order > 0 ? more : equal;
    }
  });
}

/** Texts compared with one that is the same in all rows: each distinct text once. */
export function textComparison(a: TextPart, b: TextPart, outcome: Outcome): FlagPart {
  const [part, fixed, sign] = b.constant === undefined ? ([b, a.constant, -1] as const) : ([a, b.constant, 1] as const);
  if (fixed === undefined) throw new NoVectors();
  const passes = Uint8Array.from(part.values, (text) => flagOf(sign * comparePlain(text, fixed), outcome));
  const exact = (row: number): boolean | FormulaError => {
    const text = part.exact(row);
    return typeof text === 'string' ? flagOf(sign * comparePlain(text, fixed), outcome) === 1 : text;
  };
  return flags([part], exact, (data, { count }) => {
    for (let i = 0; i < count; i++) data[i] = passes[part.data[i] ?? 0] ?? 0;
  });
}

/** A number as a condition: true unless 0. */
export function truth(part: Part): FlagPart {
  if (part.kind === 'flag') return part;
  if (part.kind === 'text') throw new NoVectors();
  const exact = (row: number): boolean | FormulaError => {
    const value = part.exact(row);
    return isFault(value) ? value : value.n !== 0n;
  };
  return flags([part], exact, (data, { count }) => {
    for (let i = 0; i < count; i++) data[i] = part.data[i] === 0 ? 0 : 1;
  });
}

/** AND (`wanted` 1: all are 1) and OR (`wanted` 0: not all are 0). */
export function joined(parts: readonly FlagPart[], wanted: 0 | 1): FlagPart {
  const exact = (row: number): boolean | FormulaError => {
    let result = wanted === 1;
    for (const part of parts) {
      const value = part.exact(row);
      if (typeof value !== 'boolean') return value;
      result = wanted === 1 ? result && value : result || value;
    }
    return result;
  };
  return flags(parts, exact, (data, { count }) => {
    data.fill(wanted, 0, count);
    for (const { data: other } of parts) for (let i = 0; i < count; i++) if (other[i] !== wanted) data[i] = 1 - wanted;
  });
}

export function inverted(part: FlagPart): FlagPart {
  const exact = (row: number): boolean | FormulaError => {
    const value = part.exact(row);
    return typeof value === 'boolean' ? !value : value;
  };
  return flags([part], exact, (data, { count }) => {
    for (let i = 0; i < count; i++) data[i] = 1 - (part.data[i] ?? 0);
  });
}

/** The number that a condition counts: 1 or 0. */
export function numberOfFlag(part: FlagPart, exactOf: (flag: boolean) => ReturnType<NumberPart['exact']>): NumberPart {
  const data = numbers();
  const made: NumberPart = {
    kind: 'number',
    isDay: false,
    scale: 0,
    bound: 1,
    rel: 0,
    data,
    errors: undefined,
    exact: (row) => {
      const value = part.exact(row);
      return typeof value === 'boolean' ? exactOf(value) : value;
    },
    fill: (block) => {
      part.fill(block);
      made.errors = part.errors;
      for (let i = 0; i < block.count; i++) data[i] = part.data[i] ?? 0;
    },
  };
  return made;
}
