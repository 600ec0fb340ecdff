/** A clipboard as the grid pastes it. */
import type { ClipSource } from './clip-table.ts';
import { parseClipboard } from './parse-clipboard.ts';
import { rawToLocal } from './raw-to-local.ts';

/** Rows of texts as `GridEdits.parse` gives them, each as `readTyped` reads it in the locale; undefined for an empty clipboard. */
export function parseForGrid(source: ClipSource, locale: string): readonly (readonly string[])[] | undefined {
  return parseClipboard(source)?.map((row) =>
    row.map((cell) => (cell.raw === undefined ? cell.text : rawToLocal(cell, locale))),
  );
}
