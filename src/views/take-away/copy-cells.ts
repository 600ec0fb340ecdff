/** A selection as a clipboard that spreadsheets read right: ids stay text, figures go with their exact value. */
import { dayToText, firstDayOfMonth } from '../../core/days.ts';
import { shiftPoint } from '../../core/decimal-text.ts';
import { numberText } from '../../core/locale-text.ts';
import { type LocaleWords, localeWords } from '../../core/locale-words.ts';
import { isTextColumn, type RawCell, type TableExport } from '../../core/table-export.ts';
import { exportText } from '../../core/text/en/export.ts';
import { type CopyCell, writeClipboard } from '../../sheet/clipboard/write-clipboard.ts';
import { serialOfDay } from '../../sheet/formula/value.ts';
import { rangeToTsv } from '../../ui/grid/clipboard.ts';
import type { CopyCells } from '../../ui/grid/clipboard-keys.ts';
import { cellCount } from '../../ui/grid/selection.ts';
import type { GridSource } from '../../ui/grid/source.ts';

/** The HTML of more cells would take longer to read than anybody waits: beyond it stands text alone. */
const MOST_HTML_CELLS = 100_000;

/** @param table the same rows and columns as those of the source */
export function copyCells(source: GridSource, table: TableExport, locale: string): CopyCells {
  const words = localeWords(locale);
  return (range, { headers }) => {
    if (cellCount(range) > MOST_HTML_CELLS) return { text: rangeToTsv(source, range, headers), html: '' };
    const columns = Array.from({ length: range.right - range.left + 1 }, (_, index) => range.left + index);
    const rows = Array.from({ length: range.bottom - range.top + 1 }, (_, index) =>
      columns.map((column) => copyCell(source, table, range.top + index, column, words)),
    );
    const titles = headers ? columns.map((column) => source.columns[column]?.title ?? '') : undefined;
    return writeClipboard(rows, { headers: titles });
  };
}

function copyCell(source: GridSource, table: TableExport, row: number, column: number, words: LocaleWords): CopyCell {
  const described = table.columns[column];
  const { raw } = table.cell(row, column);
  if (!described || isTextColumn(described)) return { kind: 'text', text: source.text(row, column) };
  if (raw === undefined) return { kind: 'text', text: source.text(row, column) };
  return figureCell(raw, described.format.kind === 'percent', words);
}

/** Numbers in the user's locale without marks between thousands, days as `YYYY-MM-DD`. */
function figureCell(raw: RawCell, isPercent: boolean, words: LocaleWords): CopyCell {
  switch (raw.kind) {
    case 'number': {
      const { decimal } = raw;
      return isPercent
        ? { kind: 'percent', text: `${numberText(shiftPoint(decimal, 2), words)}%`, decimal }
        : { kind: 'number', text: numberText(decimal, words), decimal };
    }
    case 'day':
      return { kind: 'day', text: dayToText(raw.day), serial: serialOfDay(raw.day) };
    case 'month': {
      const day = firstDayOfMonth(raw.month);
      return { kind: 'day', text: dayToText(day), serial: serialOfDay(day) };
    }
    case 'flag':
      return { kind: 'text', text: raw.flag ? exportText.yes : exportText.no };
    case 'error':
      return { kind: 'text', text: raw.code };
  }
}
