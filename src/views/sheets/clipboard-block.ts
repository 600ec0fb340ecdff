/** A clipboard as the cells of a new sheet. */
import type { ClipSource } from '../../sheet/clipboard/clip-table.ts';
import { parseClipboard } from '../../sheet/clipboard/parse-clipboard.ts';
import { rawToLocal } from '../../sheet/clipboard/raw-to-local.ts';
import type { BlockCell } from '../../sheet/own/sheet-list.ts';
import { readTypedCell } from '../../sheet/own/typed-cell.ts';

type Block = readonly (readonly BlockCell[])[];

/** Undefined when the clipboard holds no cells. What its source keeps as text, such as ids, stays text. */
export function blockOf(source: ClipSource, locale: string): Block | undefined {
  return parseClipboard(source)?.map((row) =>
    row.map((cell) => ({
      text: cell.raw === undefined ? cell.text : rawToLocal(cell, locale),
      exact:
        cell.raw?.kind === 'text' ||
        (cell.raw?.kind === 'number' && (cell.raw.format === 'text' || cell.raw.format === 'padded')),
    })),
  );
}

/** Whether the first row looks like headings: texts alone, each another, over at least one row. */
export function looksHeaded([first = [], ...rest]: Block, locale: string): boolean {
  const texts = first.map(({ text }) => text.trim());
  return (
    rest.length > 0 &&
    texts.length > 0 &&
    new Set(texts).size === texts.length &&
    texts.every((text) => text !== '' && isText(text, locale))
  );
}

function isText(text: string, locale: string): boolean {
  const read = readTypedCell(text, locale);
  return read.ok && read.value.format === undefined && read.value.stored === text;
}
