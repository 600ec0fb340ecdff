/** What a seat of a subscription should cost for a whole charge cycle: the partner's own word, else the list of the term's first day. */
import type { Day } from '../../../core/days.ts';
import { type Exact, fraction, multiply, ONE, subtract, ZERO } from '../../../core/exact.ts';
import type { Subscription } from '../../book.ts';
import { priceSeries, segmentAt } from '../../price-series.ts';
import { inner } from '../../remember.ts';
import type { FileRow } from '../../types.ts';
import type { ExpectedLine } from '../union/types.ts';

export interface PriceBasis {
  /** Per seat and whole cycle, in the currency of the list. */
  readonly unitPrice: Exact;
  /** Share off it: 0.1 for 10 %. */
  readonly share: Exact;
  /** After the share. */
  readonly net: Exact;
  readonly price: ExpectedLine['price'];
  readonly at: FileRow | undefined;
  /** The subscription names a promotion that no imported one fits. */
  readonly isPromotionUnknown: boolean;
}

/** Prices of one book; equal ones are one object, so that amounts can be kept by it. */
export class ExpectedPrices {
  private readonly known = new Map<number, Map<number | string, { readonly basis: PriceBasis | undefined }>>();

  /** Undefined: no list has a price for that term on that day. @param cycleMonths between two charges */
  of(subscription: Subscription, termStart: Day, cycleMonths: number): PriceBasis | undefined {
    const { saleIndex, shareIndex, paid, paidIndex } = subscription;
    const own = paid?.source === 'paid' ? paidIndex : 0;
    const ofDay = inner(this.known, termStart * LONGEST_CYCLE + cycleMonths);
    const key = keyOf(saleIndex, shareIndex, own);
    const before = ofDay.get(key);
    if (before) return before.basis;
    const basis = basisOf(subscription, termStart, cycleMonths);
    ofDay.set(key, { basis });
    return basis;
  }
}

const LONGEST_CYCLE = 100;
/** Indexes below this fit into one number, three at a time. */
const FEW = 0x20000;

function keyOf(sale: number, share: number, own: number): number | string {
  if (sale < FEW && share < FEW && own < FEW) return (sale * FEW + share) * FEW + own;
  return `${String(sale)} ${String(share)} ${String(own)}`;
}

function basisOf({ paid, sale, share }: Subscription, termStart: Day, cycleMonths: number): PriceBasis | undefined {
  const perCycle = (perMonth: Exact): Exact => multiply(perMonth, fraction(cycleMonths));
  const isPromotionUnknown = share.unmatched;
  if (paid?.source === 'paid') {
    const unitPrice = perCycle(paid.unit);
    return { unitPrice, share: ZERO, net: unitPrice, price: 'given', at: undefined, isPromotionUnknown: false };
  }
  const price = sale.offer && segmentAt(priceSeries(sale.offer, sale.plan, []), termStart)?.price;
  if (!price) return undefined;
  const unitPrice = perCycle(price.cost);
  const off = share.share ?? ZERO;
  return {
    ...{ unitPrice, share: off, net: multiply(unitPrice, subtract(ONE, off)), isPromotionUnknown },
    price: price.carried ? 'carried' : 'list',
    at: { file: price.row.list.file, line: price.row.line },
  };
}
