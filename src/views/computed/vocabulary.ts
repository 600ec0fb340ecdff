/** What formulas of the portfolio can name, and what it is. */
import type { Vocabulary } from '../../sheet/formula/assist/complete.ts';
import { FUNCTIONS } from '../../sheet/functions/index.ts';
import type { Workbook } from '../../state/workbook.svelte.ts';
import { PORTFOLIO_TABLE } from '../calculation/base-table.ts';
import { calculationOf } from '../calculation/calculation.svelte.ts';
import { GIVEN_NAMES } from '../calculation/given-names.ts';

const FUNCTION_NAMES: readonly string[] = [...FUNCTIONS.keys()].toSorted();

/** @param inTable the formula stands in a column of the portfolio; else it names the table before a column */
export function vocabularyOf(workbook: Workbook, inTable: boolean): Vocabulary {
  const { names, sheets } = workbook.document;
  const titles = calculationOf(workbook).columns.map(({ title }) => title);
  return {
    functions: FUNCTION_NAMES,
    columns: inTable ? titles : [],
    names: [...names.map(({ name }) => name), ...GIVEN_NAMES],
    tables: [{ name: PORTFOLIO_TABLE, columns: titles }],
    sheets: sheets.map(({ name }) => name),
  };
}
