/** Differences as a list, with what was decided about them. */
import type { Month } from '../../../core/days.ts';
import { toFloat } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import type { DifferenceVerdict } from '../../../core/invoice/verdicts.ts';
import { type Minor, safeMinor } from '../../../core/money.ts';
import { invoiceText } from '../../../core/text/en/invoice.ts';
import { invoiceDifferencesText as text } from '../../../core/text/en/invoice-differences.ts';
import type { Cause, CurrencyTotals, Difference, MonthCheck } from '../../../sim/invoice/union/types.ts';
import type { Kpi } from '../../../ui/kpi.ts';
import { CELL } from '../../../ui/grid/source.ts';
import type { TakenColumn } from '../../take-away/record-table.ts';
import { columnsIn } from '../columns.ts';

/** A difference with the decision that counts in its month. */
export interface DecidedDifference extends Difference {
  readonly decided: DifferenceVerdict | undefined;
}

const CERTAINTY: Readonly<Record<Difference['certainty'], number>> = { high: 0, medium: 1, low: 2 };

export function customerOf({ customer, customerId }: Difference): string {
  return customer || customerId || invoiceText.none;
}

export function verdictWords({ decided }: DecidedDifference, month: Month, format: Format): string {
  if (!decided) return '';
  const word = text.verdicts[decided.verdict];
  return decided.month === month ? word : text.since(word, format.month(decided.month));
}

export function ratioWords({ ratio }: Difference, format: Format): string {
  return ratio ? text.ratio(format.exact(ratio, [0, 4])) : '';
}

export function differenceColumns(
  currency: string,
  month: Month,
  format: Format,
): readonly TakenColumn<DecidedDifference>[] {
  const { columns } = text.list;
  const make = columnsIn<DecidedDifference>(currency, format);
  const besides = ({ besides: others }: Difference): string => others.map((cause) => text.causes[cause]).join(', ');
  return [
    make.text('customer', columns.customer, customerOf, { frozen: true, width: 170 }),
    make.text('product', columns.product, ({ product }) => product, { width: 220 }),
    make.text('cause', columns.cause, ({ cause }) => text.causes[cause], { width: 140 }),
    make.amount('amount', columns.amount, ({ amount }) => amount, { width: 110, isSigned: true }),
    make.text('verdict', columns.verdict, (row) => verdictWords(row, month, format), { width: 130, flags: ({ decided }) => (decided ? CELL.muted : 0) }),
    make.amount('billed', columns.billed, ({ billed }) => billed, { width: 110 }),
    make.amount('expected', columns.expected, ({ expected }) => expected, { width: 110 }),
    make.text('was', columns.was, ({ was }) => was, { width: 90 }),
    make.text('should', columns.should, ({ should }) => should, { width: 120 }),
    { ...make.text('ratio', columns.ratio, (row) => ratioWords(row, format), { width: 80 }), order: ({ ratio }) => ratio && toFloat(ratio) },
    make.text('besides', columns.besides, besides, { width: 130 }),
    { ...make.text('certainty', columns.certainty, ({ certainty }) => text.certainties[certainty], { width: 90 }), order: ({ certainty }) => CERTAINTY[certainty] },
    make.text('note', columns.note, ({ decided }) => decided?.note ?? '', { width: 180 }),
    make.text('join', columns.join, ({ join }) => text.joins[join], { width: 170 }),
    make.text('subscription', columns.subscription, ({ subscriptionId }) => subscriptionId, { width: 250 }),
  ]; // prettier-ignore
}

export function sumOf(differences: readonly Difference[]): Minor {
  return safeMinor(differences.reduce((sum, { amount }) => sum + amount, 0));
}

/** Causes that occur, those of most money first. */
export function causesIn(
  differences: readonly Difference[],
): readonly { cause: Cause; count: number; amount: Minor }[] {
  const byCause = new Map<Cause, Difference[]>();
  for (const one of differences) byCause.set(one.cause, [...(byCause.get(one.cause) ?? []), one]);
  return [...byCause]
    .map(([cause, own]) => ({ cause, count: own.length, amount: sumOf(own) }))
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
}

export function differenceKpis(
  totals: CurrencyTotals,
  { belowGate }: Pick<MonthCheck, 'belowGate'>,
  differences: readonly DecidedDifference[],
  format: Format,
): readonly Kpi[] {
  const { kpis } = text;
  const { currency, billed, expected, uncovered, difference, noise } = totals;
  const amount = (minor: Minor): string => format.amount(minor, currency);
  const open = differences.filter(({ decided }) => !decided).length;
  return [
    { label: kpis.billed, value: amount(billed), unit: currency },
    { label: kpis.expected, value: amount(expected), unit: currency },
    { label: kpis.uncovered, value: amount(uncovered), unit: currency, note: kpis.uncoveredNote },
    { label: kpis.difference, value: format.signed(difference, currency), unit: currency },
    { label: kpis.noise, value: format.signed(noise, currency), unit: currency, note: kpis.noiseNote(format.count(belowGate)) },
    { label: kpis.open, value: format.count(open), of: kpis.openOf(format.count(differences.length)) },
  ]; // prettier-ignore
}
