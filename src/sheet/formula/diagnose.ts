/** What to say of a formula that the parser refuses, and where: the first thing that is wrong with its tokens. */
import { formulaWords } from '../../core/text/en/formulas.ts';
import type { FormulaProblem, Span } from './ast.ts';
import { type FxToken, fxTokens } from './fx.ts';

function problem(words: string, { start, end }: Span): FormulaProblem {
  return { start, end, words };
}

/** A bracket without its partner. */
function loneBracket(tokens: readonly FxToken[]): FormulaProblem | undefined {
  const open: FxToken[] = [];
  for (const token of tokens) {
    if (token.type !== 'operator') continue;
    if (token.text === '(' || token.text === '{') open.push(token);
    if (token.text !== ')' && token.text !== '}') continue;
    const partner = open.pop();
    if (partner === undefined) return problem(formulaWords.noOpenBracket, token);
    if ((partner.text === '(') !== (token.text === ')')) return problem(formulaWords.openBracket, partner);
  }
  const last = open.at(-1);
  return last && problem(formulaWords.openBracket, last);
}

function unfinishedToken(tokens: readonly FxToken[]): FormulaProblem | undefined {
  for (const token of tokens) {
    if (token.isUnterminated && token.type === 'string') return problem(formulaWords.openText, token);
    if (token.text.startsWith('[') && token.type === 'unknown') return problem(formulaWords.openReference, token);
  }
  return undefined;
}

const REFERENCES = new Set(['range', 'range_named', 'range_beam', 'range_ternary', 'structured']);
const LITERALS = new Set(['number', 'string', 'bool', 'error']);

function isReference({ type }: FxToken): boolean {
  return REFERENCES.has(type);
}

function isValue(token: FxToken): boolean {
  return isReference(token) || LITERALS.has(token.type);
}

function isBehindValue(token: FxToken | undefined): boolean {
  return token !== undefined && (isValue(token) || (token.type === 'operator' && ')}%#'.includes(token.text)));
}

function beginsValue(token: FxToken): boolean {
  return isValue(token) || token.type === 'func' || (token.type === 'operator' && '({'.includes(token.text));
}

/** Operators that need a value on their left. */
const BETWEEN = new Set(['*', '/', '^', '&', '=', '<>', '<', '<=', '>', '>=', '%', '#', ':']);

function isSpace({ type }: FxToken): boolean {
  return type === 'whitespace' || type === 'newline' || type === 'fx_prefix';
}

/** Two values without an operator between them, or an operator without a value before it: the package lets some pass. */
export function misplaced(text: string): FormulaProblem | undefined {
  let before: FxToken | undefined;
  let inBraces = false;
  for (const token of fxTokens(text)) {
    if (isSpace(token)) continue;
    if (token.text === '{' || token.text === '}') inBraces = token.text === '{';
    if (token.text === ';' && !inBraces) return problem(formulaWords.unexpected(token.text), token);
    const isBehind = isBehindValue(before);
    if (isBehind && beginsValue(token)) {
      const words = before && isReference(before) && isReference(token) ? formulaWords.noIntersection : undefined;
      return problem(words ?? formulaWords.unexpected(token.text), token);
    }
    if (!isBehind && token.type === 'operator' && BETWEEN.has(token.text))
      return problem(formulaWords.unexpected(token.text), token);
    before = token;
  }
  return undefined;
}

/**
 * The problem of a text that could not be read.
 * @param offset where the parser gave up: behind the token that it did not expect, or at the end
 */
export function diagnose(text: string, offset: number): FormulaProblem {
  const tokens = fxTokens(text);
  const early = unfinishedToken(tokens);
  if (early) return early;
  const wrong = misplaced(text);
  if (wrong) return wrong;
  const bracket = loneBracket(tokens);
  const seen = tokens.filter((token) => !isSpace(token));
  if (seen.length === 0) return problem(formulaWords.empty, { start: text.length, end: text.length });
  const at = seen.findIndex(({ end }) => end >= offset);
  const token = seen[at];
  const last = seen.at(-1);
  if (bracket && (token === undefined || token === last)) return bracket;
  if (token === undefined) return missing(text.length);
  const isLastOperator = token === last && token.type === 'operator' && !')}%#'.includes(token.text);
  if (isLastOperator) return missing(token.end);
  if (')},;'.includes(token.text) && seen[at - 1]?.type === 'operator') return missing(token.start);
  return problem(formulaWords.unexpected(token.text), token);
}

function missing(at: number): FormulaProblem {
  return problem(formulaWords.incomplete, { start: at, end: at });
}
