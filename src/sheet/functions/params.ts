/** How a function reads its arguments: each parameter turns what it is given into what the function works on, or into an error. */
import { toBoolean, toNumber, toText } from '../formula/coerce.ts';
import type { ArgumentKind, CallContext, FunctionSpec } from '../formula/function-spec.ts';
import {
  errorOf,
  type FormulaError,
  isError,
  isMatrix,
  type Matrix,
  type Scalar,
  type Value,
} from '../formula/value.ts';
import { matrixOf } from '../formula/matrix.ts';

/** One parameter. An error that `read` gives ends the call. */
export interface Param<T> {
  readonly kind: ArgumentKind;
  readonly optional?: boolean;
  read(value: Value | undefined, context: CallContext): T | FormulaError;
}

type Read<P extends readonly Param<unknown>[]> = { [K in keyof P]: P[K] extends Param<infer T> ? T : never };

/** What a scalar parameter works on: of a block its first cell, of an argument left out nothing. */
export function cellOf(value: Value | undefined): Scalar {
  if (value === undefined) return null;
  if (!isMatrix(value)) return value;
  return value.rows > 0 && value.columns > 0 ? value.at(0, 0) : null;
}

/** A number; text that reads as one counts, an empty cell is 0. */
export const number: Param<number> = {
  kind: 'scalar',
  read: (value) => (typeof value === 'number' ? value : toNumber(cellOf(value))),
};

/** A number cut towards zero. */
export const whole: Param<number> = {
  kind: 'scalar',
  read: (value, context) => {
    const read = number.read(value, context);
    return typeof read === 'number' ? Math.trunc(read) : read;
  },
};

export const text: Param<string> = {
  kind: 'scalar',
  read: (value) => (typeof value === 'string' ? value : toText(cellOf(value))),
};

export const flag: Param<boolean> = {
  kind: 'scalar',
  read: (value) => (typeof value === 'boolean' ? value : toBoolean(cellOf(value))),
};

/** A cell as it is; an error ends the call. */
export const scalar: Param<Scalar> = { kind: 'scalar', read: (value) => cellOf(value) };

/** A block as it is; a single value becomes a block of one cell, an error ends the call. */
export const block: Param<Matrix> = {
  kind: 'block',
  read: (value) => {
    if (value !== undefined && isMatrix(value)) return value;
    if (value !== undefined && isError(value)) return value;
    return matrixOf([[value ?? null]]);
  },
};

/** What comes, unread: for functions that take errors or tell left-out arguments from empty ones. */
export const raw: Param<{ readonly value: Value | undefined }> = { kind: 'block', read: (value) => ({ value }) };

/** A parameter that may be left out. An empty one (`LEFT(a,)`) is read like an empty cell. */
export function optional<T, F>(param: Param<T>, fallback: F): Param<T | F> {
  return {
    kind: param.kind,
    optional: true,
    read: (value, context) => (value === undefined ? fallback : param.read(value, context)),
  };
}

/** A parameter that counts as left out when it is empty too: `SORT(a,,-1)`. */
export function defaulted<T, F>(param: Param<T>, fallback: F): Param<T | F> {
  return {
    kind: param.kind,
    optional: true,
    read: (value, context) => (value === undefined || value === null ? fallback : param.read(value, context)),
  };
}

/** A function that takes a fixed number of arguments. */
export function define<const P extends readonly Param<unknown>[]>(
  name: string,
  params: P,
  run: (values: Read<P>, context: CallContext) => Value,
): FunctionSpec {
  return {
    name,
    args: params.map(({ kind, optional: isOptional }) => (isOptional === true ? { kind, optional: true } : { kind })),
    call: (args, context) => {
      const values: unknown[] = [];
      for (const [index, param] of params.entries()) {
        const value = param.read(args[index], context);
        if (isErrorValue(value)) return value;
        values.push(value);
      }
      return finite(run(values as Read<P>, context));
    },
  };
}

function isErrorValue(value: unknown): value is FormulaError {
  return typeof value === 'object' && value !== null && 'code' in value;
}

/** Numbers beyond the range of doubles are `#NUM!`; zero has no sign. */
export function finite(value: Value): Value {
  if (typeof value !== 'number') return value;
  if (value === 0) return 0;
  return Number.isFinite(value) ? value : errorOf('#NUM!');
}
