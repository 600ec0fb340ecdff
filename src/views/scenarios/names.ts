/** Names for the ids that scenarios speak of, as the portfolio knows them. */
import { idKey, productKey } from '../../core/ids.ts';
import { type Column, type Table, textAt } from '../../core/table.ts';

export interface Names {
  customer(id: string): string;
  product(id: string): string;
  /** Customer and product of a subscription. */
  subscription(id: string): string;
}

/** Ids themselves where nothing is known. */
export const NO_NAMES: Names = { customer: (id) => id, product: (id) => id, subscription: (id) => id };

const made = new WeakMap<Table, Names>();

/** @param portfolio the subscriptions; each table is read once, when the first name is asked for */
export function namesOf(portfolio: Table | undefined): Names {
  if (!portfolio) return NO_NAMES;
  const names = made.get(portfolio) ?? readNames(portfolio);
  made.set(portfolio, names);
  return names;
}

function readNames(table: Table): Names {
  const column = (name: string): Column | undefined => table.columns.get(name);
  const byKey = later(() => {
    const [customers, products, rows] = [
      new Map<string, string>(),
      new Map<string, string>(),
      new Map<string, number>(),
    ];
    for (let row = 0; row < table.rows; row++) {
      rows.set(idKey(textAt(column('subscriptionId'), row)), row);
      setOnce(customers, idKey(textAt(column('customerId'), row)), textAt(column('customerName'), row));
      setOnce(products, productKey(textAt(column('productId'), row)), textAt(column('offerName'), row));
    }
    return { customers, products, rows };
  });
  return {
    customer: (id) => byKey().customers.get(idKey(id)) ?? id,
    product: (id) => byKey().products.get(productKey(id)) ?? id,
    subscription: (id) => {
      const row = byKey().rows.get(idKey(id));
      const words = row === undefined ? [] : ['customerName', 'offerName'].map((name) => textAt(column(name), row));
      return words.filter((word) => word !== '').join(', ') || id;
    },
  };
}

function setOnce(names: Map<string, string>, key: string, name: string): void {
  if (name !== '' && !names.has(key)) names.set(key, name);
}

function later<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= make());
}
