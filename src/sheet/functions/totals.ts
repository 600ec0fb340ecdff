/** Sums that lose nothing: decimals as whole units, other numbers with what each addition cut off. */
import { ExactSum } from '../../core/exact-sum.ts';

/** A sum of numbers and of decimals. */
export class Total {
  private sum = 0;
  private lost = 0;
  private exact: ExactSum | undefined;
  /** Numbers added. */
  count = 0;

  /** Adds a double; what the addition cuts off is kept (Neumaier). */
  add(value: number): void {
    const next = this.sum + value;
    this.lost += Math.abs(this.sum) >= Math.abs(value) ? this.sum - next + value : value - next + this.sum;
    this.sum = next;
    this.count++;
  }

  /** Adds `units × 10^−scale`. */
  addUnits(units: number, scale: number): void {
    (this.exact ??= new ExactSum()).add(units, scale);
    this.count++;
  }

  /** Adds every decimal of a column; cells that hold no number (NaN) are passed over. */
  addColumn(units: Float64Array, scale: number): void {
    const exact = (this.exact ??= new ExactSum());
    let part = 0;
    for (const unit of units) {
      if (Number.isNaN(unit)) continue;
      this.count++;
      const next = part + unit;
      if (Number.isSafeInteger(next)) part = next;
      else {
        exact.add(part, scale);
        part = unit;
      }
    }
    exact.add(part, scale);
  }

  /** The double nearest to the sum. */
  value(): number {
    const doubles = Number.isFinite(this.sum) ? this.sum + this.lost : this.sum;
    if (this.exact === undefined) return doubles;
    const decimals = Number(this.exact.text());
    return doubles === 0 ? decimals : decimals + doubles;
  }
}
