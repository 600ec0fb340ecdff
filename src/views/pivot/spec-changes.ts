/** What a user does to a pivot, as changed copies of its specification. */
import type { ColumnFilter } from '../../sheet/model/table-view.ts';
import type { Aggregate, PivotField, PivotSpec } from '../../sheet/model/workbook-parts.ts';
import { type PivotColumn, aggregatesOf } from './fields.ts';

/** Where a field can stand besides the filters. */
export type Area = 'rows' | 'columns' | 'values';

/** A field in its place: the index within its area. */
export interface Place {
  readonly area: Area;
  readonly index: number;
}

/** A field stands once among the rows and columns; as a value as often as the user likes. */
export function withField(spec: PivotSpec, area: Area, column: PivotColumn, index = spec[area].length): PivotSpec {
  if (area === 'values') {
    const [aggregate = 'count'] = aggregatesOf(column);
    return { ...spec, values: inserted(spec.values, index, { key: column.key, aggregate }) };
  }
  const field: PivotField = column.kind === 'day' ? { key: column.key, by: 'month' } : { key: column.key };
  const known = [...spec.rows, ...spec.columns].find(({ key }) => key === column.key) ?? field;
  return placed(spec, area, known, index);
}

function placed(spec: PivotSpec, area: 'rows' | 'columns', field: PivotField, index: number): PivotSpec {
  const without = (fields: readonly PivotField[]): PivotField[] => fields.filter(({ key }) => key !== field.key);
  const before = spec[area].slice(0, index).filter(({ key }) => key === field.key).length;
  const changed = { ...spec, rows: without(spec.rows), columns: without(spec.columns) };
  return { ...changed, [area]: inserted(changed[area], index - before, field) };
}

/** The pivot with the field of a place taken elsewhere within its area. */
export function moved(spec: PivotSpec, { area, index }: Place, to: number): PivotSpec {
  const items: readonly unknown[] = spec[area];
  if (to < 0 || to >= items.length) return spec;
  const others = items.filter((_, at) => at !== index);
  const changed = { ...spec, [area]: inserted(others, to, items[index]) };
  return area === 'values' ? withoutValueSorts(changed) : changed;
}

export function removed(spec: PivotSpec, { area, index }: Place): PivotSpec {
  const items: readonly unknown[] = spec[area];
  const changed = { ...spec, [area]: items.filter((_, at) => at !== index) };
  return area === 'values' ? withoutValueSorts(changed) : changed;
}

/** A field of the rows or columns with something about it changed. */
export function withChangedField(
  spec: PivotSpec,
  { area, index }: Place & { readonly area: 'rows' | 'columns' },
  change: Partial<PivotField>,
): PivotSpec {
  return { ...spec, [area]: spec[area].map((field, at) => (at === index ? { ...field, ...change } : field)) };
}

export function withAggregate(spec: PivotSpec, index: number, aggregate: Aggregate): PivotSpec {
  return { ...spec, values: spec.values.map((value, at) => (at === index ? { ...value, aggregate } : value)) };
}

/** @param filter undefined takes it away */
export function withFilter(spec: PivotSpec, key: string, filter: ColumnFilter | undefined): PivotSpec {
  const others = spec.filters.filter(([own]) => own !== key);
  const at = spec.filters.findIndex(([own]) => own === key);
  if (!filter) return { ...spec, filters: others };
  return { ...spec, filters: inserted(others, at < 0 ? others.length : at, [key, filter] as const) };
}

/** Values have changed their places: what was sorted by one is sorted by its labels again. */
function withoutValueSorts(spec: PivotSpec): PivotSpec {
  const plain = (fields: readonly PivotField[]): readonly PivotField[] =>
    fields.map(({ sort, ...field }) => (sort && sort.by !== 'value' ? { ...field, sort } : field));
  return { ...spec, rows: plain(spec.rows), columns: plain(spec.columns) };
}

function inserted<T>(items: readonly T[], index: number, item: T): readonly T[] {
  return [...items.slice(0, index), item, ...items.slice(index)];
}

/** What is being dragged: a field of the list, or one in its place. */
export interface DraggedField {
  readonly column: PivotColumn;
  readonly from: Place | undefined;
}

/** The pivot after a drop before the item `index` of an area. */
export function dropped(spec: PivotSpec, { column, from }: DraggedField, area: Area, index: number): PivotSpec {
  if (from?.area === area) return moved(spec, from, from.index < index ? index - 1 : index);
  const isTaken = from !== undefined && (from.area === 'values' || area === 'values');
  return withField(isTaken ? removed(spec, from) : spec, area, column, index);
}
