/** Formulas and plain entries as they were typed, read once for as long as their text is the same. */
import { parseExact } from '../../core/exact.ts';
import type { Result } from '../../core/result.ts';
import type { FormulaProblem, Node } from '../formula/ast.ts';
import { parseFormula } from '../formula/parse.ts';
import type { Scalar } from '../formula/value.ts';

const MOST = 20_000;
const known = new Map<string, Result<Node, FormulaProblem>>();

/** The tree of a formula with or without its `=`. */
export function parsedFormula(text: string): Result<Node, FormulaProblem> {
  const found = known.get(text);
  if (found) return found;
  if (known.size >= MOST) known.clear();
  const parsed = parseFormula(text);
  known.set(text, parsed);
  return parsed;
}

export function isFormula(text: string): boolean {
  return text.startsWith('=') && text.length > 1;
}

/** The value of an entry that is no formula, as it is stored: a number, TRUE and FALSE, or text; `'` makes text of anything. */
export function plainValue(text: string): Scalar {
  if (text === '') return null;
  if (text.startsWith("'")) return text.slice(1);
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return upper === 'TRUE';
  const isPercent = text.endsWith('%');
  const digits = isPercent ? text.slice(0, -1).trim() : text;
  if (parseExact(digits) === undefined) return text;
  return isPercent ? Number(`${digits}e-2`) : Number(digits);
}

/** The parsed tree, or undefined. */
export function treeOf(text: string): Node | undefined {
  const parsed = parsedFormula(text);
  return parsed.ok ? parsed.value : undefined;
}
