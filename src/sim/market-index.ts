/** What the price lists leave to choose: their market and currency pairs, and the segments of a SKU. */
import { productKey, skuKey } from '../core/ids.ts';
import type { Offer } from './price-rows.ts';

/** A cell's value when the lists leave only one, else what there is to choose from. */
export interface Choice {
  readonly value: string | undefined;
  readonly choices: readonly string[];
}

function only(values: ReadonlySet<string>): Choice {
  const choices = [...values].sort();
  return { value: choices.length === 1 ? choices[0] : undefined, choices };
}

function skuText(productId: string, skuId: string): string {
  return `${productKey(productId)}|${skuKey(skuId)}`;
}

function lower(a: string, b: string): string {
  return `${a}|${b}`.toLowerCase();
}

export class MarketIndex {
  private readonly currenciesOf = new Map<string, Set<string>>();
  private readonly marketsOf = new Map<string, Set<string>>();
  private readonly segmentsOf = new Map<string, Map<string, string>>();
  private readonly markets = new Set<string>();
  private readonly currencies = new Set<string>();

  constructor(offers: ReadonlyMap<string, Offer>) {
    for (const { market, currency, segment, productId, sku } of offers.values()) {
      this.markets.add(market);
      this.currencies.add(currency);
      addTo(this.currenciesOf, market.toLowerCase(), currency);
      addTo(this.marketsOf, currency.toLowerCase(), market);
      const key = skuText(productId, sku);
      const segments = this.segmentsOf.get(key) ?? new Map<string, string>();
      segments.set(lower(lower(market, currency), segment), segment);
      this.segmentsOf.set(key, segments);
    }
  }

  /** Market and currency of a row that names both, one or none of them. */
  choosePair(market: string | undefined, currency: string | undefined): { market: Choice; currency: Choice } {
    const given = (value: string): Choice => ({ value, choices: [] });
    const currencies = market ? this.currenciesOf.get(market.toLowerCase()) : this.currencies;
    const markets = currency ? this.marketsOf.get(currency.toLowerCase()) : this.markets;
    return {
      market: market ? given(market) : only(markets ?? new Set()),
      currency: currency ? given(currency) : only(currencies ?? new Set()),
    };
  }

  /** The only segment of a SKU in a market; the empty text, to be listed as unpriced, when the lists do not know the SKU. */
  chooseSegment(sku: { productId: string; skuId: string }, market: string, currency: string): Choice {
    const segments = this.segmentsOf.get(skuText(sku.productId, sku.skuId));
    const prefix = lower(lower(market, currency), '');
    const here = new Set<string>();
    for (const [key, segment] of segments ?? []) if (key.startsWith(prefix)) here.add(segment);
    return here.size === 0 ? { value: '', choices: [] } : only(here);
  }
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
