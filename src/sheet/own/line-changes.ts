/** Rows and columns of an own sheet that come and go, and cells that move: everywhere in the workbook references follow. */
import { addressOf, placeOf } from '../calculation/address.ts';
import {
  type Axis,
  type LineShift,
  followMove,
  shiftReferences,
  shiftedPlace,
} from '../calculation/shift-references.ts';
import { MOST_COLUMNS, MOST_ROWS } from '../calculation/sheet-size.ts';
import { columnLetters, columnNumber } from '../fill/move-references.ts';
import type { CellRange } from '../formula/host.ts';
import type { OwnSheet } from '../model/workbook-parts.ts';
import { type FormulaParts, mapFormulas } from './formula-parts.ts';

/** Rows or columns, counted from 0. A negative count takes them away. */
export interface LineChange {
  readonly axis: Axis;
  readonly at: number;
  readonly count: number;
}

/** Whether so many more would leave the sheet's limits. */
export function hasRoom(sheet: OwnSheet, { axis, count }: LineChange): boolean {
  return axis === 'row' ? sheet.rows + count <= MOST_ROWS : sheet.columns + count <= MOST_COLUMNS;
}

/** The parts after rows or columns of a sheet came or went. A sheet always keeps one of each. */
export function changeLines(parts: FormulaParts, sheet: OwnSheet, change: LineChange): FormulaParts {
  const shift: LineShift = { ...change, sheet: sheet.name };
  const changed = mapFormulas(parts, (formula, own) => shiftReferences(formula, shift, own));
  return withSheet(changed, sheet.id, (one) => shiftedSheet(one, change));
}

/** The parts after a block of a sheet's cells was moved, over whatever was there. */
export function moveCells(
  parts: FormulaParts,
  sheet: OwnSheet,
  from: CellRange,
  to: { readonly row: number; readonly column: number },
): FormulaParts {
  const [rows, columns] = [to.row - from.top, to.column - from.left];
  const move = { sheet: sheet.name, from, rows, columns };
  const changed = mapFormulas(parts, (formula, own) => followMove(formula, move, own));
  const isIn = (row: number, column: number): boolean =>
    row >= from.top && row <= from.bottom && column >= from.left && column <= from.right;
  const relocated = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> => {
    const kept: [string, T][] = [];
    const moved: [string, T][] = [];
    for (const [address, item] of Object.entries(record)) {
      const place = placeOf(address);
      if (place && isIn(place.row, place.column))
        moved.push([addressOf(place.row + rows, place.column + columns), item]);
      else if (!place || !isIn(place.row - rows, place.column - columns)) kept.push([address, item]);
    }
    return Object.fromEntries([...kept, ...moved]);
  };
  return withSheet(changed, sheet.id, (one) => ({
    ...one,
    cells: relocated(one.cells),
    formats: relocated(one.formats),
  }));
}

/** The parts with one sheet changed. */
export function withSheet(parts: FormulaParts, id: string, change: (sheet: OwnSheet) => OwnSheet): FormulaParts {
  return { ...parts, sheets: parts.sheets.map((sheet) => (sheet.id === id ? change(sheet) : sheet)) };
}

function shiftedSheet(sheet: OwnSheet, change: LineChange): OwnSheet {
  const { axis, count } = change;
  const { widths, frozenRows } = sheet.view;
  return {
    ...sheet,
    rows: axis === 'row' ? Math.max(1, sheet.rows + count) : sheet.rows,
    columns: axis === 'column' ? Math.max(1, sheet.columns + count) : sheet.columns,
    cells: shiftedKeys(sheet.cells, change),
    formats: shiftedKeys(sheet.formats, change),
    view: {
      ...sheet.view,
      widths: shiftedKeys(widths, change),
      frozenRows: axis === 'row' ? frozenAfter(frozenRows, change) : frozenRows,
    },
  };
}

/** Rows that come above the last frozen one are frozen too. */
function frozenAfter(frozen: number, { at, count }: LineChange): number {
  if (at >= frozen) return frozen;
  return count > 0 ? frozen + count : frozen - Math.min(-count, frozen - at);
}

/** A record by addresses or columns' letters; what stood where it is no more goes. */
function shiftedKeys<T>(record: Readonly<Record<string, T>>, change: LineChange): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, item]): [string, T][] => {
      const shifted = shiftedKey(key, change);
      return shifted === undefined ? [] : [[shifted, item]];
    }),
  );
}

function shiftedKey(key: string, change: LineChange): string | undefined {
  const place = placeOf(key);
  if (!place) return shiftedColumn(key, change);
  const moved = shiftedPlace(place[change.axis], change);
  if (moved === undefined) return undefined;
  return change.axis === 'row' ? addressOf(moved, place.column) : addressOf(place.row, moved);
}

function shiftedColumn(key: string, change: LineChange): string | undefined {
  if (change.axis === 'row' || !/^[A-Z]+$/.test(key)) return key;
  const moved = shiftedPlace(columnNumber(key) - 1, change);
  return moved === undefined ? undefined : columnLetters(moved + 1);
}
