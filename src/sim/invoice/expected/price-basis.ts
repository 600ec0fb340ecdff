/** What a seat of a subscription should cost for a whole charge cycle: the partner's own word, else the list of the term's first day. */
import type { Day } from '../../../core/days.ts';
import { type Exact, fraction, multiply, ONE, subtract, ZERO } from '../../../core/exact.ts';
import type { KnownShare, Subscription } from '../../book.ts';
import { type PriceSeries, priceSeries, segmentAt, type UnitPrice } from '../../price-series.ts';
import { inner, remember } from '../../remember.ts';
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

/** Prices of one book; equal ones are one object. */
export class ExpectedPrices {
  private readonly paid = new Map<number, PriceBasis>();
  /** By sale, and by what a list says, promotion and cycle. */
  private readonly series: PriceSeries[] = [];
  private readonly listed = new Map<UnitPrice, Map<number, PriceBasis>>();

  /** Undefined: no list has a price for that term on that day. @param cycleMonths between two charges */
  of(subscription: Subscription, termStart: Day, cycleMonths: number): PriceBasis | undefined {
    const { paid, paidIndex, sale, saleIndex, shareIndex, share } = subscription;
    if (paid?.source === 'paid') {
      return remember(this.paid, paidIndex * LONGEST_CYCLE + cycleMonths, () => paidBasis(paid.unit, cycleMonths));
    }
    const series = (this.series[saleIndex] ??= sale.offer ? priceSeries(sale.offer, sale.plan, []) : []);
    const price = segmentAt(series, termStart)?.price;
    if (!price) return undefined;
    const ofPrice = inner(this.listed, price);
    const key = shareIndex * LONGEST_CYCLE + cycleMonths;
    let basis = ofPrice.get(key);
    if (!basis) ofPrice.set(key, (basis = listBasis(price, share, cycleMonths)));
    return basis;
  }
}

const LONGEST_CYCLE = 100;

function perCycle(perMonth: Exact, cycleMonths: number): Exact {
  return multiply(perMonth, fraction(cycleMonths));
}

function paidBasis(unit: Exact, cycleMonths: number): PriceBasis {
  const unitPrice = perCycle(unit, cycleMonths);
  return { unitPrice, share: ZERO, net: unitPrice, price: 'given', at: undefined, isPromotionUnknown: false };
}

function listBasis(price: UnitPrice, { share, unmatched }: KnownShare, cycleMonths: number): PriceBasis {
  const unitPrice = perCycle(price.cost, cycleMonths);
  const off = share ?? ZERO;
  return {
    ...{ unitPrice, share: off, net: multiply(unitPrice, subtract(ONE, off)), isPromotionUnknown: unmatched },
    price: price.carried ? 'carried' : 'list',
    at: { file: price.row.list.file, line: price.row.line },
  };
}
