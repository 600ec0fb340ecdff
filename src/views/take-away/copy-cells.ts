/** A selection as a clipboard that spreadsheets read right: ids stay text, figures go with their exact value. */
import { firstDayOfMonth } from '../../core/days.ts';
import { isTextColumn, type RawCell, type TableExport } from '../../core/table-export.ts';
import { type CopyCell, writeClipboard } from '../../sheet/clipboard/write-clipboard.ts';
import { serialOfDay } from '../../sheet/formula/value.ts';
import { rangeToTsv } from '../../ui/grid/clipboard.ts';
import type { CopyCells } from '../../ui/grid/clipboard-keys.ts';
import { cellCount } from '../../ui/grid/selection.ts';
import type { GridSource } from '../../ui/grid/source.ts';

/** The HTML of more cells would take longer to read than anybody waits: beyond it stands text alone. */
const MOST_HTML_CELLS = 100_000;

/** @param table the same rows and columns as those of the source */
export function copyCells(source: GridSource, table: TableExport): CopyCells {
  return (range, { headers }) => {
    if (cellCount(range) > MOST_HTML_CELLS) return { text: rangeToTsv(source, range, headers), html: '' };
    const columns = Array.from({ length: range.right - range.left + 1 }, (_, index) => range.left + index);
    const rows = Array.from({ length: range.bottom - range.top + 1 }, (_, index) =>
      columns.map((column) => copyCell(source, table, range.top + index, column)),
    );
    const titles = headers ? columns.map((column) => source.columns[column]?.title ?? '') : undefined;
    return writeClipboard(rows, { headers: titles });
  };
}

function copyCell(source: GridSource, table: TableExport, row: number, column: number): CopyCell {
  const described = table.columns[column];
  const { raw } = table.cell(row, column);
  if (!described || isTextColumn(described)) return { kind: 'text', text: source.text(row, column) };
  const text = source.copyText?.(row, column) ?? source.text(row, column);
  return figureCell(raw, text, described.format.kind === 'percent' ? 'percent' : 'number');
}

function figureCell(raw: RawCell | undefined, text: string, kind: 'percent' | 'number'): CopyCell {
  switch (raw?.kind) {
    case 'number':
      return { kind, text, decimal: raw.decimal };
    case 'day':
      return { kind: 'day', text, serial: serialOfDay(raw.day) };
    case 'month':
      return { kind: 'day', text, serial: serialOfDay(firstDayOfMonth(raw.month)) };
    default:
      return { kind: 'text', text };
  }
}
