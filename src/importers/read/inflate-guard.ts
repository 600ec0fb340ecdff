import { BOMB_FLOOR_BYTES, MAX_INFLATED_BYTES, MAX_INFLATE_RATIO } from '../limits.ts';
import { Refusal } from './refusal.ts';

/** Counts what an inflater puts out against what it was given; sizes that a file states about itself count for nothing. */
export class InflateGuard {
  private taken = 0;
  private given = 0;
  private readonly limit: number;

  constructor(limit = MAX_INFLATED_BYTES) {
    this.limit = limit;
  }

  take(compressed: number): void {
    this.taken += compressed;
  }

  give(inflated: number): void {
    this.given += inflated;
    const bomb = this.given > BOMB_FLOOR_BYTES && this.given > this.taken * MAX_INFLATE_RATIO;
    if (bomb || this.given > MAX_INFLATED_BYTES) throw new Refusal('zip-bomb');
    if (this.given > this.limit) throw new Refusal('too-large', { limit: this.limit });
  }
}
