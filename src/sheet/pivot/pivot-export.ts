/** A pivot as it stands on screen, described for export: its totals, and every figure exact. */
import type { Day, Month } from '../../core/days.ts';
import { type Exact, toDecimal } from '../../core/exact.ts';
import { pathOf } from './axis.ts';
import type { DescribedCell, DescribedColumn } from './described.ts';
import type { PivotTable } from './pivot-table.ts';
import type { Pivot } from './result.ts';

type ExportedRaw =
  | { readonly kind: 'number'; readonly decimal: string; readonly currency?: string | undefined }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'month'; readonly month: Month };

/** What exports of tables take, by its shape. */
export interface PivotExport {
  readonly title: string;
  readonly columns: readonly DescribedColumn[];
  readonly rows: number;
  readonly frozenColumns: number;
  cell(row: number, column: number): { readonly text: string; readonly raw?: ExportedRaw };
  rowKind(row: number): { readonly kind: 'data' | 'subtotal' | 'total'; readonly level: number };
}

export function pivotExport(pivot: Pivot, table: PivotTable): PivotExport {
  const deepest = pivot.rowAxis.levels.length - 1;
  return {
    title: table.title,
    columns: table.columns,
    rows: table.rows,
    frozenColumns: table.labels,
    cell: (row, column) => {
      const cell = table.cell(row, column);
      const raw = rawOf(cell, monthOf(pivot, row, column));
      return raw ? { text: cell.text, raw } : { text: cell.text };
    },
    rowKind: (row) => {
      const level = pivot.rowLines.level[row] ?? 0;
      if (level === 0) return { kind: 'total', level };
      return { kind: level === deepest ? 'data' : 'subtotal', level };
    },
  };
}

function rawOf({ raw, unit }: DescribedCell, month: Month | undefined): ExportedRaw | undefined {
  if (raw.kind === 'number')
    return { kind: 'number', decimal: decimalOf(raw.value), ...(unit ? { currency: unit } : {}) };
  if (raw.kind === 'day') return raw;
  return month === undefined ? undefined : { kind: 'month', month };
}

/** The month that a label of a plain line stands for. */
function monthOf({ rowAxis, rowLines }: Pivot, row: number, column: number): Month | undefined {
  const members = rowAxis.fields[column]?.members;
  const level = rowLines.level[row] ?? 0;
  if (members?.kind !== 'month' || level < rowAxis.levels.length - 1) return undefined;
  return members.values[pathOf(rowAxis, level, rowLines.node[row] ?? 0)[column] ?? 0];
}

const ALL_DIGITS = 30;
/** Figures that have no end, such as thirds, are rounded at this digit after the point. */
const ENDLESS_DIGITS = 15;

function decimalOf(value: Exact): string {
  const ends = 10n ** BigInt(ALL_DIGITS) % value.d === 0n;
  return toDecimal(value, 0, ends ? ALL_DIGITS : ENDLESS_DIGITS);
}
