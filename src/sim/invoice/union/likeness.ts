/** How like billed subscriptions are to those of the exports, where ids and terms leave several that it could be. */
import { toFloat } from '../../../core/exact.ts';
import type { MonthSubscription } from '../expected/subscriptions.ts';
import type { InvoiceLines } from '../model/types.ts';
import type { BilledGroup } from './billed-groups.ts';

/** What the lines of a group say: for sorting, never for an amount. */
interface Said {
  readonly seats: ReadonlySet<number>;
  readonly prices: readonly number[];
}

/** A price per seat may be off by its roundings. */
const NEAR = 0.011;

export class Likeness {
  private readonly lines: InvoiceLines;
  private readonly known = new Map<BilledGroup, Said>();

  constructor(lines: InvoiceLines) {
    this.lines = lines;
  }

  /** Higher for what is more alike: the term first, then seats and price. */
  of(group: BilledGroup, subscription: MonthSubscription): number {
    const { seats, prices } = this.saidBy(group);
    const { term, basis, seatsBefore, seatsAfter } = subscription;
    const net = basis ? toFloat(basis.net) : NaN;
    return (
      (group.termStart === term?.start ? 8 : 0) +
      (group.termEnd === term?.end ? 4 : 0) +
      (prices.some((price) => Math.abs(price - net) < NEAR) ? 2 : 0) +
      (seatsAfter !== undefined && seats.has(seatsAfter) ? 2 : 0) +
      (seatsBefore !== undefined && seats.has(seatsBefore) ? 1 : 0)
    );
  }

  /** Whether some line is of the seats that a subscription has or had. */
  hasSeats(group: BilledGroup, { seatsBefore, seatsAfter }: MonthSubscription): boolean {
    const { seats } = this.saidBy(group);
    return [seatsBefore, seatsAfter].some((one) => one !== undefined && seats.has(one));
  }

  private saidBy(group: BilledGroup): Said {
    const known = this.known.get(group);
    if (known) return known;
    const figures = (name: 'billableQuantity' | 'effectiveUnitPrice'): readonly number[] =>
      group.rows.map((row) => {
        const value = this.lines.figure(name, row);
        return value ? Math.abs(toFloat(value)) : NaN;
      });
    const said = { seats: new Set(figures('billableQuantity')), prices: figures('effectiveUnitPrice') };
    this.known.set(group, said);
    return said;
  }
}
