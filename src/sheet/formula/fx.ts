/**
 * The only place that knows the parser package: texts become tokens and trees of plain types. Whatever the package says of
 * an error is only used to find the place; the words are ours.
 */
import { type AstExpression, type Token, parse, parseA1Ref, parseStructRef, tokenize } from '@borgar/fx';

export type FxTree = AstExpression;

export interface FxToken {
  readonly type: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isUnterminated: boolean;
}

/** Where the parser gave up: a place behind the token that it did not expect. */
export interface FxFailure {
  readonly offset: number;
  readonly isTooDeep: boolean;
}

function plainToken({ type, value, loc, unterminated }: Token): FxToken {
  const [start = 0, end = start + value.length] = loc ?? [];
  return { type, text: value, start, end, isUnterminated: unterminated === true };
}

/** The parts of a formula, also of an unfinished one; together they are the whole text. */
export function fxTokens(text: string): readonly FxToken[] {
  return tokenize(text, { withLocation: true, negativeNumbers: false }).map(plainToken);
}

/** The tree of a formula in en-US, or where it stopped making sense. */
export function fxTree(text: string): FxTree | FxFailure {
  try {
    return parse(tokenize(text, { withLocation: true }));
  } catch (error) {
    const offset = error instanceof Error && 'sourceOffset' in error ? Number(error.sourceOffset) : text.length;
    return { offset, isTooDeep: error instanceof RangeError };
  }
}

export type FxA1 = ReturnType<typeof parseA1Ref>;
export type FxStruct = ReturnType<typeof parseStructRef>;

/** `'My sheet'!$A$1:B3` in parts. */
export function fxA1(text: string): FxA1 {
  return parseA1Ref(text);
}

/** `Portfolio[[#This Row],[Seats]]` in parts. */
export function fxStruct(text: string): FxStruct {
  return parseStructRef(text);
}
