/** The search of a grid over all rows of a table, in slices. */
import type { Column } from '../../core/table.ts';
import { type FoundCell, type FoundIn, findSteps } from '../../sheet/arrange/find.ts';
import type { FindCells } from '../../ui/grid/find/matches.ts';
import type { GridSource } from '../../ui/grid/source.ts';
import { inSlices } from './in-slices.ts';

export interface SearchedTable {
  readonly source: GridSource;
  readonly locale: string;
  /** The column whose very texts a column of the view shows; undefined where it shows something else. */
  readonly column: (place: number) => Column | undefined;
  /** The row of the table that a row of the view shows; undefined for one that shows none. */
  readonly tableRow: (viewRow: number) => number | undefined;
}

export function findCells({ source, locale, column, tableRow }: SearchedTable): FindCells {
  return {
    search: async (text, { wholeCell, matchCase, column: only }, signal) => {
      const places = only === undefined ? source.columns.map((_, place) => place) : [only];
      const columns = places.map((place): FoundIn => {
        const texts = column(place);
        const isFigure = source.columns[place]?.kind === 'number';
        return { ...(texts ? { column: texts } : {}), figures: isFigure, text: (row) => source.text(row, place) };
      });
      const steps = findSteps(text, columns, source.rows, tableRow, { locale, matchCase, whole: wholeCell });
      const found = (await inSlices(collected(steps), signal)) ?? [];
      return found.map((cell) => ({ row: cell.row, column: places[cell.column] ?? 0 }));
    },
  };
}

function* collected(steps: Generator<readonly FoundCell[], undefined>): Generator<undefined, readonly FoundCell[]> {
  const found: FoundCell[] = [];
  for (const some of steps) {
    for (const cell of some) found.push(cell);
    yield;
  }
  return found;
}
