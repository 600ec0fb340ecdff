/** Number formats of worksheets for the formats of table columns. */
import { minorDigits } from '../../core/money.ts';
import type { ExportColumn, ExportFormat, RawCell } from '../../core/table-export.ts';

const DAY = 'd mmm yyyy';
const MONTH = 'mmmm yyyy';

/** The format of a column's cells that have none of their own; undefined for `General`. */
export function columnFormat({ kind, format, formula }: ExportColumn): string | undefined {
  // In a cell that is set to text Excel would show the formula once it is edited.
  if (formula !== undefined && (kind === 'id' || kind === 'text')) return undefined;
  if (kind === 'id' || kind === 'text' || format.kind === 'text') return '@';
  if (kind === 'day' && format.kind === 'general') return DAY;
  return formatCode(format, format.currency);
}

/** The format of a cell where it differs from its column's: days, months and currencies by row. */
export function cellFormat(raw: RawCell | undefined, { format }: ExportColumn): string | undefined {
  if (raw?.kind === 'month') return MONTH;
  if (raw?.kind === 'day' && format.kind !== 'month') return DAY;
  if (raw?.kind !== 'number' || raw.currency === undefined || format.kind !== 'currency') return undefined;
  return formatCode(format, format.currency ?? raw.currency);
}

function formatCode({ kind, digits }: ExportFormat, currency: string | undefined): string | undefined {
  switch (kind) {
    case 'general':
      return digits === undefined ? undefined : `0${fraction(digits)}`;
    case 'number':
      return `#,##0${fraction(digits ?? 2)}`;
    case 'currency': {
      const amount = `#,##0${fraction(digits ?? minorDigits(currency ?? ''))}`;
      return currency !== undefined && /^[A-Z]{3}$/.test(currency) ? `${amount}\\ [$${currency}]` : amount;
    }
    case 'percent':
      return `0${fraction(digits ?? 0)}%`;
    case 'date':
      return DAY;
    case 'month':
      return MONTH;
    case 'text':
      return '@';
  }
}

function fraction(digits: number): string {
  return digits > 0 ? `.${'0'.repeat(Math.min(digits, 30))}` : '';
}
