/** Why consumption costs another amount: how much it was at list prices, the share that earned credit takes off, and the exchange rate. */
import {
  add,
  divide,
  type Exact,
  fraction,
  isZero,
  multiply,
  ONE,
  subtract,
  toDecimal,
  ZERO,
} from '../../../core/exact.ts';
import { type Minor, roundToMinor } from '../../../core/money.ts';
import { remember } from '../../remember.ts';
import type { CheckedLines } from '../model/check-lines.ts';
import type { InvoiceLines } from '../model/types.ts';
import type { Moves } from './move.ts';

const EARNED_CREDIT = /earned\s+credit|\bPEC\b/i;
/** Charged prices are rounded: their shares of list prices have noise behind these digits. */
const SHARE_DIGITS = 4;
const SHOWN_DIGITS = 10;

/** What was billed in the pricing currency, with and without earned credit. */
interface Volume {
  billed: Minor;
  charged: Exact;
  listed: Exact;
}

export class UsageSteps {
  private readonly lines: InvoiceLines;
  private readonly checked: CheckedLines;
  private readonly hasCredit: readonly boolean[];
  private readonly rates = new Map<string, Exact>();
  private readonly shares = new Map<string, Exact>();

  constructor(lines: InvoiceLines, checked: CheckedLines) {
    this.lines = lines;
    this.checked = checked;
    this.hasCredit = lines.texts.priceAdjustmentDescription.values.map((text) => EARNED_CREDIT.test(text));
  }

  add(moves: Moves, before: readonly number[], after: readonly number[]): void {
    const [was, now] = [this.volumeOf(before), this.volumeOf(after)];
    const [share, nextShare] = bridged(ratio(was.charged, was.listed), ratio(now.charged, now.listed));
    const [rate, nextRate] = bridged(
      ratio(fraction(was.billed), was.charged),
      ratio(fraction(now.billed), now.charged),
    );
    const times = (...factors: readonly Exact[]): Minor => roundToMinor(factors.reduce(multiply, ONE), 0);
    moves.add('usage', times(subtract(now.listed, was.listed), share, rate));
    const credited = times(now.listed, subtract(nextShare, share), rate);
    moves.add('earned-credit', credited, shown(subtract(ONE, share)), shown(subtract(ONE, nextShare)));
    const converted = times(now.listed, nextShare, subtract(nextRate, rate));
    moves.add('exchange-rate', converted, this.rateText(before), this.rateText(after));
  }

  /** Amounts are added whole for each rate and share: both have few values. */
  private volumeOf(rows: readonly number[]): Volume {
    const sums = new Map<Exact, Map<Exact, Minor>>();
    const volume: Volume = { billed: 0, charged: ZERO, listed: ZERO };
    for (const row of rows) {
      const amount = this.checked.subtotal[row] ?? 0;
      volume.billed += amount;
      const [rate, share] = [this.rateOf(row), this.shareOf(row)];
      const byShare = remember(sums, rate, () => new Map<Exact, Minor>());
      byShare.set(share, (byShare.get(share) ?? 0) + amount);
    }
    for (const [rate, byShare] of sums) {
      for (const [share, amount] of byShare) {
        const charged = divide(fraction(amount), rate);
        volume.charged = add(volume.charged, charged);
        volume.listed = add(volume.listed, divide(charged, share));
      }
    }
    return volume;
  }

  /** One value for equal rates; 1 where a file has none. */
  private rateOf(row: number): Exact {
    const { units, places } = this.lines.figures.pcToBCExchangeRate;
    const key = Number.isNaN(units[row] ?? NaN) ? '' : `${String(units[row])} ${String(places[row])}`;
    const read = (): Exact => {
      const rate = this.lines.figure('pcToBCExchangeRate', row);
      return rate && rate.n > 0n ? rate : ONE;
    };
    return key === '' ? this.longRate(read()) : remember(this.rates, key, read);
  }

  /** Rates of more than 15 digits. */
  private longRate(rate: Exact): Exact {
    return remember(this.rates, `${String(rate.n)}/${String(rate.d)}`, () => rate);
  }

  /** What earned credit leaves of the list price; 1 where a line names none. */
  private shareOf(row: number): Exact {
    const { codes } = this.lines.texts.priceAdjustmentDescription;
    if (!this.hasCredit[codes[row] ?? 0]) return ONE;
    const list = this.lines.figure('unitPrice', row);
    const charged = this.lines.figure('effectiveUnitPrice', row);
    if (!list || !charged || list.n <= 0n || charged.n <= 0n) return ONE;
    const text = toDecimal(divide(charged, list), 0, SHARE_DIGITS);
    return remember(this.shares, text, () => shareFrom(text));
  }

  private rateText(rows: readonly number[]): string {
    const [row] = rows;
    return row === undefined ? '' : shown(this.rateOf(row));
  }
}

function shareFrom(text: string): Exact {
  const [whole = '0', part = ''] = text.split('.');
  const share = fraction(BigInt(whole + part), 10n ** BigInt(part.length));
  return isZero(share) ? ONE : share;
}

function ratio(one: Exact, other: Exact): Exact | undefined {
  return isZero(other) ? undefined : divide(one, other);
}

/** A factor that one month does not tell is that of the other. */
function bridged(was: Exact | undefined, now: Exact | undefined): readonly [Exact, Exact] {
  return [was ?? now ?? ONE, now ?? was ?? ONE];
}

function shown(value: Exact): string {
  return toDecimal(value, 0, SHOWN_DIGITS);
}
