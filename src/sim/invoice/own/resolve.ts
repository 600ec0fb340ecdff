/** What each own line is of: nothing is guessed, every join has its kind, and what cannot be joined says why. */
import { idKey } from '../../../core/ids.ts';
import { NOT_MICROSOFT, type OwnAliases } from '../../../core/invoice/own-names.ts';
import { remember } from '../../remember.ts';
import { type CostIndex, productText } from './cost-index.ts';
import type { OwnLines } from './read-own.ts';
import { nameKey } from './name-key.ts';
import type { CustomerJoin, Join, Loose } from './types.ts';

/** Where an own line belongs. */
export type Target =
  | {
      readonly kind: 'joined';
      readonly join: Join;
      readonly customerJoin: CustomerJoin;
      /** Code of the customer. */
      readonly customer: number;
      /** Code of the subscription; undefined: all that is of the product. */
      readonly subscription: number | undefined;
      readonly productId: string;
      /** Empty: any of the product. */
      readonly skuId: string;
    }
  /** `customer` is known where only the item is not. */
  | { readonly kind: 'loose'; readonly reason: Loose; readonly customer: number | undefined }
  | { readonly kind: 'set-aside'; readonly customer: number | undefined };

/** By what the user's word about a line's customer and item is remembered; empty: nothing to remember it by. */
export interface AliasKeys {
  readonly customer: string;
  readonly item: string;
}

const OFFER = /^([A-Z][A-Z0-9]{11})(?::([A-Z0-9]{1,4}))?(?::|$)/;

type FoundCustomer =
  { readonly customer: number; readonly join: CustomerJoin } | { readonly reason: Loose } | { readonly aside: true };
type FoundItem =
  | { readonly productId: string; readonly skuId: string; readonly join: Join }
  | { readonly reason: Loose }
  | { readonly aside: true };

export class Resolver {
  private readonly own: OwnLines;
  private readonly index: CostIndex;
  private readonly aliases: OwnAliases;
  private readonly customers = new Map<string, FoundCustomer>();
  private readonly items = new Map<string, FoundItem>();
  private readonly targets = new Map<string, Target>();

  constructor(own: OwnLines, index: CostIndex, aliases: OwnAliases) {
    this.own = own;
    this.index = index;
    this.aliases = aliases;
  }

  targetOf(row: number): Target {
    const { texts } = this.own;
    const parts = [
      texts.subscriptionId,
      texts.customerId,
      texts.customerName,
      texts.productId,
      texts.skuId,
      texts.item,
    ];
    const key = parts.map(({ codes }) => codes[row] ?? 0).join(' ');
    return remember(this.targets, key, () => this.find(row));
  }

  keysOf(row: number): AliasKeys {
    const [name, id] = [this.text('customerName', row), this.text('customerId', row)];
    return { customer: nameKey(name) || idKey(id), item: nameKey(this.itemText(row)) };
  }

  /** What the invoice calls the item. */
  itemText(row: number): string {
    return this.text('item', row) || productText(this.text('productId', row), this.text('skuId', row));
  }

  text(name: keyof OwnLines['texts'], row: number): string {
    const { codes, values } = this.own.texts[name];
    return values[codes[row] ?? 0] ?? '';
  }

  private find(row: number): Target {
    const { index } = this;
    const subscription = index.subscriptions.get(idKey(this.text('subscriptionId', row)));
    const first = subscription === undefined ? -1 : (index.rowOf[subscription] ?? -1);
    if (subscription !== undefined && first >= 0) {
      const product = index.products[index.productOf[first] ?? 0];
      return {
        ...{ kind: 'joined', join: 'subscription', customerJoin: 'subscription', subscription },
        ...{ customer: index.customerOf[first] ?? 0, productId: product?.productId ?? '', skuId: product?.skuId ?? '' },
      };
    }
    const found = this.customerOf(row);
    const customer = 'customer' in found ? found.customer : undefined;
    if ('aside' in found) return { kind: 'set-aside', customer };
    const item = this.itemOf(row, customer);
    if ('aside' in item) return { kind: 'set-aside', customer };
    if ('reason' in found) return { kind: 'loose', reason: found.reason, customer };
    if ('reason' in item) return { kind: 'loose', reason: item.reason, customer };
    return { kind: 'joined', ...item, subscription: undefined, customer: found.customer, customerJoin: found.join };
  }

  private customerOf(row: number): FoundCustomer {
    const [id, name] = [this.text('customerId', row), this.text('customerName', row)];
    return remember(this.customers, `${idKey(id)}\n${nameKey(name)}`, () => {
      const { customers } = this.index;
      const byId = id === '' ? undefined : customers.byId(id);
      if (byId !== undefined) return { customer: byId, join: 'id' };
      const [byName, ...more] = customers.byName(name);
      if (byName !== undefined && more.length === 0) return { customer: byName, join: 'name' };
      const said = this.aliases.customers.get(this.keysOf(row).customer);
      if (said === NOT_MICROSOFT) return { aside: true };
      const meant = said === undefined ? undefined : customers.byId(said);
      if (meant !== undefined) return { customer: meant, join: 'alias' };
      return { reason: byName === undefined ? 'customer-unknown' : 'customer-ambiguous' };
    });
  }

  private itemOf(row: number, customer: number | undefined): FoundItem {
    const { codes } = this.own.texts.item;
    const [productId, skuId] = [this.text('productId', row), this.text('skuId', row)];
    const key = `${String(customer ?? -1)} ${String(codes[row] ?? 0)} ${productId} ${skuId}`;
    return remember(this.items, key, () => this.productOf(productId, skuId) ?? this.itemByText(row, customer));
  }

  /** By the ids that the line has itself; undefined where they are not Microsoft's. */
  private productOf(productId: string, skuId: string): FoundItem | undefined {
    const offer = OFFER.exec(productId.trim().toUpperCase());
    if (!offer) return undefined;
    const part = offer[2] ?? skuId.trim().toUpperCase();
    return { productId: offer[1] ?? '', skuId: part === '' ? '' : part.padStart(4, '0'), join: 'product' };
  }

  private itemByText(row: number, customer: number | undefined): FoundItem {
    const key = nameKey(this.itemText(row));
    const said = key === '' ? undefined : this.aliases.items.get(key);
    if (said === NOT_MICROSOFT) return { aside: true };
    if (said !== undefined) {
      const [productId = '', skuId = ''] = said.split(':');
      return { productId, skuId, join: 'item-alias' };
    }
    const { byName, byNameOfAny, products } = this.index;
    const ofCustomer = customer === undefined ? undefined : byName.get(customer)?.get(key);
    const [product, ...more] = [...(ofCustomer ?? byNameOfAny.get(key) ?? [])];
    const named = product === undefined ? undefined : products[product];
    if (!named) return { reason: 'item-unknown' };
    if (more.length > 0) return { reason: 'item-ambiguous' };
    return { productId: named.productId, skuId: named.skuId, join: 'item-name' };
  }
}
