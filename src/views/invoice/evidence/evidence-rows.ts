/** A billed line as the row of a small table. */
import type { Exact } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import { minorDigits } from '../../../core/money.ts';
import { invoiceEvidenceText as text } from '../../../core/text/en/invoice-evidence.ts';
import type { LineDetail } from '../../../sim/invoice/types.ts';
import type { TableColumn } from '../../../ui/table-column.ts';

const WORDS: ReadonlySet<string> = new Set(['at', 'invoice', 'chargeType', 'days', 'adjustment']);
const DIGITS = 12;

export function evidenceColumns(): readonly TableColumn[] {
  return Object.entries(text.columns).map(([key, title]) => ({ title, align: WORDS.has(key) ? 'start' : 'end' }));
}

export function evidenceRow(line: LineDetail, format: Format): readonly string[] {
  const figure = (value: Exact | undefined): string => (value ? format.exact(value, [0, DIGITS]) : '');
  const money = (value: Exact | undefined, currency: string): string =>
    value ? `${format.exact(value, [minorDigits(currency), DIGITS])} ${currency}` : '';
  return [
    text.at(line.at.file, line.at.line === undefined ? '' : format.count(line.at.line)),
    line.invoice,
    line.chargeType,
    chargedDays(line, format),
    figure(line.quantity),
    money(line.unitPrice, line.pricingCurrency || line.currency),
    money(line.effectiveUnitPrice, line.pricingCurrency || line.currency),
    figure(line.rate),
    money(line.subtotal, line.currency),
    money(line.total, line.currency),
    line.adjustment,
  ];
}

/** First and last day of a charge; one of them where the file has no other. */
export function chargedDays({ from, to }: Pick<LineDetail, 'from' | 'to'>, format: Format): string {
  if (from !== undefined && to !== undefined && from <= to) return format.days(from, to);
  const day = from ?? to;
  return day === undefined ? '' : format.day(day);
}
