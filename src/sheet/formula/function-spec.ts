/** What the formula engine knows of a function. Its words (help, argument names, examples) stand in `core/text/en/functions`. */
import type { Day } from '../../core/days.ts';
import type { Scalar, Value } from './value.ts';

/** What functions may ask of the outside world; nothing here reads a clock. */
export interface CallContext {
  /** What TODAY gives. */
  readonly asOf: Day;
  /** BCP 47: what TEXT and VALUE follow. */
  readonly locale: string;
  /** Figures of the product by function name, such as `EST.PRICE`; the arguments as scalars. Undefined: not at hand, `#N/A`. */
  readonly product?: (name: string, args: readonly Scalar[]) => Scalar;
}

/**
 * `scalar`: one value; a block in its place makes the function run once for each of its cells (broadcast), or for the cell
 * of the formula's own row. `block`: values and ranges as they come. `lambda`: evaluated only when needed, by the compiler.
 */
export type ArgumentKind = 'scalar' | 'block' | 'lazy';

export interface ArgumentSpec {
  readonly kind: ArgumentKind;
  readonly optional?: boolean;
}

export interface FunctionSpec {
  readonly name: string;
  readonly args: readonly ArgumentSpec[];
  /** The last so many arguments may be repeated: 1 for SUM, 2 for SUMIFS. */
  readonly repeats?: number;
  /** True when an error among scalar arguments does not end the call at once (IFERROR, ISERROR …). */
  readonly takesErrors?: boolean;
  /**
   * Gives the value of a call. Left-out arguments are `undefined`, empty ones (`IF(a,,b)`) are `null`. Never throws: what
   * cannot be done is an error value. Functions with lazy arguments (IF, IFS, IFERROR, SWITCH, CHOOSE, LET, AND …) are the compiler's.
   */
  readonly call?: (args: readonly (Value | undefined)[], context: CallContext) => Value;
}
