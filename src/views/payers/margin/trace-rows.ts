/** Subscriptions with the rule behind each price. */
import { idKey } from '../../../core/ids.ts';
import type { MarginRule } from '../../../core/scenario/scenario.ts';
import type { Format } from '../../../core/format.ts';
import { type Table, textAt } from '../../../core/table.ts';
import { marginText } from '../../../core/text/en/price-rules.ts';
import {
  LEVELS,
  type Level,
  MARKS,
  type Mark,
  type MarginTrace,
  type TracedPrices,
} from '../../../sim/payers/types.ts';
import { CELL } from '../../../ui/grid/source.ts';
import { ruleText } from '../panel.ts';
import { type PayColumn, decimalColumn, priceColumn, textColumn } from '../sheet/columns.ts';
import { ruleColumns } from './rule-edits.ts';

export interface TraceRow {
  readonly row: number;
  readonly subscriptionId: string;
  readonly level: Level;
  readonly marks: number;
  readonly prices: TracedPrices;
  /** The subscription's own rule. */
  readonly own: MarginRule | undefined;
}

export const SHOWS = ['all', 'own', 'guards', 'double'] as const;
export type Show = (typeof SHOWS)[number];

export const GUARDS = {
  below: MARKS.belowCost | MARKS.belowCostLater,
  above: MARKS.aboveErp | MARKS.aboveErpLater,
} as const;

export function hasMark(marks: number, wanted: number): boolean {
  return (marks & wanted) !== 0;
}

/** The rows that show; a number of each kind of mark is counted over all. */
export function traceRows(
  trace: MarginTrace,
  portfolio: Table,
  rules: ReadonlyMap<string, MarginRule>,
  show: Show,
): readonly TraceRow[] {
  const own = new Map([...rules].map(([id, rule]) => [idKey(id), rule]));
  const ids = portfolio.columns.get('subscriptionId');
  const rows: TraceRow[] = [];
  for (const [index, row] of trace.rows.entries()) {
    const [level, marks] = [LEVELS[trace.levels[index] ?? 0] ?? 'business', trace.marks[index] ?? 0];
    const prices = trace.prices[trace.priceOf[index] ?? 0];
    if (!prices || !passes(show, level, marks)) continue;
    const subscriptionId = textAt(ids, row);
    rows.push({
      row,
      subscriptionId,
      level,
      marks,
      prices,
      own: own.size === 0 ? undefined : own.get(idKey(subscriptionId)),
    });
  }
  return rows;
}

function passes(show: Show, level: Level, marks: number): boolean {
  if (show === 'own') return level === 'subscription';
  if (show === 'guards') return hasMark(marks, GUARDS.below | GUARDS.above);
  return show === 'all' || hasMark(marks, MARKS.doubleDiscount);
}

export function countMarked({ marks }: MarginTrace, wanted: number): number {
  return marks.reduce((count, one) => count + (hasMark(one, wanted) ? 1 : 0), 0);
}

export function traceColumns(format: Format, portfolio: Table): readonly PayColumn<TraceRow>[] {
  const { columns: titles, levels } = marginText;
  const cell =
    (name: string) =>
    ({ row }: TraceRow): string =>
      textAt(portfolio.columns.get(name), row);
  const price = (key: keyof typeof titles, of: (prices: TracedPrices) => string): PayColumn<TraceRow> =>
    priceColumn({ key, title: titles[key], width: 88 }, format, ({ prices }) => of(prices));
  return [
    textColumn({ key: 'customer', title: titles.customer, width: 150, frozen: true }, (row) => cell('customerName')(row) || cell('customerId')(row)),
    textColumn({ key: 'product', title: titles.product, width: 170 }, (row) => cell('offerName')(row) || `${cell('productId')(row)} ${cell('skuId')(row)}`),
    textColumn({ key: 'level', title: titles.level, width: 96 }, ({ level }) => levels[level]),
    textColumn({ key: 'rule', title: titles.rule, width: 130 }, ({ prices }) => ruleText(prices.rule, format)),
    ...ruleColumns<TraceRow>(format, ({ own }) => own, (row, own) => ({ ...row, own })),
    price('price', ({ today }) => today.price),
    price('cost', ({ today }) => today.cost),
    price('erp', ({ today }) => today.erp),
    decimalColumn({ key: 'percent', title: titles.percent, width: 84 }, format, ({ prices }) => prices.marginPercent),
    price('next', ({ next }) => next.price),
    price('nextCost', ({ next }) => next.cost),
    price('nextErp', ({ next }) => next.erp),
    { ...textColumn<TraceRow>({ key: 'marks', title: titles.marks, width: 220 }, ({ marks }) => marksText(marks)),
      flags: ({ marks }) => (hasMark(marks, GUARDS.below | GUARDS.above | MARKS.doubleDiscount) ? CELL.warning : 0) },
    textColumn({ key: 'currency', title: titles.currency, width: 76 }, cell('currency')),
    textColumn({ key: 'subscription', title: titles.subscription, width: 280 }, ({ subscriptionId }) => subscriptionId),
  ]; // prettier-ignore
}

function marksText(marks: number): string {
  const names = Object.keys(MARKS) as Mark[];
  return names
    .filter((name) => hasMark(marks, MARKS[name]))
    .map((name) => marginText.marks[name])
    .join(', ');
}

/** Why a subscription has the price that it has, in sentences. */
export function traceWords({ level, marks, prices }: TraceRow, format: Format): string {
  const given = hasMark(marks, MARKS.given) ? [marginText.given] : [];
  return [
    marginText.trace(marginText.levels[level], ruleText(prices.rule, format)),
    marginText.why[level],
    ...given,
  ].join(' ');
}
