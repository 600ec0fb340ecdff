/** A report as CSV: a file for each of its sheets. */
import { zipSync } from 'fflate';
import { partsOfDay } from '../../../core/days.ts';
import { safeWord } from '../../../core/file-name.ts';
import type { ReportDocument } from '../../../core/report/document.ts';
import { csvOf } from '../../tabular/csv.ts';
import { reportSheets } from './sheets.ts';

/** The bytes of a zip with one CSV file a sheet, numbered in their order. The only date in it is the as-of. */
export function reportCsv(document: ReportDocument): Uint8Array<ArrayBuffer> {
  const { year, month, date } = partsOfDay(document.asOf);
  const encoder = new TextEncoder();
  const files = reportSheets(document).map(({ foot, ...sheet }, index) => {
    const rows = foot === undefined ? sheet.rows : [...sheet.rows, foot.cells];
    const name = `${String(index + 1).padStart(2, '0')}-${safeWord(sheet.name)}.csv`;
    return [name, encoder.encode(csvOf({ ...sheet, rows }))] as const;
  });
  return zipSync(Object.fromEntries(files), { mtime: new Date(year, month - 1, date) });
}
