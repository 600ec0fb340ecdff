/** Margin rules of customers as a sheet. */
import { idKey } from '../../../core/ids.ts';
import type { MarginRule } from '../../../core/scenario/scenario.ts';
import type { Format } from '../../../core/format.ts';
import { marginText } from '../../../core/text/en/price-rules.ts';
import type { Customer } from '../customers.ts';
import { type PayColumn, countColumn, textColumn } from '../sheet/columns.ts';
import { ruleColumns } from './rule-edits.ts';

export interface CustomerRule extends Customer {
  readonly rule: MarginRule | undefined;
}

/** Customers of the portfolio, then rules of others. */
export function customerRules(
  customers: readonly Customer[],
  rules: ReadonlyMap<string, MarginRule>,
): readonly CustomerRule[] {
  const byKey = new Map([...rules].map(([id, rule]) => [idKey(id), { id, rule }]));
  const known = new Set(customers.map(({ key }) => key));
  const others = [...byKey].flatMap(([key, { id, rule }]): CustomerRule[] =>
    known.has(key) ? [] : [{ key, customerId: id, customer: '', subscriptions: 0, rule }],
  );
  return [...customers.map((customer) => ({ ...customer, rule: byKey.get(customer.key)?.rule })), ...others];
}

export function customerRuleColumns(format: Format): readonly PayColumn<CustomerRule>[] {
  const { columns: titles } = marginText;
  return [
    textColumn({ key: 'customer', title: titles.customer, width: 240, frozen: true }, ({ customer, customerId }) => customer || customerId),
    ...ruleColumns<CustomerRule>(format, ({ rule }) => rule, (row, rule) => ({ ...row, rule })),
    countColumn({ key: 'subscriptions', title: titles.subscriptions, width: 104 }, format, ({ subscriptions }) => subscriptions),
    textColumn({ key: 'customerId', title: titles.customerId, width: 280 }, ({ customerId }) => customerId),
  ]; // prettier-ignore
}
