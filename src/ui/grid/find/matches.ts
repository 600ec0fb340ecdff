/** Finding: what the owner is asked, and how a found text is replaced. */
import type { GridCell } from '../selection.ts';

export interface FindOptions {
  /** The text is all of the cell. */
  readonly wholeCell: boolean;
  readonly matchCase: boolean;
  /** Only in this column. */
  readonly column?: number | undefined;
}

export interface FindCells {
  /** The cells whose shown text holds `text`, row by row; of an aborted search nobody reads the answer. */
  search(text: string, options: FindOptions, signal: AbortSignal): Promise<readonly GridCell[]>;
}

/** True when a cell's text is one that is looked for: the meaning that owners share. */
export function matches(cell: string, text: string, { wholeCell, matchCase }: FindOptions): boolean {
  if (text === '') return false;
  const [where, what] = matchCase ? [cell, text] : [cell.toLocaleLowerCase(), text.toLocaleLowerCase()];
  return wholeCell ? where === what : where.includes(what);
}

/** A cell's text with every occurrence replaced; undefined when there is none in it as it is typed. */
export function replaced(cell: string, text: string, by: string, options: FindOptions): string | undefined {
  if (text === '' || !matches(cell, text, options)) return undefined;
  if (options.wholeCell) return by;
  if (options.matchCase) return cell.replaceAll(text, () => by);
  const pattern = new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu');
  return cell.replace(pattern, () => by);
}

/** The first match at or after a cell in reading order, as its place in the list; the first of all beyond the last. */
export function nearestMatch(found: readonly GridCell[], from: GridCell): number {
  const at = found.findIndex(({ row, column }) => row > from.row || (row === from.row && column >= from.column));
  return Math.max(0, at);
}
