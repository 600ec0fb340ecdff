/** The list of compared subscriptions as it stands on screen, described for export. */
import { fraction, toDecimal } from '../../core/exact.ts';
import { minorDigits, minorToText } from '../../core/money.ts';
import type { RawCell, TableExport } from '../../core/table-export.ts';
import { compareText } from '../../core/text/en/compare.ts';
import { varianceOf } from '../../core/variance.ts';
import type { ListKey } from './list-keys.ts';
import type { ListRows } from './list-rows.ts';
import { type CompareSource, numberAt } from './list-source.ts';

/** Digits of a percentage's ratio: more than anybody reads. */
const RATIO_DIGITS = 6;

/** All rows that show, and their totals at the end. */
export function compareTable(list: ListRows, source: CompareSource, order: Uint32Array): TableExport {
  const { currency } = list;
  const digits = minorDigits(currency);
  const money = (minor: number | undefined): RawCell | undefined =>
    minor === undefined ? undefined : { kind: 'number', decimal: minorToText(minor, digits) };
  const share = (figure: number, reference: number): RawCell | undefined => {
    const { ratio } = varianceOf(figure, reference);
    return ratio && { kind: 'number', decimal: toDecimal(fraction(ratio.n, ratio.d), 0, RATIO_DIGITS) };
  };
  const raw = (key: ListKey | undefined, at: number): RawCell | undefined =>
    key?.kind === 'percent'
      ? share(list.values[key.scenario]?.[at] ?? 0, list.values[list.reference]?.[at] ?? 0)
      : money(numberAt(list, key, at));
  return {
    title: compareText.list.fileTitle(currency),
    columns: source.columns.map(({ title, width, kind }, column) => {
      const key = source.keys[column];
      const isMoney = key?.kind === 'amount' || key?.kind === 'difference';
      return {
        ...{ title, width, kind, unit: isMoney ? currency : undefined },
        format: isMoney
          ? { kind: 'number' as const, digits }
          : key?.kind === 'percent'
            ? { kind: 'percent' as const, digits: 1 }
            : { kind: 'general' as const },
      };
    }),
    rows: order.length + 1,
    frozenColumns: 1,
    cell: (row, column) =>
      row < order.length
        ? { text: source.text(row, column), raw: raw(source.keys[column], order[row] ?? 0) }
        : { text: source.totals(column), raw: money(source.sumOf(column)) },
    rowKind: (row) => ({ kind: row < order.length ? 'data' : 'total', level: 0 }),
  };
}
