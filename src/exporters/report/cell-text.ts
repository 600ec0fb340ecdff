/** Cells of a report as people read them. */
import { parseExact, ZERO } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import type { ReportCell } from '../../core/report/document.ts';

/** The text of a cell in the reader's locale, with its id behind it where it has one. */
export function cellText(cell: ReportCell, format: Format): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
      return cell.id === undefined ? cell.text : `${cell.text} ${cell.id}`.trim();
    case 'money': {
      const { minor, currency } = cell;
      return cell.isChange === true ? format.signed(minor, currency) : format.amount(minor, currency);
    }
    case 'count':
      return format.count(cell.count);
    case 'decimal':
      return cell.digits ? format.exact(parseExact(cell.decimal) ?? ZERO, cell.digits) : format.decimal(cell.decimal);
    case 'percent':
      return format.percent(parseExact(cell.ratio) ?? ZERO, cell.digits);
    case 'day':
      return format.day(cell.day);
    case 'month':
      return format.month(cell.month);
    case 'moment':
      return format.moment(cell.milliseconds, 'UTC');
  }
}
