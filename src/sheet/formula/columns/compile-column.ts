/** Column formulas: compiled once, run over a table whenever its columns or the names change. */
import type { FormulaProblem, Node } from '../ast.ts';
import { type FunctionTable, compileRows } from '../compile.ts';
import { type Needs, needsOf } from '../needs.ts';
import { type FormulaContext, columnHost } from './column-host.ts';
import { givesDay } from './gives-day.ts';
import { ColumnRun } from './run.ts';
import type { FormulaTable } from './table.ts';

export interface CompiledColumn {
  readonly needs: Needs;
  readonly problems: readonly FormulaProblem[];
  /** An evaluation over the table as it is now. Cheap: types and bounds are found, nothing is computed yet. */
  start(table: FormulaTable, context: FormulaContext): ColumnRun;
}

/** A column formula ready to run; never throws. */
export function compileColumn(ast: Node, functions: FunctionTable): CompiledColumn {
  const compiled = compileRows(ast, functions);
  return {
    needs: needsOf(ast),
    problems: compiled.problems,
    start: (table, context) => {
      const isDay = givesDay(ast, (name, column) => {
        const found = (name === undefined ? table : context.table?.(name))?.column(column);
        return (found?.kind === 'formula' ? found.values.kind : found?.kind) === 'day';
      });
      return new ColumnRun(ast, compiled, table, functions, columnHost(table, context), isDay);
    },
  };
}
