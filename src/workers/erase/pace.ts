/** Long work that tells how far it is and lets a cancel arrive. */
import { StoreFailure } from '../../storage/errors.ts';
import type { EraseProgress } from './types.ts';

export class Pace {
  private done = 0;
  private readonly of: number;
  private readonly signal: AbortSignal;
  private readonly report: (progress: EraseProgress) => void;

  /** @param of rows in all */
  constructor(of: number, { signal, report }: { signal: AbortSignal; report: (progress: EraseProgress) => void }) {
    this.of = of;
    this.signal = signal;
    this.report = report;
  }

  /** So many rows more are done. Throws `StoreFailure` when it was cancelled. */
  async step(rows: number): Promise<void> {
    this.done += rows;
    this.report({ done: Math.min(this.done, this.of), of: this.of });
    await new Promise((resolve) => setTimeout(resolve));
    if (this.signal.aborted) throw new StoreFailure({ kind: 'cancelled' });
  }
}
