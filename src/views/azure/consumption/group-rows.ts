/** The groups of consumption as records of the grid. */
import { type Exact, divide, isZero, toDecimal, toFloat } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import { azureText } from '../../../core/text/en/azure.ts';
import { REST } from '../../../sim/azure/types.ts';
import { CELL } from '../../../ui/grid/source.ts';
import type { TakenColumn } from '../../take-away/record-table.ts';
import type { ConsumptionAnswer } from './answers.ts';
import { exactOf, figuresOf, groupName } from './usage-series.ts';
import { dimensionTitle } from '../dimensions.ts';

export interface GroupRow {
  /** As the files have it; undefined for what is folded together. */
  readonly own: string | undefined;
  readonly name: string;
  readonly sum: Exact;
  /** As the engine gives it, with all its digits. */
  readonly decimal: string;
  /** Part of everything; undefined when that is zero. */
  readonly share: Exact | undefined;
  readonly lines: number;
}

export function groupRows({ groups }: ConsumptionAnswer, format: Format): readonly GroupRow[] {
  const lines = new Uint32Array(groups.groups.length);
  for (const [at, group] of groups.group.entries()) lines[group] = (lines[group] ?? 0) + (groups.rows[at] ?? 0);
  const all = exactOf(groups.sum);
  return groups.groups.map(([own = ''], group) => {
    const decimal = groups.totals[group] ?? '0';
    const sum = exactOf(decimal);
    return {
      own: own === REST ? undefined : own,
      name: groupName(groups.names[group] ?? [], format),
      ...{ sum, decimal },
      share: isZero(all) ? undefined : divide(sum, all),
      lines: lines[group] ?? 0,
    };
  });
}

/** Digits of a share in a file. */
const SHARE_DIGITS = 12;

/** What is shown has the digits of the currency; a file has all of them. */
export function groupColumns(
  { by, measure, currency }: ConsumptionAnswer,
  format: Format,
): readonly TakenColumn<GroupRow>[] {
  const text = azureText.table;
  const { unit, write } = figuresOf(currency, measure !== 'quantity', format);
  return [
    { key: 'name', title: dimensionTitle(by), kind: 'text', width: 320, frozen: true, text: ({ name }) => name, flags: ({ own }) => (own === undefined ? CELL.muted : CELL.link) },
    { key: 'sum', title: azureText.measures[measure], unit, kind: 'number', width: 150, text: ({ sum }) => write(sum), order: ({ sum }) => toFloat(sum), raw: ({ decimal }) => ({ kind: 'number', decimal }) },
    { key: 'share', title: text.share, kind: 'number', width: 90, text: ({ share }) => (share ? format.percent(share, 1) : ''), order: ({ share }) => share && toFloat(share), raw: ({ share }) => share && { kind: 'number', decimal: toDecimal(share, 0, SHARE_DIGITS) } },
    { key: 'lines', title: text.lines, kind: 'number', width: 90, text: ({ lines }) => format.count(lines), order: ({ lines }) => lines, raw: ({ lines }) => ({ kind: 'number', decimal: String(lines) }) },
  ]; // prettier-ignore
}
