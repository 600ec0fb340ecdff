/** What a manifest among the reports of a drop says, read back from its table. */
import { exactAt, textAt } from '../../core/table.ts';
import { toDecimal } from '../../core/exact.ts';
import type { FileReport } from '../types.ts';

export interface StatedFile {
  /** Name without folder. */
  readonly blob: string;
  /** As the manifest states them, in digits; '' when it states none. */
  readonly bytes: string;
  readonly rows: string;
}

export interface Stated {
  readonly report: FileReport;
  readonly files: readonly StatedFile[];
  /** What users call the export. */
  readonly title: string;
  /** The same for all runs of one export over one period. */
  readonly exportKey: string;
  readonly runId: string;
  /** ISO instant, so that later ones sort behind. */
  readonly created: string;
}

/** What a report's manifest says; undefined when the report is of something else. */
export function statedIn(report: FileReport): Stated | undefined {
  const table = report.kind === 'manifest' ? report.dataset?.table : undefined;
  if (table === undefined || table.rows === 0) return undefined;
  const text = (column: string, row = 0) => textAt(table.columns.get(column), row);
  const digits = (column: string, row: number) => {
    const value = exactAt(table.columns.get(column), row);
    return value === undefined ? '' : toDecimal(value, 0, 0);
  };
  const files = Array.from({ length: table.rows }, (_, row) => ({
    blob: text('blob', row),
    bytes: digits('bytes', row),
    rows: digits('rows', row),
  }));
  const period = table.columns.get('periodStart');
  const start = period?.kind === 'day' ? String(period.days[0] ?? '') : '';
  const names = ['content', 'exportName', 'attributeSet', 'invoice', 'currency', 'partnerId'].map((name) => text(name));
  return {
    report,
    files: files.filter(({ blob }) => blob !== ''),
    title: names.slice(0, 5).filter(Boolean).join(' '),
    exportKey: [...names, start].join('\u001f').toLowerCase(),
    runId: text('runId'),
    created: text('created'),
  };
}
