/** The customers of a portfolio, each once: by id, or by name where there is no id. */
import { compareCodeUnits } from '../../core/compare-text.ts';
import { idKey } from '../../core/ids.ts';
import { textAt, type Table } from '../../core/table.ts';

export interface CustomerName {
  readonly customerId: string;
  readonly customer: string;
}

export function customersOf({ columns, rows }: Table): readonly CustomerName[] {
  const [ids, names] = [columns.get('customerId'), columns.get('customerName')];
  const found = new Map<string, CustomerName>();
  for (let row = 0; row < rows; row++) {
    const [customerId, customer] = [textAt(ids, row), textAt(names, row)];
    if (customerId === '' && customer === '') continue;
    const key = customerId === '' ? `name ${customer}` : `id ${idKey(customerId)}`;
    if (!found.has(key)) found.set(key, { customerId, customer });
  }
  return [...found.values()].sort((a, b) => compareCodeUnits(a.customer || a.customerId, b.customer || b.customerId));
}
