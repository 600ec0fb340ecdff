/** What the menus of fields offer: everything that a drag can do, and more. */
import { pivotText } from '../../core/text/en/pivot.ts';
import type { PivotField, PivotSpec } from '../../sheet/model/workbook-parts.ts';
import { ROWS_KEY } from '../../sheet/pivot/source.ts';
import type { MenuItem } from '../../ui/menu.ts';
import { type PivotColumn, type PivotFields, aggregatesOf } from './fields.ts';
import { type Area, type Place, moved, removed, withAggregate, withChangedField, withField } from './spec-changes.ts';

const text = pivotText.fields;

export interface FieldVerbs {
  readonly fields: Pick<PivotFields, 'valueName'>;
  /** @param what the step, in the words of the history */
  readonly change: (spec: PivotSpec, what: string) => void;
  readonly filter: (key: string) => void;
}

/** Of a field in the list of all. */
export function listItems(spec: PivotSpec, column: PivotColumn, { change, filter }: FieldVerbs): readonly MenuItem[] {
  const add = (area: Area): MenuItem => ({
    text: text.to[area],
    onPick: () => {
      change(withField(spec, area, column), pivotText.steps.add(column.title, text.areas[area]));
    },
  });
  if (column.key === ROWS_KEY) return [add('values')];
  return [
    ...(['rows', 'columns', 'values'] as const).map(add),
    {
      text: text.to.filters,
      ruled: true,
      onPick: () => {
        filter(column.key);
      },
    },
  ];
}

/** Of a field among the rows or columns. */
export function placedItems(
  spec: PivotSpec,
  place: Place & { readonly area: 'rows' | 'columns' },
  column: PivotColumn,
  verbs: FieldVerbs,
): readonly MenuItem[] {
  const other = place.area === 'rows' ? 'columns' : 'rows';
  const { title } = column;
  const change = (changed: Partial<PivotField>) => (): void => {
    verbs.change(withChangedField(spec, place, changed), pivotText.steps.change(title));
  };
  const sort = (descending: boolean): MenuItem['onPick'] => change({ sort: { by: 'label', descending } });
  return [
    ...orderItems(spec, place, title, verbs),
    {
      text: text.move[other],
      onPick: () => {
        verbs.change(withField(spec, other, column), pivotText.steps.move(title));
      },
    },
    ...(column.kind === 'day'
      ? (['day', 'month', 'quarter', 'year'] as const).map((by, index) => ({
          text: pivotText.by[by],
          ruled: index === 0,
          onPick: change({ by }),
        }))
      : []),
    { text: text.ascending, icon: 'rise', ruled: true, onPick: sort(false) },
    { text: text.descending, icon: 'fall', onPick: sort(true) },
    ...spec.values.map(({ key, aggregate }, value) => ({
      text: text.byValue(verbs.fields.valueName(key, aggregate)),
      onPick: change({ sort: { by: 'value', value, descending: true } }),
    })),
    removeItem(spec, place, title, verbs),
  ];
}

/** Of a value. */
export function valueItems(
  spec: PivotSpec,
  index: number,
  column: PivotColumn,
  verbs: FieldVerbs,
): readonly MenuItem[] {
  const place = { area: 'values', index } as const;
  return [
    ...orderItems(spec, place, column.title, verbs),
    ...aggregatesOf(column).map((aggregate, at) => ({
      text: pivotText.aggregates[aggregate],
      ruled: at === 0,
      onPick: () => {
        verbs.change(withAggregate(spec, index, aggregate), pivotText.steps.change(column.title));
      },
    })),
    removeItem(spec, place, column.title, verbs),
  ];
}

function orderItems(spec: PivotSpec, place: Place, title: string, { change }: FieldVerbs): readonly MenuItem[] {
  const to = (index: number): MenuItem['onPick'] => {
    return () => {
      change(moved(spec, place, index), pivotText.steps.move(title));
    };
  };
  const last = spec[place.area].length - 1;
  return [
    { text: text.up, disabled: place.index === 0, onPick: to(place.index - 1) },
    { text: text.down, disabled: place.index === last, onPick: to(place.index + 1) },
  ];
}

function removeItem(spec: PivotSpec, place: Place, title: string, { change }: FieldVerbs): MenuItem {
  return {
    text: text.remove,
    icon: 'close',
    ruled: true,
    onPick: () => {
      change(removed(spec, place), pivotText.steps.remove(title));
    },
  };
}
