/** Lines that do not add up as a list, with both readings of their arithmetic. */
import type { Format } from '../../../core/format.ts';
import type { Minor } from '../../../core/money.ts';
import { invoiceEvidenceText } from '../../../core/text/en/invoice-evidence.ts';
import { invoiceLinesText } from '../../../core/text/en/invoice-lines.ts';
import type { LineDetail } from '../../../sim/invoice/types.ts';
import type { TakenColumn } from '../../take-away/record-table.ts';
import { columnsIn } from '../columns.ts';
import { chargedDays } from '../evidence/evidence-rows.ts';

export function lineColumns(currency: string, format: Format): readonly TakenColumn<LineDetail>[] {
  const { odd, verdicts } = invoiceLinesText;
  const { columns } = odd;
  const make = columnsIn<LineDetail>(currency, format);
  const arithmetic = (key: 'formula' | 'cutOnce' | 'tolerance', title: string): TakenColumn<LineDetail> =>
    make.amount(key, title, (line) => line.arithmetic?.[key], { width: 110 });
  return [
    make.text('at', columns.at, (line) => placeOf(line, format), { frozen: true, width: 190 }),
    make.text('customer', columns.customer, ({ customer }) => customer, { width: 160 }),
    make.text('product', columns.product, ({ product }) => product, { width: 200 }),
    make.text('charge', columns.charge, ({ chargeType }) => chargeType, { width: 110 }),
    make.text('verdict', columns.verdict, ({ verdict }) => verdicts.names[verdict], { width: 210 }),
    make.amount('difference', columns.difference, differenceOf, { isSigned: true, width: 110 }),
    make.money('subtotal', columns.subtotal, ({ subtotal }) => subtotal, { width: 110 }),
    arithmetic('formula', columns.formula),
    arithmetic('cutOnce', columns.cutOnce),
    arithmetic('tolerance', columns.tolerance),
    make.money('tax', columns.tax, ({ tax }) => tax, { width: 100 }),
    make.money('total', columns.total, ({ total }) => total, { width: 110 }),
    make.exact('quantity', columns.quantity, ({ quantity }) => quantity, { width: 90 }),
    make.exact('unit', columns.unit, ({ effectiveUnitPrice }) => effectiveUnitPrice),
    make.exact('rate', columns.rate, ({ rate }) => rate),
    make.text('days', columns.days, (line) => chargedDays(line, format), { width: 150 }),
    make.text('invoice', columns.invoice, ({ invoice }) => invoice, { width: 120 }),
  ];
}

export function placeOf({ at }: LineDetail, format: Format): string {
  return invoiceEvidenceText.at(at.file, at.line === undefined ? '' : format.count(at.line));
}

function differenceOf({ verdict, arithmetic }: LineDetail): Minor | undefined {
  return verdict === 'total' ? arithmetic?.totalResidue : arithmetic?.residue;
}
