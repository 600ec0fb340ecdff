/** What prices in a currency are mostly invoiced in. */
import type { InvoiceLines } from '../model/types.ts';
import { inner } from '../../remember.ts';
import type { GroupTable } from './group-table.ts';

/** By currencies of prices, both upper case; of equally many the one that came first. */
export function usualCurrencies({ texts }: InvoiceLines, groups: GroupTable): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  const upper = (name: 'currency' | 'pricingCurrency'): readonly string[] =>
    texts[name].values.map((text) => text.toUpperCase());
  const [codes, pricingCodes] = [groups.codes('currency'), groups.codes('pricingCurrency')];
  const [currencies, pricingCurrencies] = [upper('currency'), upper('pricingCurrency')];
  for (let group = 0; group < groups.size; group++) {
    const currency = currencies[codes[group] ?? 0] ?? '';
    const pricing = pricingCurrencies[pricingCodes[group] ?? 0] ?? '';
    const of = inner(counts, pricing === '' ? currency : pricing);
    of.set(currency, (of.get(currency) ?? 0) + 1);
  }
  const most = (of: ReadonlyMap<string, number>): string =>
    [...of].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
  return new Map([...counts].map(([pricing, of]) => [pricing, most(of)]));
}
