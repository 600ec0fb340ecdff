/** A grid's source with its columns in the order of a view, without those that are hidden. */
import type { TableView } from '../../sheet/model/table-view.ts';
import { shownKeys } from '../../sheet/model/view-changes.ts';
import type { GridColumn, GridSource } from '../../ui/grid/source.ts';

/** The places of the columns that show, among all. */
export function shownPlaces(
  columns: readonly Pick<GridColumn, 'key'>[],
  view: Pick<TableView, 'order' | 'hidden'>,
): readonly number[] {
  const keys = columns.map(({ key }) => key);
  return shownKeys(keys, view).map((key) => keys.indexOf(key));
}

/**
 * The source with only the columns at `places`, in their order.
 * @param frozen how many of them stay in place
 */
export function withColumns(source: GridSource, places: readonly number[], frozen: number): GridSource {
  const at = (place: number): number => places[place] ?? 0;
  return {
    rows: source.rows,
    columns: places.flatMap((place, shown) => {
      const column = source.columns[place];
      return column ? [{ ...column, frozen: shown < frozen }] : [];
    }),
    text: (row, place) => source.text(row, at(place)),
    ...(source.flags && { flags: (row: number, place: number) => source.flags?.(row, at(place)) ?? 0 }),
    ...(source.number && { number: (row: number, place: number) => source.number?.(row, at(place)) }),
    ...(source.unit && { unit: (row: number, place: number) => source.unit?.(row, at(place)) ?? '' }),
    ...(source.copyText && { copyText: (row: number, place: number) => source.copyText?.(row, at(place)) ?? '' }),
  };
}
