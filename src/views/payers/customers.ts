/** The customers of the portfolio, in the order of their names. */
import { idKey } from '../../core/ids.ts';
import { type Table, textAt } from '../../core/table.ts';

export interface Customer {
  /** The id as it is matched. */
  readonly key: string;
  /** As the portfolio has it first. */
  readonly customerId: string;
  readonly customer: string;
  readonly subscriptions: number;
}

/** Customers with an id: clauses and rules go by it. */
export function customersOf({ columns, rows }: Table, locale: string): readonly Customer[] {
  const [ids, names] = [columns.get('customerId'), columns.get('customerName')];
  if (ids?.kind !== 'text') return [];
  const keys = ids.values.map(idKey);
  const found = new Map<string, Customer & { subscriptions: number }>();
  for (let row = 0; row < rows; row++) {
    const key = keys[ids.codes[row] ?? 0] ?? '';
    const known = found.get(key);
    if (known) known.subscriptions++;
    else if (key !== '') {
      found.set(key, { key, customerId: textAt(ids, row), customer: textAt(names, row), subscriptions: 1 });
    }
  }
  const collator = new Intl.Collator(locale, { numeric: true });
  return [...found.values()].sort(
    (a, b) => collator.compare(a.customer, b.customer) || collator.compare(a.customerId, b.customerId),
  );
}

/** The entries with others put in place of those of the same id; undefined takes one away. */
export function withEntries<T>(
  entries: ReadonlyMap<string, T>,
  changed: readonly (readonly [id: string, value: T | undefined])[],
): ReadonlyMap<string, T> {
  const fresh = new Map(changed.map(([id, value]) => [idKey(id), [id, value] as const]));
  const kept = [...entries].flatMap(([id, value]): [string, T][] => {
    const change = fresh.get(idKey(id));
    if (!change) return [[id, value]];
    fresh.delete(idKey(id));
    return change[1] === undefined ? [] : [[id, change[1]]];
  });
  const added = [...fresh.values()].flatMap(([id, value]): [string, T][] => (value === undefined ? [] : [[id, value]]));
  return new Map([...kept, ...added]);
}
