/** All formulas that a workbook stores, changed together. */
import { isFormula } from '../calculation/parsed.ts';
import type { ColumnFormula, NamedValue, OwnSheet, SavedView } from '../model/workbook-parts.ts';

/** The parts of a workbook that hold formulas. */
export interface FormulaParts {
  readonly sheets: readonly OwnSheet[];
  readonly names: readonly NamedValue[];
  readonly formulas: readonly ColumnFormula[];
  readonly savedViews: readonly SavedView[];
}

/** @param own the name of the sheet that the formula stands in; undefined for names and columns */
export type FormulaChange = (formula: string, own: string | undefined) => string;

/** The parts with every formula changed. What stays as it was stays the same object. */
export function mapFormulas(parts: FormulaParts, change: FormulaChange): FormulaParts {
  const column = (one: ColumnFormula): ColumnFormula => {
    const formula = change(one.formula, undefined);
    return formula === one.formula ? one : { ...one, formula };
  };
  return {
    sheets: mapSame(parts.sheets, (sheet) => {
      const cells = mapCells(sheet.cells, (text) => change(text, sheet.name));
      return cells === sheet.cells ? sheet : { ...sheet, cells };
    }),
    names: mapSame(parts.names, (name) => {
      const text = isFormula(name.text) ? change(name.text, undefined) : name.text;
      return text === name.text ? name : { ...name, text };
    }),
    formulas: mapSame(parts.formulas, column),
    savedViews: mapSame(parts.savedViews, (view) => {
      const formulas = mapSame(view.formulas, column);
      return formulas === view.formulas ? view : { ...view, formulas };
    }),
  };
}

function mapSame<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  const changed = items.map(change);
  return changed.some((item, index) => item !== items[index]) ? changed : items;
}

function mapCells(cells: OwnSheet['cells'], change: (formula: string) => string): OwnSheet['cells'] {
  const changed = Object.entries(cells).flatMap(([address, text]): [string, string][] => {
    const next = isFormula(text) ? change(text) : text;
    return next === text ? [] : [[address, next]];
  });
  return changed.length === 0 ? cells : { ...cells, ...Object.fromEntries(changed) };
}
