/**
 * What users add to a workbook, on its way from the store: validated, since an older or another build may have written it.
 * What cannot be read falls back to its default, part by part.
 */
import {
  type CellFormat,
  type ColumnFilter,
  type ConditionalMark,
  PLAIN_VIEW,
  type SortKey,
  type TableView,
} from '../sheet/model/table-view.ts';
import type { Filter } from './filter.ts';
import type { ColumnFormula, NamedValue, OwnSheet, PivotSpec, SavedView } from '../sheet/model/workbook-parts.ts';

type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function list<T>(value: unknown, read: (item: unknown) => T | undefined): readonly T[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    const one = read(item);
    return one === undefined ? [] : [one];
  });
}

export const texts = (value: unknown): readonly string[] => list(value, (item) => (isText(item) ? item : undefined));

function record<T>(value: unknown, read: (item: unknown) => T | undefined): Readonly<Record<string, T>> {
  if (!isFields(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const one = read(item);
      return one === undefined ? [] : [[key, one] as const];
    }),
  );
}

function readSort(value: unknown): SortKey | undefined {
  if (!isFields(value) || !isText(value['key']) || !isFlag(value['descending'])) return undefined;
  return { key: value['key'], descending: value['descending'] };
}

const FILTER_KINDS: Readonly<Record<ColumnFilter['kind'], (filter: Fields) => boolean>> = {
  contains: ({ text }) => isText(text),
  values: ({ values }) => Array.isArray(values) && values.every(isText),
  numbers: ({ least, most }) => [least, most].every((bound) => bound === undefined || isText(bound)),
  days: ({ first, last }) => [first, last].every((bound) => bound === undefined || isText(bound)),
  'text-is': ({ test, text }) => isText(test) && isText(text),
  'number-is': ({ test, number }) => isText(test) && isText(number),
  'day-is': ({ test, value }) => isText(test) && isText(value),
  top: ({ count, from }) => isCount(count) && isText(from),
  average: ({ side }) => isText(side),
  empty: ({ empty }) => isFlag(empty),
};

function readFilter(value: unknown): ColumnFilter | undefined {
  if (!isFields(value) || !isText(value['kind']) || !Object.hasOwn(FILTER_KINDS, value['kind'])) return undefined;
  const kind = value['kind'] as ColumnFilter['kind'];
  return FILTER_KINDS[kind](value) ? (value as unknown as ColumnFilter) : undefined;
}

function readKeyedFilter(value: unknown): readonly [string, ColumnFilter] | undefined {
  if (!Array.isArray(value) || !isText(value[0])) return undefined;
  const filter = readFilter(value[1]);
  return filter && [value[0], filter];
}

const FORMATS: ReadonlySet<unknown> = new Set(['general', 'number', 'currency', 'percent', 'date', 'month', 'text']);

function readFormat(value: unknown): CellFormat | undefined {
  if (!isFields(value) || !FORMATS.has(value['kind'])) return undefined;
  const { digits, currency } = value;
  return {
    kind: value['kind'] as CellFormat['kind'],
    ...(isCount(digits) && digits <= 10 ? { digits } : {}),
    ...(isText(currency) ? { currency } : {}),
  };
}

const LOOKS: ReadonlySet<unknown> = new Set(['good', 'bad', 'warning', 'accent', 'bold']);

function readMark(value: unknown): ConditionalMark | undefined {
  if (!isFields(value) || !isText(value['key']) || !LOOKS.has(value['look']) || !isFields(value['rule']))
    return undefined;
  const look = value['look'] as ConditionalMark['look'];
  const { kind, filter } = value['rule'];
  if (kind === 'bars' || kind === 'scale') return { key: value['key'], rule: { kind }, look };
  const condition = kind === 'filter' ? readFilter(filter) : undefined;
  return condition && { key: value['key'], rule: { kind: 'filter', filter: condition }, look };
}

/** How a table is shown. */
export function readTableView(value: unknown): TableView {
  if (!isFields(value)) return PLAIN_VIEW;
  return {
    widths: record(value['widths'], (width) => (typeof width === 'number' ? width : undefined)),
    order: texts(value['order']),
    hidden: texts(value['hidden']),
    frozenColumns: isCount(value['frozenColumns']) ? value['frozenColumns'] : undefined,
    frozenRows: isCount(value['frozenRows']) ? value['frozenRows'] : 0,
    sort: list(value['sort'], readSort),
    filters: list(value['filters'], readKeyedFilter),
    find: isText(value['find']) ? value['find'] : '',
    groups: texts(value['groups']),
    closed: texts(value['closed']),
    marks: list(value['marks'], readMark),
    formats: record(value['formats'], readFormat),
  };
}

function readFormula(value: unknown): ColumnFormula | undefined {
  if (!isFields(value) || !isText(value['key']) || !isText(value['title']) || !isText(value['formula']))
    return undefined;
  const { key, title, formula } = value;
  return { key, title, formula, format: readFormat(value['format']) ?? { kind: 'general' } };
}

function readName(value: unknown): NamedValue | undefined {
  if (!isFields(value) || !isText(value['name'])) return undefined;
  const text = (key: string): string => (isText(value[key]) ? value[key] : '');
  return {
    ...{ name: value['name'], text: text('text'), unit: text('unit') },
    ...{ least: text('least'), most: text('most'), note: text('note') },
  };
}

function readSheet(value: unknown): OwnSheet | undefined {
  if (!isFields(value) || !isText(value['id']) || !isText(value['name'])) return undefined;
  if (!isCount(value['rows']) || !isCount(value['columns'])) return undefined;
  return {
    ...{ id: value['id'], name: value['name'], rows: value['rows'], columns: value['columns'] },
    cells: record(value['cells'], (cell) => (isText(cell) ? cell : undefined)),
    formats: record(value['formats'], readFormat),
    view: readTableView(value['view']),
  };
}

const AGGREGATES: ReadonlySet<unknown> = new Set([
  ...['sum', 'count', 'average', 'min', 'max', 'distinct', 'share', 'row-share', 'column-share'],
]);
const STEPS: ReadonlySet<unknown> = new Set(['day', 'month', 'quarter', 'year']);
const CHARTS: ReadonlySet<unknown> = new Set(['none', 'bar', 'line', 'area', 'scatter', 'waterfall', 'heat']);

function readField(value: unknown): PivotSpec['rows'][number] | undefined {
  if (!isFields(value) || !isText(value['key'])) return undefined;
  const by = value['by'];
  const sort = readFieldSort(value['sort']);
  return { key: value['key'], ...(STEPS.has(by) ? { by: by as 'day' } : {}), ...(sort && { sort }) };
}

function readFieldSort(value: unknown): PivotSpec['rows'][number]['sort'] {
  if (!isFields(value) || typeof value['descending'] !== 'boolean') return undefined;
  const { by, descending } = value;
  if (by === 'label') return { by, descending };
  return by === 'value' && isCount(value['value']) ? { by, value: value['value'], descending } : undefined;
}

function readValueField(value: unknown): PivotSpec['values'][number] | undefined {
  if (!isFields(value) || !isText(value['key']) || !AGGREGATES.has(value['aggregate'])) return undefined;
  return { key: value['key'], aggregate: value['aggregate'] as 'sum' };
}

function readPivot(value: unknown): PivotSpec | undefined {
  if (!isFields(value) || !isText(value['id']) || !isText(value['name'])) return undefined;
  return {
    ...{ id: value['id'], name: value['name'] },
    rows: list(value['rows'], readField),
    columns: list(value['columns'], readField),
    values: list(value['values'], readValueField),
    filters: list(value['filters'], readKeyedFilter),
    ...(value['subtotals'] === false ? { subtotals: false } : {}),
    ...(value['totals'] === false ? { totals: false } : {}),
    chart: CHARTS.has(value['chart']) ? (value['chart'] as 'none') : 'none',
  };
}

function readSavedView(value: unknown): SavedView | undefined {
  if (!isFields(value) || !isText(value['name']) || !isText(value['table'])) return undefined;
  const { name, table } = value;
  const extras = texts(value['extras']);
  return {
    ...{ name, table, view: readTableView(value['view']), formulas: readFormulas(value['formulas']) },
    ...(extras.length > 0 ? { extras } : {}),
  };
}

/** Names of views by table. */
export function readOpenViews(value: unknown): ReadonlyMap<string, string> {
  return new Map(Object.entries(record(value, (name) => (isText(name) ? name : undefined))));
}

export const readFormulas = (value: unknown): readonly ColumnFormula[] => list(value, readFormula);
export const readNames = (value: unknown): readonly NamedValue[] => list(value, readName);
export const readSheets = (value: unknown): readonly OwnSheet[] => list(value, readSheet);
export const readPivots = (value: unknown): readonly PivotSpec[] => list(value, readPivot);
export const readSavedViews = (value: unknown): readonly SavedView[] => list(value, readSavedView);

const PARTS: ReadonlySet<unknown> = new Set(['promotion', 'listMove', 'commitment', 'estUplift', 'currencyMove']);

/** The filter that charts and the exposure list share. */
export function readShownFilter(value: unknown): Filter {
  if (!isFields(value)) return {};
  const { month, customerId, outcome, segment, part, find } = value;
  return {
    ...(isCount(month) && { month }),
    ...(isText(customerId) && { customerId }),
    ...(isText(outcome) && { outcome }),
    ...(isText(segment) && { segment }),
    ...(PARTS.has(part) && { part: part as 'promotion' }),
    ...(isText(find) && { find }),
  };
}
