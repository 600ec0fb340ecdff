/** Keeps the smallest of many numbers: of two files that hold the same rows, both keep the same ones. */
import type { Day } from '../../core/days.ts';
import type { RowSample } from '../../core/schema/coverage.ts';

/** Distinct rows that are kept; as many more may wait to be sorted out. */
const KEPT = 512;
const ALL = 2 ** 32;

export class RowSamples {
  private below = ALL;
  private readonly days = new Map<number, Day>();

  /** @param identity from 0 to 2^32 − 1 */
  add(identity: number, day: Day): void {
    if (identity >= this.below) return;
    this.days.set(identity, day);
    if (this.days.size > 2 * KEPT) this.cut();
  }

  finish(): RowSample {
    if (this.days.size > KEPT) this.cut();
    const identities = [...this.days.keys()].sort((a, b) => a - b);
    return { identities, days: identities.map((identity) => this.days.get(identity) ?? 0), below: this.below };
  }

  private cut(): void {
    const identities = [...this.days.keys()].sort((a, b) => a - b);
    this.below = identities[KEPT] ?? ALL;
    for (const identity of identities.slice(KEPT)) this.days.delete(identity);
  }
}
