/** Partner earned credit on lines of consumption: what a line says of it, and lines that should have it. */
import { divide, type Exact, fraction, parseExact } from '../../../core/exact.ts';
import { inner, remember } from '../../remember.ts';
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

interface Counts {
  lines: number;
  credited: number;
  /** Of the line that was met first. */
  share: Exact | undefined;
}

const LEAST_CREDITED = 3;
const USAGE = LINE_KINDS.indexOf('usage');

/**
 * Credit is earned for what a partner manages, so it goes with the subscription: where most of its lines have it, a line
 * without it of something that earns it elsewhere has lost it.
 */
export class EarnedCredit {
  private readonly lines: InvoiceLines;
  private readonly kinds: Uint8Array;
  private readonly shares: readonly (Exact | undefined)[];
  private readonly bySubscription = new Map<number, Map<number, Counts>>();
  private readonly earning = new Map<number, Set<number>>();

  constructor(lines: InvoiceLines, { kinds }: CheckedLines, rows: Iterable<number>) {
    this.lines = lines;
    this.kinds = kinds;
    this.shares = lines.texts.priceAdjustmentDescription.values.map(earnedShare);
    const { customerId, subscriptionId, productId, skuId } = lines.texts;
    for (const row of rows) {
      if (kinds[row] !== USAGE) continue;
      const own = inner(this.bySubscription, customerId.codes[row] ?? 0);
      const counts = remember(own, subscriptionId.codes[row] ?? 0, () => ({ lines: 0, credited: 0, share: undefined }));
      counts.lines++;
      const share = this.shareOf(row);
      if (!share) continue;
      counts.credited++;
      counts.share ??= share;
      remember(this.earning, productId.codes[row] ?? 0, () => new Set<number>()).add(skuId.codes[row] ?? 0);
    }
  }

  /** What a line says it earned. */
  shareOf(row: number): Exact | undefined {
    return this.shares[this.lines.texts.priceAdjustmentDescription.codes[row] ?? 0];
  }

  /** The share that a line without any should have earned; undefined: none. */
  lostShare(row: number): Exact | undefined {
    if (this.kinds[row] !== USAGE || this.shareOf(row)) return undefined;
    const { customerId, subscriptionId, productId, skuId } = this.lines.texts;
    const counts = this.bySubscription.get(customerId.codes[row] ?? 0)?.get(subscriptionId.codes[row] ?? 0);
    if (!counts || counts.credited < LEAST_CREDITED || counts.credited * 2 <= counts.lines) return undefined;
    const isEarning = this.earning.get(productId.codes[row] ?? 0)?.has(skuId.codes[row] ?? 0) === true;
    return isEarning ? counts.share : undefined;
  }
}
