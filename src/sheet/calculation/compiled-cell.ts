/** Formulas of cells, compiled once for as long as their text is the same. */
import type { FormulaProblem } from '../formula/ast.ts';
import { type CompiledFormula, type FunctionTable, compile } from '../formula/compile.ts';
import { parsedFormula } from './parsed.ts';

export interface CellFormula {
  /** Undefined when it cannot be read. */
  readonly formula: CompiledFormula | undefined;
  readonly problem: FormulaProblem | undefined;
}

const MOST = 20_000;
const known = new WeakMap<FunctionTable, Map<string, CellFormula>>();

export function compiledCell(text: string, functions: FunctionTable): CellFormula {
  const cells = known.get(functions) ?? new Map<string, CellFormula>();
  known.set(functions, cells);
  const found = cells.get(text);
  if (found) return found;
  const parsed = parsedFormula(text);
  const formula = parsed.ok ? compile(parsed.value, functions) : undefined;
  const made = { formula, problem: parsed.ok ? formula?.problems[0] : parsed.error };
  if (cells.size >= MOST) cells.clear();
  cells.set(text, made);
  return made;
}
