/** What a user typed into the formula line, read in their locale. */
import { formulaWords } from '../../core/text/en/formulas.ts';
import { type Result, err, ok } from '../../core/result.ts';
import type { FormulaProblem, Node } from './ast.ts';
import { fromLocal, separatorsOf } from './locale.ts';
import { parseFormula } from './parse.ts';

export interface TypedFormula {
  /** In en-US, as it is stored. */
  readonly formula: string;
  readonly ast: Node;
}

/** The formula that a text writes in a locale, or its first problem, with its place in the text as typed. */
export function parseTyped(text: string, locale: string): Result<TypedFormula, FormulaProblem> {
  const formula = fromLocal(text, locale);
  if (!formula.ok) return formula;
  const tree = parseFormula(formula.value);
  if (tree.ok) return ok({ formula: formula.value, ast: tree.value });
  const { start, end } = tree.error;
  // A separator of another locale is what most often stands where nothing fits.
  const mark = text.slice(start, end);
  const { argument } = separatorsOf(locale);
  const isForeign = (mark === ',' || mark === ';') && mark !== argument;
  return isForeign ? err({ start, end, words: formulaWords.separator(mark, argument) }) : tree;
}
