/** A workbook's formulas after a column or a name of it was renamed. */
import { type Renaming, renameColumn, renameName } from '../formula/rename.ts';
import { type FormulaParts, mapFormulas } from './formula-parts.ts';

/** @param table the table of the column, in which the column formulas stand */
export function renameColumnIn(parts: FormulaParts, renaming: Renaming, table: string): FormulaParts {
  const outside = mapFormulas(parts, (formula) => renameColumn(formula, renaming, table, undefined));
  const inside = mapFormulas(parts, (formula) => renameColumn(formula, renaming, table, table));
  return { ...outside, formulas: inside.formulas, savedViews: inside.savedViews };
}

export function renameNameIn(parts: FormulaParts, renaming: Renaming): FormulaParts {
  return mapFormulas(parts, (formula) => renameName(formula, renaming));
}
