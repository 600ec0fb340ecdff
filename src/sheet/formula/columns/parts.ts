/**
 * Column formulas as vectors. A part computes one block of rows at a time into its own buffer, so that a formula runs as a
 * few loops over memory that stays in the cache.
 *
 * Numbers are exact (`scale`: whole units of 10^−scale, safe integers by their bound) or doubles whose distance from the
 * exact value is known: `rel` of their size, or `slack` where terms may cancel out. Rows for which that does not decide a
 * rounding are marked in `Block.redo` and computed again by `exact`, the second evaluator over the same tree.
 */
import { type Exact, fraction } from '../../../core/exact.ts';
import { ERROR_CODES, type FormulaError, errorOf } from '../value.ts';

/** Rows of a block. */
export const BLOCK = 2048;

/** The relative error of one operation on doubles. */
export const ULP = 2 ** -53;

/** More digits than this after the point are left to doubles. */
export const MAX_SCALE = 15;

/** What is being computed. */
export interface Block {
  readonly from: number;
  readonly count: number;
  /** 1 where the row must be computed exactly. */
  readonly redo: Uint8Array;
  hasRedo: boolean;
}

interface PartBase {
  /** Computes the rows of a block into `data`. */
  fill: (block: Block) => void;
  /** Codes of errors by row of the block (`errorCode`), 0 for none; undefined: no row of the block has one. */
  errors: Uint8Array | undefined;
}

export interface NumberPart extends PartBase {
  readonly kind: 'number';
  /** Shown as a day. */
  readonly isDay: boolean;
  /** Undefined: doubles. */
  readonly scale: number | undefined;
  /** No number is larger either way: units where exact, else the number itself. */
  readonly bound: number;
  /** Relative error, 0 where exact. */
  readonly rel: number;
  /** Absolute error by row, instead of `rel`. */
  readonly slack?: Float64Array;
  /** The same in all rows: in units where exact. `data` is not filled then. */
  readonly constant?: number;
  /** The two columns of numbers that an exact product multiplies, so that a third factor needs no loop of its own. */
  readonly factors?: readonly [NumberPart, NumberPart];
  /** The same numbers in smaller units, where there is a shorter way than multiplying them; undefined: too large. */
  readonly finer?: (scale: number) => NumberPart | undefined;
  /** Whether some row is an empty cell, which counts 0 here. */
  readonly hasEmpty?: boolean;
  data: Float64Array;
  readonly exact: (row: number) => Exact | FormulaError;
}

export interface FlagPart extends PartBase {
  readonly kind: 'flag';
  data: Uint8Array;
  readonly exact: (row: number) => boolean | FormulaError;
}

export interface TextPart extends PartBase {
  readonly kind: 'text';
  /** By code; the first is the empty text. */
  readonly values: readonly string[];
  /** The same in all rows. */
  readonly constant?: string;
  data: Uint32Array;
  readonly exact: (row: number) => string | FormulaError;
}

export type Part = NumberPart | FlagPart | TextPart;

/** Thrown where a formula cannot be computed by vectors; it runs row by row then. */
export class NoVectors extends Error {}

/** Place of an error among `ERROR_CODES`, counted from 1. */
export function errorCode({ code }: FormulaError): number {
  return ERROR_CODES.indexOf(code) + 1;
}

/** The error of a code that is not 0. */
export function errorOfCode(code: number): FormulaError {
  return errorOf(ERROR_CODES[code - 1] ?? '#VALUE!');
}

export function numbers(): Float64Array {
  return new Float64Array(BLOCK);
}

export function markRedo(block: Block, index: number): void {
  block.redo[index] = 1;
  block.hasRedo = true;
}

/** A number that is the same in all rows. */
export function constantPart(units: number, scale: number | undefined, value: Exact): NumberPart {
  return {
    kind: 'number',
    isDay: false,
    scale,
    bound: Math.abs(units),
    rel: scale === undefined ? ULP : 0,
    constant: units,
    data: numbers().fill(units),
    errors: undefined,
    fill: () => undefined,
    exact: () => value,
  };
}

/** An error that is the same in all rows. */
export function errorPart(error: FormulaError): NumberPart {
  const errors = new Uint8Array(BLOCK).fill(errorCode(error));
  return { ...constantPart(0, 0, fraction(0)), errors, exact: () => error };
}

/** The errors of several parts as one: of each row the first. `target` is the buffer for them. */
export function joinErrors(target: Uint8Array, count: number, parts: readonly Part[]): Uint8Array | undefined {
  let joined: Uint8Array | undefined;
  for (const { errors } of parts) {
    if (errors === undefined) continue;
    if (joined === undefined) {
      target.set(errors.subarray(0, count));
      joined = target;
      continue;
    }
    for (let row = 0; row < count; row++) if (target[row] === 0) target[row] = errors[row] ?? 0;
  }
  return joined;
}
