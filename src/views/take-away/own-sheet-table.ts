/** An own sheet as it stands on screen, described for export: every cell at its address, with its formula. */
import { shiftPoint } from '../../core/decimal-text.ts';
import type { ExportCell, ExportFormat, RawCell, TableExport } from '../../core/table-export.ts';
import { isFormula } from '../../sheet/calculation/parsed.ts';
import { columnLetters } from '../../sheet/fill/move-references.ts';
import { dayOfSerial, isError, type Scalar } from '../../sheet/formula/value.ts';
import { formatAt } from '../../sheet/own/cell-format.ts';
import type { ShownSheet } from '../sheets/cells.ts';

const MOST_SERIAL = 2_958_465;
/** What a double keeps. */
const PRECISION = 15;

/** Down to the last row and across to the last column in which something stands. */
export function ownSheetTable(shown: ShownSheet): TableExport {
  const { sheet } = shown;
  const { rows, columns } = usedSize(shown);
  return {
    title: sheet.name,
    rows,
    columns: Array.from({ length: columns }, (_, index) => {
      const title = columnLetters(index + 1);
      const { widths } = sheet.view;
      const width = Object.hasOwn(widths, title) ? widths[title] : undefined;
      return { title, kind: 'number' as const, format: { kind: 'general' as const }, width };
    }),
    frozenColumns: sheet.view.frozenColumns ?? 0,
    free: { frozenRows: sheet.view.frozenRows },
    cell: (row, column) => cellAt(shown, row, column),
  };
}

function usedSize(shown: ShownSheet): { readonly rows: number; readonly columns: number } {
  let rows = 1;
  let columns = 1;
  for (let row = 0; row < shown.rows; row++) {
    for (let column = 0; column < shown.columns; column++) {
      if (shown.stored(row, column) === '' && shown.text(row, column) === '') continue;
      rows = row + 1;
      columns = Math.max(columns, column + 1);
    }
  }
  return { rows, columns };
}

function cellAt(shown: ShownSheet, row: number, column: number): ExportCell {
  const stored = shown.stored(row, column);
  const format = formatAt(shown.sheet.formats, row, column);
  const raw = rawOf(shown.value(row, column) ?? null, format ?? { kind: 'general' });
  return {
    text: shown.text(row, column),
    ...(raw ? { raw } : {}),
    ...(format && format.kind !== 'general' ? { format } : {}),
    ...(isFormula(stored) ? { formula: stored } : {}),
  };
}

function rawOf(value: Scalar, { kind }: ExportFormat): RawCell | undefined {
  if (value === null || typeof value === 'string') return undefined;
  if (typeof value === 'boolean') return { kind: 'flag', flag: value };
  if (isError(value)) return { kind: 'error', code: value.code };
  if (!Number.isFinite(value)) return undefined;
  if ((kind === 'date' || kind === 'month') && value >= 1 && value <= MOST_SERIAL)
    return { kind: 'day', day: dayOfSerial(Math.trunc(value)) };
  const [mantissa = '', power = '0'] = String(Number(value.toPrecision(PRECISION))).split('e');
  return { kind: 'number', decimal: shiftPoint(mantissa, Number(power)) };
}
