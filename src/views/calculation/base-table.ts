/** The portfolio sheet as formulas read it: columns by their titles, and what their numbers count. */
import { nameKey } from '../../sheet/formula/needs.ts';
import { ANY, PLAIN, type Unit, mixedMoney, moneyUnit } from '../../sheet/formula/units/unit.ts';
import type { BaseTable } from '../../sheet/calculation/model.ts';
import { portfolioText } from '../../core/text/en/portfolio.ts';
import type { SheetColumn } from '../portfolio/columns.ts';
import type { SheetData } from '../portfolio/sheet-data.ts';

/** What the sheet is called in formulas. */
export const PORTFOLIO_TABLE = 'Portfolio';

/** Portfolio columns with a price for a seat and month. */
const MONTHLY_PRICES: ReadonlySet<string> = new Set(['pricePaid', 'customerPrice']);

/** @param columns all that can show, without computed ones */
export function baseTable(data: SheetData, columns: readonly SheetColumn[]): BaseTable {
  const byTitle = new Map<string, SheetColumn>();
  for (const column of columns) {
    const key = nameKey(column.title);
    if (!byTitle.has(key)) byTitle.set(key, column);
  }
  const currencies = new Set(data.currencies().values.filter((_, code) => data.currencies().codes.includes(code)));
  const [only] = currencies;
  const money = (per?: 'month'): Unit =>
    currencies.size === 1 && only !== undefined && only !== ''
      ? moneyUnit(only, per)
      : mixedMoney(portfolioText.columns.currency, per);
  return {
    name: PORTFOLIO_TABLE,
    rows: data.rows,
    column: (title) => {
      const column = byTitle.get(nameKey(title));
      return column && data.cells(column.key).column;
    },
    unit: (title) => {
      const column = byTitle.get(nameKey(title));
      return column ? unitOf(column, money) : ANY;
    },
  };
}

function unitOf({ source, kind }: SheetColumn, money: (per?: 'month') => Unit): Unit {
  if (source.from === 'amount') return money();
  if (source.from === 'unit') return money('month');
  if (source.from !== 'cells') return ANY;
  if (MONTHLY_PRICES.has(source.name)) return money('month');
  return kind === 'number' ? PLAIN : ANY;
}
