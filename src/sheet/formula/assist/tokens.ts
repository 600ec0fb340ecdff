/** A formula in the formula line, also an unfinished one: its parts for colouring, and the call that the caret is in. */
import type { Span } from '../ast.ts';
import { type FxToken, fxTokens } from '../fx.ts';
import { roughlyFromLocal } from '../locale.ts';

export type TokenKind = 'reference' | 'name' | 'function' | 'number' | 'text' | 'flag' | 'operator' | 'error' | 'space';

export interface FormulaToken extends Span {
  readonly kind: TokenKind;
  /** References that are written alike share a number, counted from 0: their colour. */
  readonly reference?: number;
}

const KINDS: ReadonlyMap<string, TokenKind> = new Map([
  ['range', 'reference'],
  ['range_beam', 'reference'],
  ['range_ternary', 'reference'],
  ['structured', 'reference'],
  ['range_named', 'name'],
  ['func', 'function'],
  ['number', 'number'],
  ['string', 'text'],
  ['bool', 'flag'],
  ['operator', 'operator'],
  ['fx_prefix', 'operator'],
  ['whitespace', 'space'],
  ['newline', 'space'],
]);

function tokensOfTyped(text: string, locale: string): readonly FxToken[] {
  return text.startsWith('=') ? fxTokens(roughlyFromLocal(text, locale)) : [];
}

/** The parts of a text as typed in a locale; together they are the whole text. None where it is no formula. */
export function formulaTokens(text: string, locale: string): readonly FormulaToken[] {
  const colours = new Map<string, number>();
  return tokensOfTyped(text, locale).map(({ type, text: part, start, end }) => {
    // Literal errors such as #N/A and what is not understood look alike.
    const kind = KINDS.get(type) ?? 'error';
    if (kind !== 'reference') return { kind, start, end };
    const key = part.toLowerCase().replaceAll('$', '');
    const reference = colours.get(key) ?? colours.size;
    colours.set(key, reference);
    return { kind, start, end, reference };
  });
}

export interface CallAtCaret {
  /** In capitals. */
  readonly name: string;
  /** Which argument the caret is in, counted from 0. */
  readonly argument: number;
  /** Where the name stands. */
  readonly start: number;
  readonly end: number;
}

interface Open {
  /** Undefined: brackets without a function. */
  readonly call: FxToken | undefined;
  argument: number;
}

/** The innermost call whose brackets hold the caret; undefined where there is none. */
export function callAtCaret(text: string, caret: number, locale: string): CallAtCaret | undefined {
  const open: Open[] = [];
  let before: FxToken | undefined;
  for (const token of tokensOfTyped(text, locale)) {
    if (token.end > caret) break;
    if (token.type === 'operator') {
      if (token.text === '(') open.push({ call: before?.type === 'func' ? before : undefined, argument: 0 });
      else if (token.text === '{') open.push({ call: undefined, argument: 0 });
      else if (token.text === ')' || token.text === '}') open.pop();
      else if (token.text === ',') count(open);
    }
    before = token;
  }
  const inner = open.findLast(({ call }) => call !== undefined);
  return (
    inner?.call && {
      name: inner.call.text.toUpperCase(),
      argument: inner.argument,
      start: inner.call.start,
      end: inner.call.end,
    }
  );
}

function count(open: readonly Open[]): void {
  const last = open.at(-1);
  if (last) last.argument++;
}
