/** The list of exposed subscriptions as it stands on screen, described for export and copying. */
import { toDecimal } from '../../core/exact.ts';
import { minorDigits, minorToText } from '../../core/money.ts';
import { dayAt, exactAt } from '../../core/table.ts';
import type { RawCell, TableExport } from '../../core/table-export.ts';
import { exposureText } from '../../core/text/en/exposure.ts';
import type { Simulation, Totals } from '../../sim/types.ts';
import { seatsOf } from '../exposure/list-source.ts';
import type { GridSource } from '../../ui/grid/source.ts';

export interface ShownList {
  readonly simulation: Simulation;
  /** Rows of the result table, in the order of the list. */
  readonly order: Uint32Array;
  readonly totals: Totals;
  /** Texts of the row of totals, by column that shows. */
  readonly totalText: (column: number) => string;
  /** The columns that show, in their order. */
  readonly source: GridSource;
}

const AMOUNTS = ['current', 'est', 'extra'] as const;
/** More digits than any count of seats has. */
const MOST_DIGITS = 10;

/** All rows, and the row of totals at the end. */
export function exposureTable({ simulation, order, totals, totalText, source }: ShownList): TableExport {
  const digits = minorDigits(totals.currency);
  const amountOf = (key: string): (typeof AMOUNTS)[number] | undefined => AMOUNTS.find((name) => name === key);
  const raw = (row: number, key: string): RawCell | undefined => {
    const at = order[row] ?? 0;
    const { table, amounts } = simulation;
    const amount = amountOf(key);
    if (amount) return { kind: 'number', decimal: minorToText(amounts[amount][at] ?? 0, digits) };
    if (key === 'seats') {
      const seats = exactAt(table.columns.get('seats'), at);
      return seats && { kind: 'number', decimal: toDecimal(seats, 0, MOST_DIGITS) };
    }
    const day = key === 'termEnd' ? dayAt(table.columns.get('termEnd'), at) : undefined;
    return day === undefined ? undefined : { kind: 'day', day };
  };
  const total = (key: string): RawCell | undefined => {
    if (key === 'seats') return { kind: 'number', decimal: toDecimal(seatsOf(simulation, order), 0, MOST_DIGITS) };
    const amount = amountOf(key);
    return amount && { kind: 'number', decimal: minorToText(totals[amount], digits) };
  };
  return {
    title: exposureText.list.fileTitle(totals.currency),
    columns: source.columns.map(({ key, title, width, unit }) => ({
      ...{ title, width },
      unit: amountOf(key) ? totals.currency : unit,
      kind: amountOf(key) || key === 'seats' ? 'number' : key === 'termEnd' ? 'day' : 'text',
      format: amountOf(key) ? { kind: 'number', digits } : { kind: 'general' },
    })),
    rows: order.length + 1,
    frozenColumns: source.columns.filter(({ frozen }) => frozen).length,
    cell: (row, column) => {
      const key = source.columns[column]?.key ?? '';
      return row < order.length
        ? { text: source.text(row, column), raw: raw(row, key) }
        : { text: totalText(column), raw: total(key) };
    },
    rowKind: (row) => ({ kind: row < order.length ? 'data' : 'total', level: 0 }),
  };
}
