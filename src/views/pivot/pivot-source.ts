/** The portfolio with its results as a pivot reads it. */
import type { PivotSource } from '../../sheet/pivot/source.ts';
import { isExtra } from '../portfolio/columns.ts';
import type { SheetData } from '../portfolio/sheet-data.ts';
import { isMoney, sheetColumn } from './fields.ts';

const CURRENCY = 'currency';

export function portfolioSource(data: SheetData): PivotSource {
  return {
    rows: data.rows,
    column: (key) => {
      const known = sheetColumn(key);
      // Columns of the files are fetched when a pivot asks for them.
      if (!known || (isExtra(key) && !data.portfolio.columns.has(key))) return undefined;
      return data.cells(known.key).column;
    },
    currency: (key) => {
      const column = isMoney(key) ? data.cells(CURRENCY).column : undefined;
      return column?.kind === 'text' ? column : undefined;
    },
    currencyKey: CURRENCY,
  };
}
