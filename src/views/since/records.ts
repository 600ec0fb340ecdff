/** Lists of records as the grid reads them: columns are functions of a record, sorting is by their values. */
import { guardFormula } from '../../core/formula-guard.ts';
import type { GridColumn, GridSource, SortKey } from '../../ui/grid/source.ts';

/** A column of a list of records. */
export interface RecordColumn<Row> extends Omit<GridColumn, 'align' | 'sortable'> {
  readonly text: (row: Row) => string;
  /** What the column sorts by; its text when absent, undefined comes last. */
  readonly order?: (row: Row) => number | string | undefined;
  /** The cell as a whole number of `unitOf`, for the sum of a selection. */
  readonly number?: (row: Row) => number | undefined;
  readonly unitOf?: (row: Row) => string;
  readonly flags?: (row: Row) => number;
}

/** A list with the columns that show it. */
export interface RecordList<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly RecordColumn<Row>[];
}

/** The grid's source of records at the given places, in that order. */
export function recordSource<Row>({ rows, columns }: RecordList<Row>, order: Uint32Array): GridSource {
  const cell = <T>(row: number, column: number, read: (row: Row, column: RecordColumn<Row>) => T): T | undefined => {
    const record = rows[order[row] ?? -1];
    const spec = columns[column];
    return record === undefined || spec === undefined ? undefined : read(record, spec);
  };
  const text = (row: number, column: number): string => cell(row, column, (record, spec) => spec.text(record)) ?? '';
  return {
    rows: order.length,
    columns: columns.map((column) => ({ ...column, align: column.kind === 'text' ? 'start' : 'end', sortable: true })),
    text,
    copyText: (row, column) => (columns[column]?.kind === 'text' ? guardFormula(text(row, column)) : text(row, column)),
    number: (row, column) => cell(row, column, (record, spec) => spec.number?.(record)),
    unit: (row, column) => cell(row, column, (record, spec) => spec.unitOf?.(record)) ?? '',
    flags: (row, column) => cell(row, column, (record, spec) => spec.flags?.(record)) ?? 0,
  };
}

/** The places by the sort keys, the first first; without keys as they are. */
export function sortedPlaces<Row>(
  { rows, columns }: RecordList<Row>,
  places: Uint32Array,
  keys: readonly SortKey[],
  locale: string,
): Uint32Array {
  const wanted = keys.flatMap(({ key, descending }) => {
    const column = columns.find((one) => one.key === key);
    return column ? [{ read: column.order ?? column.text, sign: descending ? -1 : 1 }] : [];
  });
  if (wanted.length === 0) return places;
  const collator = new Intl.Collator(locale, { numeric: true });
  return places.toSorted((a, b) => {
    const [left, right] = [rows[a], rows[b]];
    if (left === undefined || right === undefined) return 0;
    for (const { read, sign } of wanted) {
      const order = compare(read(left), read(right), sign, collator);
      if (order !== 0) return order;
    }
    return a - b;
  });
}

type Value = number | string | undefined;

/** Empty ones come last in either direction. */
function compare(a: Value, b: Value, sign: number, collator: Intl.Collator): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return order * sign;
}
