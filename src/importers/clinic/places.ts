/** Counts the places of one finding, and keeps the first of them, or the page that was asked for. */
import type { RepairSample, Spotlight } from './finding.ts';

/** Samples that go with a finding. */
const KEPT = 5;

export class Places {
  rows = 0;
  readonly samples: RepairSample[] = [];
  private readonly from: number;
  private readonly until: number;

  constructor(spotlight: Pick<Spotlight, 'from' | 'count'> | undefined) {
    this.from = spotlight?.from ?? 0;
    this.until = this.from + (spotlight?.count ?? KEPT);
  }

  add(row: number, before: string, after: string, otherwise = before): void {
    if (this.rows >= this.from && this.rows < this.until) this.samples.push({ row, before, after, otherwise });
    this.rows++;
  }

  /** Counts rows of which no place is known. */
  count(rows: number): void {
    this.rows += rows;
  }
}
