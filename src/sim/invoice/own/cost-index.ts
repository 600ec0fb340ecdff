/** Microsoft's lines as own lines are joined to them: their customers, products and subscriptions, each by its exact id or name. */
import { idKey, productKey, skuKey } from '../../../core/ids.ts';
import { inner, remember } from '../../remember.ts';
import { signedCodes, TupleIndex } from '../../tuple-index.ts';
import type { InvoiceLines } from '../model/types.ts';
import { nameKey } from './name-key.ts';
import type { OwnChoices } from './types.ts';

/** A customer as files name it: of billed lines, subscriptions and customer lists. */
export interface KnownCustomer {
  readonly id: string;
  readonly name: string;
}

export interface Product {
  /** `PRODUCT:SKU` as they are matched. */
  readonly id: string;
  readonly productId: string;
  readonly skuId: string;
  /** As the first line has it. */
  readonly name: string;
}

export interface CostIndex {
  readonly lines: InvoiceLines;
  /** Codes of `customers` and positions in `products`, by row. */
  readonly customerOf: Uint32Array;
  readonly productOf: Uint32Array;
  readonly customers: Customers;
  readonly products: readonly Product[];
  /** Code of a subscription by its id as it is matched. */
  readonly subscriptions: ReadonlyMap<string, number>;
  /** A row of each subscription code; -1: none has it. */
  readonly rowOf: Int32Array;
  /** Products by name: of a customer's lines, and of all lines. */
  readonly byName: ReadonlyMap<number, ReadonlyMap<string, ReadonlySet<number>>>;
  readonly byNameOfAny: ReadonlyMap<string, ReadonlySet<number>>;
}

/** Customers by id and by exact name. */
export class Customers {
  readonly ids: string[] = [];
  readonly names: string[] = [];
  private readonly codes = new Map<string, number>();
  private readonly named = new Map<string, Set<number>>();

  add({ id, name }: KnownCustomer): number {
    const key = idKey(id);
    const code = remember(this.codes, key, () => {
      this.names.push('');
      return this.ids.push(key) - 1;
    });
    const known = nameKey(name);
    if (known !== '') {
      this.names[code] ||= name.trim();
      remember(this.named, known, () => new Set<number>()).add(code);
    }
    return code;
  }

  byId(id: string): number | undefined {
    return this.codes.get(idKey(id));
  }

  /** All customers of this name. */
  byName(name: string): readonly number[] {
    return [...(this.named.get(nameKey(name)) ?? [])];
  }
}

/** @param others customers that need not be billed */
export function indexCosts(lines: InvoiceLines, others: Iterable<KnownCustomer>): CostIndex {
  const customers = new Customers();
  const { rows, texts } = lines;
  const { customerId, customerName, subscriptionId } = texts;
  const customerOf = new Uint32Array(rows);
  const names = new Map<number, Map<number, number>>();
  for (let row = 0; row < rows; row++) {
    const [id, name] = [customerId.codes[row] ?? 0, customerName.codes[row] ?? 0];
    customerOf[row] = remember(inner(names, id), name, () =>
      customers.add({ id: customerId.values[id] ?? '', name: customerName.values[name] ?? '' }),
    );
  }
  for (const one of others) if (one.id.trim() !== '') customers.add(one);
  const { products, productOf } = productsOf(lines);
  const subscriptions = new Map(
    subscriptionId.values.flatMap((id, code) => (id === '' ? [] : [[idKey(id), code] as const])),
  );
  const index = { lines, customerOf, productOf, customers, products };
  return { ...index, subscriptions, rowOf: rowsOf(index), ...namesOf(index) };
}

type Placed = Pick<CostIndex, 'lines' | 'customerOf' | 'productOf' | 'customers' | 'products'>;

/** A row of each subscription code; -1: none has it. */
function rowsOf(index: Placed): Int32Array {
  const { codes, values } = index.lines.texts.subscriptionId;
  const rowOf = new Int32Array(values.length).fill(-1);
  for (let row = 0; row < index.lines.rows; row++) {
    const code = codes[row] ?? 0;
    const known = rowOf[code] ?? -1;
    if (known < 0 || stands(index, row, known)) rowOf[code] = row;
  }
  return rowOf;
}

/** Whether a line names a group rather than another one: whatever the order of the files, it is the same. */
function stands({ customerOf, productOf, customers, products }: Placed, row: number, other: number): boolean {
  const [product, known] = [productOf[row] ?? 0, productOf[other] ?? 0];
  if (product !== known) return (products[product]?.id ?? '') < (products[known]?.id ?? '');
  const [customer, before] = [customerOf[row] ?? 0, customerOf[other] ?? 0];
  return customer !== before && (customers.ids[customer] ?? '') < (customers.ids[before] ?? '');
}

/** The one of some rows that gives a group its name; undefined of none. */
export function namingRow(index: Placed, rows: readonly number[]): number | undefined {
  let named = rows[0];
  for (const row of rows) if (named !== undefined && stands(index, row, named)) named = row;
  return named;
}

function productsOf({ rows, texts }: InvoiceLines): Pick<CostIndex, 'products' | 'productOf'> {
  const { productId, skuId, skuName, productName } = texts;
  const skus = skuId.values.map((text) => (text === '' ? '' : skuKey(text)));
  const ids = productId.values.map(productKey);
  const products: Product[] = [];
  const places = new Map<number, Map<number, number>>();
  const byId = new Map<string, number>();
  const productOf = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const [product, sku] = [productId.codes[row] ?? 0, skuId.codes[row] ?? 0];
    productOf[row] = remember(inner(places, product), sku, () => {
      const [own, part] = [ids[product] ?? '', skus[sku] ?? ''];
      const id = productText(own, part);
      const name = skuName.values[skuName.codes[row] ?? 0] || productName.values[productName.codes[row] ?? 0] || id;
      return remember(byId, id, () => products.push({ id, productId: own, skuId: part, name }) - 1);
    });
  }
  return { products, productOf };
}

/** `PRODUCT:SKU`, or the product alone. */
export function productText(productId: string, skuId: string): string {
  return skuId === '' ? productId : `${productId}:${skuId}`;
}

type Named = Pick<CostIndex, 'lines' | 'customerOf' | 'productOf'>;

function namesOf({ lines, customerOf, productOf }: Named): Pick<CostIndex, 'byName' | 'byNameOfAny'> {
  const { skuName, productName, subscriptionDescription } = lines.texts;
  const columns = [skuName, productName, subscriptionDescription];
  const keys = columns.map(({ values }) => values.map(nameKey));
  const byName = new Map<number, Map<string, Set<number>>>();
  const byNameOfAny = new Map<string, Set<number>>();
  const seen = new TupleIndex(
    [customerOf, productOf, ...columns.map(({ codes }) => codes)].map(signedCodes),
    lines.rows,
  );
  for (let row = 0; row < lines.rows; row++) {
    const known = seen.size;
    if (seen.add(row) < known) continue;
    const [customer, product] = [customerOf[row] ?? 0, productOf[row] ?? 0];
    for (const [at, column] of columns.entries()) {
      const key = keys[at]?.[column.codes[row] ?? 0] ?? '';
      if (key === '') continue;
      remember(inner(byName, customer), key, () => new Set<number>()).add(product);
      remember(byNameOfAny, key, () => new Set<number>()).add(product);
    }
  }
  return { byName, byNameOfAny };
}

/** What the user can say that an own name means. */
export function ownChoices({ customers, products }: CostIndex): OwnChoices {
  const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
    nameKey(a.name) < nameKey(b.name) ? -1 : 1;
  return {
    customers: customers.ids
      .map((id, code) => ({ id, name: customers.names[code] || id }))
      .filter(({ id }) => id !== '')
      .sort(byName),
    products: products.filter(({ id }) => id !== '').map(({ id, name }) => ({ id, name })).sort(byName), // prettier-ignore
  };
}
