/** Verdicts, charge types, credits, adjustments, exchange rates and purchases as small tables and key figures. */
import { divide, fraction } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import { minorDigits } from '../../../core/money.ts';
import { invoiceLinesText as text } from '../../../core/text/en/invoice-lines.ts';
import type { LinesAnswer } from '../../../sim/invoice/lines/types.ts';
import type { Kpi } from '../../../ui/kpi.ts';
import type { TableColumn } from '../../../ui/table-column.ts';

type Rows = readonly (readonly string[])[];
const DIGITS = 12;
const HUNDRED = fraction(100);

/** Words first, then figures. */
export function tableColumns(titles: Readonly<Record<string, string>>, words: number): readonly TableColumn[] {
  return Object.values(titles).map((title, at) => ({ title, align: at < words ? 'start' : 'end' }));
}

export function lineKpis(answer: LinesAnswer, currency: string, format: Format): readonly Kpi[] {
  const { kpis } = text;
  const { noise } = answer;
  return [
    { label: kpis.lines, value: format.count(answer.lines) },
    { label: kpis.subtotal, value: format.amount(answer.subtotal, currency), unit: currency },
    { label: kpis.odd, value: format.count(answer.oddLines), of: kpis.oddOf(format.count(answer.lines)) },
    { label: kpis.difference, value: format.signed(answer.oddDifference, currency), unit: currency },
    { label: kpis.noise, value: format.signed(noise.net, currency), unit: currency, note: kpis.noiseNote(format.count(noise.lines), format.amount(noise.gross, currency)) },
  ]; // prettier-ignore
}

export function verdictRows({ verdicts }: LinesAnswer, currency: string, format: Format): Rows {
  return verdicts.map(({ verdict, lines, subtotal, difference }) => [
    text.verdicts.names[verdict],
    format.count(lines),
    format.amount(subtotal, currency),
    verdict === 'unknown' ? '—' : format.signed(difference, currency),
  ]);
}

export function chargeRows({ charges }: LinesAnswer, currency: string, format: Format): Rows {
  return charges.map(({ type, isKnown, lines, charged, givenBack }) => [
    isKnown ? type : text.charges.unknown(type),
    format.count(lines),
    format.amount(charged, currency),
    format.amount(givenBack, currency),
    format.amount(charged + givenBack, currency),
  ]);
}

export function creditRows({ credits }: LinesAnswer, currency: string, format: Format): Rows {
  return credits.map(({ type, reason, lines, subtotal }) => [
    type,
    reason || text.credits.noReason,
    format.count(lines),
    format.amount(subtotal, currency),
  ]);
}

export function adjustmentRows({ adjustments }: LinesAnswer, currency: string, format: Format): Rows {
  return adjustments.map(({ text: said, kind, percent, lines, subtotal, following, other }) => [
    said,
    text.adjustments.kinds[kind],
    percent ? format.percent(divide(percent, HUNDRED), 1) : '',
    format.count(lines),
    format.amount(subtotal, currency),
    following + other === 0 ? '' : format.count(following),
    following + other === 0 ? '' : format.count(other),
  ]);
}

export function rateRows({ rates }: LinesAnswer, format: Format): Rows {
  return rates.map(({ from, to, day, rate, lines, odd }) => [
    text.rates.pair(from, to),
    day === undefined ? '' : format.day(day),
    odd === undefined ? text.rates.fine : text.rates.odd[odd],
    format.exact(rate, [1, DIGITS]),
    format.count(lines),
  ]);
}

export function bundleRows({ bundles }: LinesAnswer, currency: string, format: Format): Rows {
  const digits = minorDigits(currency);
  return bundles.map(({ customer, product, kind, rows, quantity, unitPrice, subtotal }) => [
    customer,
    product,
    text.bundles.kinds[kind],
    format.count(rows.length),
    quantity ? format.exact(quantity, [0, DIGITS]) : '',
    unitPrice ? format.exact(unitPrice, [digits, DIGITS]) : '',
    format.amount(subtotal, currency),
  ]);
}
