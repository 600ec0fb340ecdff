import { parseDay } from '../../../src/core/days.ts';
import type { ExportCell, ExportColumn, ExportRowKind, TableExport } from '../../../src/core/table-export.ts';

export const text = (shown: string): ExportCell => ({ text: shown });
export const number = (decimal: string, shown = decimal, currency?: string): ExportCell => ({
  text: shown,
  raw: { kind: 'number', decimal, currency },
});
export const day = (iso: string): ExportCell => ({ text: iso, raw: { kind: 'day', day: parseDay(iso) ?? 0 } });
export const error = (code: string): ExportCell => ({ text: code, raw: { kind: 'error', code } });
export const flag = (value: boolean): ExportCell => ({
  text: value ? 'yes' : 'no',
  raw: { kind: 'flag', flag: value },
});

export const column = (title: string, kind: ExportColumn['kind'], more: Partial<ExportColumn> = {}): ExportColumn => ({
  title,
  kind,
  format: { kind: 'general' },
  ...more,
});

export function table(
  columns: readonly ExportColumn[],
  rows: readonly (readonly ExportCell[])[],
  kinds?: readonly ExportRowKind[],
): TableExport {
  return {
    title: 'Portfolio',
    columns,
    rows: rows.length,
    cell: (row, index) => rows[row]?.[index] ?? { text: '' },
    ...(kinds === undefined ? {} : { rowKind: (row: number) => kinds[row] ?? { kind: 'data', level: 0 } }),
  };
}
