/** The parts of an exported table as the bytes of a workbook. */
import type { NamedRange, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type { Day } from '../../core/days.ts';
import { dateOf, xlsxText } from '../tabular/xlsx-values.ts';
import type { ExportName } from './formulas.ts';

interface BesideTable {
  /** In the order of their rows on the sheet of assumptions. */
  readonly names: readonly ExportName[];
  readonly assumptions: WriteSheet | undefined;
  readonly notes: readonly WriteSheet[];
}

/** @param modified the only date in the file */
export async function workbookOf(
  title: string,
  sheets: readonly WriteSheet[],
  { names, assumptions, notes }: BesideTable,
  modified: Day,
): Promise<Uint8Array> {
  const namedRanges: NamedRange[] = names.map(({ name }, index) => ({
    name,
    range: `'${assumptions?.name ?? ''}'!$B$${String(index + 2)}`,
  }));
  const date = dateOf(modified);
  return writeXlsx({
    sheets: [...sheets, ...(assumptions === undefined ? [] : [assumptions]), ...notes],
    namedRanges,
    properties: { title: xlsxText(title), creator: 'Termwise', created: date, modified: date },
  });
}
