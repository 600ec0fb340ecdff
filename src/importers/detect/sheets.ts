/** Recognises a sheet by its header, wherever among the first rows that stands. */
import { headerKey } from '../../core/ids.ts';
import type { SheetFormat } from '../sheet/format.ts';
import { formatsOf } from './table.ts';

/** Rows in which a header is looked for; exports with a title and a date above it are common. */
const HEADER_ROWS = 20;

export interface HeaderFound {
  /** Position of the header row. */
  readonly at: number;
  readonly header: readonly string[];
  /** Undefined: not recognised. */
  readonly format: SheetFormat | undefined;
}

/** The header among the first rows of a file; when none is recognised, the first row with two filled cells. */
export function findHeader(rows: readonly (readonly string[])[]): HeaderFound | undefined {
  const candidates = rows.slice(0, HEADER_ROWS);
  for (const [at, header] of candidates.entries()) {
    const [format] = formatsOf(new Set(header.map(headerKey)));
    if (format) return { at, header, format };
  }
  const at = candidates.findIndex((row) => row.filter((cell) => cell.trim() !== '').length >= 2);
  const header = candidates[at];
  return header && { at, header, format: undefined };
}

/** Whether a row is the header of a format that is known here. */
export function isKnownHeader(cells: readonly string[]): boolean {
  if (!cells.every((cell) => cell.trim() === '' || /^\s*\p{L}/u.test(cell))) return false;
  return findHeader([cells])?.format !== undefined;
}
