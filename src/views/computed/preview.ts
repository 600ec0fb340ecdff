/** What a column formula that is being written says: its problem, its first rows and its unit in words. */
import { parseExact } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import { portfolioText } from '../../core/text/en/portfolio.ts';
import { formatCell } from '../../sheet/arrange/format-cell.ts';
import type { Inspection, PreviewCell } from '../../sheet/calculation/inspect.ts';
import { unitText } from '../../sheet/formula/units/algebra.ts';
import type { CellFormat } from '../../sheet/model/table-view.ts';
import type { LineInspection } from '../formula/line-state.ts';

/** Digits that a double holds. */
const PRECISION = 15;

/** @param currencyAt of the row that a cell of the preview belongs to */
export function lineInspection(
  { problem, unit, cells }: Inspection,
  format: CellFormat,
  words: Format,
  currencyAt: (cell: number) => string,
): LineInspection {
  return {
    problem,
    unit: unitText(unit),
    preview: cells.map((cell, at) => cellText(cell, format, words, currencyAt(at))),
  };
}

/** A value as a cell shows it; the error as its code. */
export function cellText(cell: PreviewCell, format: CellFormat, words: Format, currency = ''): string {
  switch (typeof cell) {
    case 'string':
      return cell;
    case 'boolean':
      return cell ? portfolioText.yes : portfolioText.no;
    case 'number': {
      const value = parseExact(String(Number(cell.toPrecision(PRECISION))));
      return value ? formatCell({ kind: 'number', value }, format, words, currency) : String(cell);
    }
    default:
      if (cell === null) return '';
      return 'code' in cell ? cell.code : formatCell({ kind: 'day', day: cell.day }, format, words);
  }
}
