/** What the trail says of a price that reconciliation lines give. */
import type { Day } from '../core/days.ts';
import { unitText } from './figures.ts';
import type { BilledPrice } from './paid-prices.ts';
import type { FileRow } from './types.ts';

/** A line with its effective unit price, which is for the whole cycle. */
export interface BilledLineDetail extends FileRow {
  readonly price: string;
}

export interface BilledDetail {
  /** The lines whose prices add up to the cycle's price; more than one when it was charged in parts. */
  readonly lines: readonly BilledLineDetail[];
  readonly months: number;
  readonly chargeType: string;
  readonly start: Day;
  /** Inclusive. */
  readonly end: Day;
  /** Empty: not billed yet. */
  readonly invoice: string;
  /** Found by customer, product, SKU and term instead of the subscription id. */
  readonly byTerm: boolean;
}

/** Prices as decimal texts with two to ten digits. */
export function billedDetail(billed: BilledPrice | undefined): BilledDetail | undefined {
  const first = billed?.lines[0];
  if (!billed || !first) return undefined;
  const { months, chargeType, start, end, invoice } = first;
  const lines = billed.lines.map(({ dataset, line, price }) => ({ file: dataset.file, line, price: unitText(price) }));
  return { lines, months, chargeType, start, end, invoice, byTerm: billed.byTerm };
}
