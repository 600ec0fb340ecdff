/** Partner earned credit on lines of consumption: what a line says of it, and lines that should have it. */
import { divide, type Exact, fraction, parseExact } from '../../../core/exact.ts';
import { signedCodes, TupleIndex } from '../../tuple-index.ts';
import type { CheckedLines } from '../model/check-lines.ts';
import { LINE_KINDS } from '../model/kinds.ts';
import type { InvoiceLines } from '../model/types.ts';

const CREDIT = /([0-9]+(?:\.[0-9]+)?)\s*%\s*Partner earned credit/i;

/** The share that a `PriceAdjustmentDescription` says is earned: 0.15 for 15 %; undefined: none. */
export function earnedShare(description: string): Exact | undefined {
  const percent = CREDIT.exec(description)?.[1];
  const exact = percent === undefined ? undefined : parseExact(percent);
  return exact && divide(exact, fraction(100));
}

const LEAST_CREDITED = 3;
const USAGE = LINE_KINDS.indexOf('usage');

/**
 * Credit is earned for what a partner manages, so it goes with the subscription: where most of its lines have it, a line
 * without it of something that earns it elsewhere has lost it.
 */
export class EarnedCredit {
  private readonly kinds: Uint8Array;
  private readonly shares: readonly (Exact | undefined)[];
  private readonly codes: Uint32Array;
  /** Customers' subscriptions, each with its lines, those that have credit, and the first of these. */
  private readonly subscriptions: TupleIndex;
  private readonly lines: Int32Array;
  private readonly credited: Int32Array;
  private readonly example: Int32Array;
  private readonly earning: TupleIndex;
  private readonly keys: { readonly subscription: readonly Int32Array[]; readonly sku: readonly Int32Array[] };

  constructor({ texts }: InvoiceLines, { kinds }: CheckedLines, rows: Uint32Array) {
    this.kinds = kinds;
    this.shares = texts.priceAdjustmentDescription.values.map(earnedShare);
    this.codes = texts.priceAdjustmentDescription.codes;
    this.keys = {
      subscription: [signedCodes(texts.customerId.codes), signedCodes(texts.subscriptionId.codes)],
      sku: [signedCodes(texts.productId.codes), signedCodes(texts.skuId.codes)],
    };
    const usage = rows.filter((row) => kinds[row] === USAGE);
    this.subscriptions = new TupleIndex(this.keys.subscription, usage.length);
    this.earning = new TupleIndex(this.keys.sku, usage.length);
    this.lines = new Int32Array(usage.length);
    this.credited = new Int32Array(usage.length);
    this.example = new Int32Array(usage.length);
    for (const row of usage) this.count(row);
  }

  private count(row: number): void {
    const subscription = this.subscriptions.add(row);
    this.lines[subscription] = (this.lines[subscription] ?? 0) + 1;
    if (!this.shareOf(row)) return;
    const credited = this.credited[subscription] ?? 0;
    if (credited === 0) this.example[subscription] = row;
    this.credited[subscription] = credited + 1;
    this.earning.add(row);
  }

  /** What a line says it earned. */
  shareOf(row: number): Exact | undefined {
    return this.shares[this.codes[row] ?? 0];
  }

  /** The share that a line without any should have earned; undefined: none. */
  lostShare(row: number): Exact | undefined {
    if (this.kinds[row] !== USAGE || this.shareOf(row)) return undefined;
    const subscription = this.subscriptions.find(this.keys.subscription, row);
    const credited = this.credited[subscription] ?? 0;
    if (credited < LEAST_CREDITED || credited * 2 <= (this.lines[subscription] ?? 0)) return undefined;
    return this.earning.find(this.keys.sku, row) < 0 ? undefined : this.shareOf(this.example[subscription] ?? 0);
  }
}
