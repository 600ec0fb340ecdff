/** The subscriptions and customers of a step as lists. */
import { parseExact } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import { minorDigits } from '../../../core/money.ts';
import { invoiceBridgeText as text } from '../../../core/text/en/invoice-bridge.ts';
import type { BridgeCustomer, BridgePart, BridgeStepName } from '../../../sim/invoice/bridge/types.ts';
import type { TableColumn } from '../../../ui/table-column.ts';
import type { TakenColumn } from '../../take-away/record-table.ts';
import { columnsIn } from '../columns.ts';

/** Steps whose parts say a figure of both months. */
const FIGURES: Readonly<Partial<Record<BridgeStepName, readonly [string, string]>>> = text.list.figures;
const PERCENT: ReadonlySet<BridgeStepName> = new Set(['promotion', 'earned-credit']);
const DIGITS = 10;

export function partColumns(
  step: BridgeStepName,
  currency: string,
  format: Format,
): readonly TakenColumn<BridgePart>[] {
  const { columns } = text.list;
  const make = columnsIn<BridgePart>(currency, format);
  const [was, now] = FIGURES[step] ?? [];
  return [
    make.text('customer', columns.customer, customerOf, { width: 190, frozen: true }),
    make.text('product', columns.product, ({ product }) => product, { width: 230 }),
    make.amount('amount', columns.amount, ({ amount }) => amount, { isSigned: true }),
    ...(was === undefined || now === undefined
      ? []
      : [figure('was', was, step, currency, format), figure('now', now, step, currency, format)]),
    make.count('lines', columns.lines, ({ lines }) => lines),
    make.text('subscription', columns.subscription, ({ subscriptionId }) => subscriptionId, { width: 270 }),
  ];
}

function figure(
  key: 'was' | 'now',
  title: string,
  step: BridgeStepName,
  currency: string,
  format: Format,
): TakenColumn<BridgePart> {
  const valueOf = (part: BridgePart) => parseExact(part[key]);
  return {
    ...{ key, title, kind: 'number', width: 110 },
    text: (part) => {
      const value = valueOf(part);
      if (!value) return '';
      if (PERCENT.has(step)) return format.percent(value, 1);
      return format.exact(value, [step === 'price' ? minorDigits(currency) : 0, DIGITS]);
    },
    order: (part) => (part[key] === '' ? undefined : Number(part[key])),
    raw: (part) => (part[key] === '' ? undefined : { kind: 'number', decimal: part[key] }),
  };
}

export function customerOf({ customer, customerId }: Pick<BridgePart, 'customer' | 'customerId'>): string {
  return customer || customerId;
}

export function customerColumns(): readonly TableColumn[] {
  const { columns, parts } = text.list;
  return [{ title: columns.customer }, { title: parts, align: 'end' }, { title: columns.amount, align: 'end' }];
}

export function customerRow(row: BridgeCustomer, currency: string, format: Format): readonly string[] {
  return [customerOf(row), format.count(row.parts), format.signed(row.amount, currency)];
}
