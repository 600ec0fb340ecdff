/** A difference as it is shown and remembered. */
import { idKey, productKey, skuKey } from '../../../core/ids.ts';
import type { Minor } from '../../../core/money.ts';
import { textAt } from '../../../core/table.ts';
import type { MonthSubscription } from '../expected/subscriptions.ts';
import type { InvoiceLines, LineText } from '../model/types.ts';
import type { Found } from './factors.ts';
import type { Certainty, Difference, ExpectedLine, Join } from './types.ts';

/** Whom and what a difference is about. */
export type About = Pick<
  Difference,
  'customerId' | 'customer' | 'subscriptionId' | 'product' | 'productId' | 'skuId' | 'plan' | 'currency'
>;

/** As the invoice names it. */
export function ofRow({ texts }: InvoiceLines, row: number, plan = ''): About {
  const text = (name: LineText): string => texts[name].values[texts[name].codes[row] ?? 0] ?? '';
  return {
    ...{ customerId: text('customerId'), customer: text('customerName'), subscriptionId: text('subscriptionId') },
    ...{ product: text('skuName') || text('productName'), productId: text('productId'), skuId: text('skuId') },
    ...{ plan, currency: text('currency').toUpperCase() },
  };
}

/** As the export names it, where nothing was billed. @param currency of the invoice that it should stand on */
export function ofSubscription({ book, row, plan }: MonthSubscription, currency: string): About {
  const text = (name: string): string => textAt(book.portfolio.table.columns.get(name), row);
  return {
    ...{ customerId: text('customerId'), customer: text('customerName'), subscriptionId: text('subscriptionId') },
    ...{ product: text('offerName') || text('productId'), productId: text('productId'), skuId: text('skuId') },
    ...{ plan, currency },
  };
}

export interface Evidence {
  readonly join: Join;
  readonly certainty: Certainty;
  readonly billed: Minor;
  readonly expected: Minor;
  readonly rows: readonly number[];
  readonly lines: readonly ExpectedLine[];
  /** All causes of the same lines. */
  readonly all: readonly Found[];
}

export function differenceOf(about: About, found: Found, { all, ...evidence }: Evidence): Difference {
  const { customerId, productId, skuId, subscriptionId } = about;
  const ids = [idKey(customerId), idKey(subscriptionId), productKey(productId), skuKey(skuId)];
  const besides = all.map(({ cause }) => cause).filter((cause) => cause !== found.cause);
  return { key: [...ids, found.cause].join('|'), ...about, ...found, ...evidence, besides };
}
