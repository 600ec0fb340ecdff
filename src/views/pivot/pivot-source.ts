/** The portfolio with its results and computed columns as a pivot reads it. */
import type { TextColumn } from '../../core/table.ts';
import type { Calculated } from '../../sheet/calculation/model.ts';
import { isByRow } from '../../sheet/formula/units/unit.ts';
import type { PivotSource } from '../../sheet/pivot/source.ts';
import { isExtra } from '../portfolio/columns.ts';
import type { SheetData } from '../portfolio/sheet-data.ts';
import type { PivotFields } from './fields.ts';

const CURRENCY = 'currency';

/** @param result of the computed columns */
export function portfolioSource(data: SheetData, fields: PivotFields, result: Calculated | undefined): PivotSource {
  const fixed = new Map<string, TextColumn>();
  /** A column whose amounts all are in one currency, whatever that of their row. */
  const inOneCurrency = (key: string): TextColumn | undefined => {
    const unit = result?.columns.get(key)?.unit;
    if (unit?.kind !== 'money' || isByRow(unit.currency)) return undefined;
    const known: TextColumn = fixed.get(key) ?? {
      ...{ kind: 'text', values: ['', unit.currency] },
      codes: new Uint32Array(data.rows).fill(1),
    };
    fixed.set(key, known);
    return known;
  };
  return {
    rows: data.rows,
    column: (key) => {
      // Columns of the files are fetched when a pivot asks for them.
      if (!data.has(key) || (isExtra(key) && !data.portfolio.columns.has(key))) return undefined;
      return data.cells(key).column;
    },
    currency: (key) => (fields.isMoney(key) ? (inOneCurrency(key) ?? data.currencies()) : undefined),
    currencyKey: CURRENCY,
  };
}
