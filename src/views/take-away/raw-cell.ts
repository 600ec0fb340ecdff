/** The value behind a cell of a column, exact. */
import { exactText } from '../../core/exact-column.ts';
import { NO_DAY, type Column } from '../../core/table.ts';
import type { ExportFormat, RawCell } from '../../core/table-export.ts';
import { dayOfSerial } from '../../sheet/formula/value.ts';

const MOST_SERIAL = 2_958_465;

/** Undefined for texts and empty cells. Numbers that a format shows as days are days. */
export function rawCell(column: Column, row: number, { kind }: ExportFormat): RawCell | undefined {
  if (column.kind === 'day') {
    const day = column.days[row] ?? NO_DAY;
    return day === NO_DAY ? undefined : { kind: 'day', day };
  }
  if (column.kind === 'flag') {
    const flag = column.flags[row] ?? 2;
    return flag === 2 ? undefined : { kind: 'flag', flag: flag === 1 };
  }
  const decimal = decimalAt(column, row);
  if (decimal === undefined || (kind !== 'date' && kind !== 'month'))
    return decimal === undefined ? undefined : { kind: 'number', decimal };
  const serial = Math.trunc(Number(decimal));
  return serial >= 1 && serial <= MOST_SERIAL ? { kind: 'day', day: dayOfSerial(serial) } : { kind: 'number', decimal };
}

/** The decimal text of a cell, without needless zeros. */
function decimalAt(column: Exclude<Column, { kind: 'day' | 'flag' }>, row: number): string | undefined {
  switch (column.kind) {
    case 'text':
      return undefined;
    case 'count':
      return String(column.counts[row] ?? 0);
    case 'exact':
      return exactText(column, row);
    case 'decimal': {
      const units = column.units[row] ?? NaN;
      return Number.isNaN(units) ? column.wide.get(row) : scaled(units, column.scale);
    }
  }
}

function scaled(units: number, scale: number): string {
  if (scale === 0) return String(units);
  const digits = String(Math.abs(units)).padStart(scale + 1, '0');
  const part = digits.slice(-scale).replace(/0+$/, '');
  return `${units < 0 ? '-' : ''}${digits.slice(0, -scale)}${part === '' ? '' : `.${part}`}`;
}
