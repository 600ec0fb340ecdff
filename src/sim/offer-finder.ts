/** The offer that a person means by a product and SKU: in the market and currency of most subscriptions. */
import { productKey, skuKey } from '../core/ids.ts';
import { textAt } from '../core/table.ts';
import type { Book } from './book.ts';
import type { Offer } from './price-rows.ts';

export class OfferFinder {
  private readonly book: Book;
  private bySku: ReadonlyMap<string, readonly Offer[]> | undefined;
  private usual: string | undefined;

  constructor(book: Book) {
    this.book = book;
  }

  /**
   * The offer of `PRODUCT:SKU`. Undefined when no list has it, or when several segments, or several markets and currencies
   * none of which is the usual one, fit.
   * @param segment '' for the only one
   */
  find(text: string, segment: string): Offer | undefined {
    const [product = '', sku = ''] = text.split(':');
    const offers = this.index().get(`${productKey(product)}:${skuKey(sku)}`) ?? [];
    const fitting = offers.filter((offer) => segment === '' || offer.segment.toLowerCase() === segment.toLowerCase());
    if (fitting.length <= 1) return fitting[0];
    const usual = fitting.filter((offer) => pairOf(offer) === this.usualPair());
    return usual.length === 1 ? usual[0] : undefined;
  }

  private index(): ReadonlyMap<string, readonly Offer[]> {
    if (this.bySku) return this.bySku;
    const index = new Map<string, Offer[]>();
    for (const offer of this.book.offers.values()) {
      const key = `${productKey(offer.productId)}:${offer.sku}`;
      const known = index.get(key);
      if (known) known.push(offer);
      else index.set(key, [offer]);
    }
    return (this.bySku = index);
  }

  /** The market and currency of most subscriptions; of equals the first. */
  private usualPair(): string {
    if (this.usual !== undefined) return this.usual;
    const { table } = this.book.portfolio;
    const counts = new Map<string, number>();
    for (let row = 0; row < table.rows; row++) {
      const pair = pairOf({
        market: textAt(table.columns.get('market'), row),
        currency: textAt(table.columns.get('currency'), row),
      });
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    let usual = '';
    for (const [pair, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = pair;
    return (this.usual = usual);
  }
}

function pairOf({ market, currency }: Pick<Offer, 'market' | 'currency'>): string {
  return `${market}|${currency}`.toLowerCase();
}
