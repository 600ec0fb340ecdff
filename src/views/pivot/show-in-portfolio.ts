/** The rows behind a figure as filters of the portfolio sheet. */
import { addMonths, type Day, dayToText, firstDayOfMonth, type Month } from '../../core/days.ts';
import { pivotText } from '../../core/text/en/pivot.ts';
import type { ColumnFilter } from '../../sheet/model/table-view.ts';
import type { PivotSpec } from '../../sheet/model/workbook-parts.ts';
import { type Axis, pathOf } from '../../sheet/pivot/axis.ts';
import type { Members } from '../../sheet/pivot/field.ts';
import type { Pivot } from '../../sheet/pivot/result.ts';
import { type Command, viewOf, type WorkbookDocument } from '../../state/document.ts';
import { withEntry } from '../../state/with-entry.ts';
import { isExtra } from '../portfolio/columns.ts';

type KeyedFilter = readonly [key: string, filter: ColumnFilter];

/** The filters of the pivot, and one for each label of the row line and the column line. */
export function filtersBehind(
  pivot: Pivot,
  spec: Pick<PivotSpec, 'filters'>,
  row: number,
  column: number,
): readonly KeyedFilter[] {
  const { rowAxis, rowLines, columnAxis, columnLines } = pivot;
  const labels = [
    ...labelFilters(rowAxis, rowLines.level[row] ?? 0, rowLines.node[row] ?? 0),
    ...labelFilters(columnAxis, columnLines.level[column] ?? 0, columnLines.node[column] ?? 0),
  ];
  const filters = new Map<string, ColumnFilter>(spec.filters);
  for (const [key, filter] of labels) filters.set(key, narrowed(filters.get(key), filter));
  return [...filters];
}

function labelFilters(axis: Axis, level: number, node: number): readonly KeyedFilter[] {
  return pathOf(axis, level, node).flatMap((code, depth): readonly KeyedFilter[] => {
    const field = axis.fields[depth];
    return field ? [[field.key, memberFilter(field.members, code)]] : [];
  });
}

const QUARTER = 3;
const YEAR = 12;

function memberFilter(members: Members, code: number): ColumnFilter {
  const value = members.values[code];
  if (value === undefined) return { kind: 'empty', empty: true };
  switch (members.kind) {
    case 'number':
      return { kind: 'numbers', least: String(value), most: String(value) };
    case 'day':
      return days(Number(value), Number(value));
    case 'month':
      return months(Number(value), 1);
    case 'quarter':
      return months(Number(value) * QUARTER, QUARTER);
    case 'year':
      return months(Number(value) * YEAR, YEAR);
    default:
      return { kind: 'values', values: [String(value)] };
  }
}

function months(first: Month, count: number): ColumnFilter {
  const start = firstDayOfMonth(first);
  return days(start, addMonths(start, count) - 1);
}

function days(first: Day, last: Day): ColumnFilter {
  return { kind: 'days', first: dayToText(first), last: dayToText(last) };
}

/** A column has one filter. Rows of a label passed the pivot's own; of two spans of days the part in both is left. */
function narrowed(own: ColumnFilter | undefined, label: ColumnFilter): ColumnFilter {
  if (own?.kind !== 'days' || label.kind !== 'days') return label;
  const first = [own.first, label.first]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  const last = [own.last, label.last].filter((day) => day !== undefined).sort()[0];
  return { kind: 'days', first, last };
}

/** Filters the portfolio sheet, and shows the columns of the files that are filtered by; one step. */
export function filterPortfolio(document: WorkbookDocument, table: string, filters: readonly KeyedFilter[]): Command {
  const view = { ...viewOf(document, table), filters, find: '' };
  const extras = filters.map(([key]) => key).filter((key) => isExtra(key) && !document.shownExtras.includes(key));
  return {
    kind: 'set-parts',
    parts: {
      tables: withEntry(document.tables, table, view),
      shownExtras: [...document.shownExtras, ...extras],
    },
    what: pivotText.drill.step,
  };
}
