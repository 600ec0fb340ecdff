/** Work in slices of which only the newest counts. */
import { inSlices } from './in-slices.ts';

export class LatestSteps {
  private running: AbortController | undefined;

  /** Ends what runs, and gives the result of the new steps; undefined when something newer ended them. */
  async run<T>(steps: Generator<unknown, T>): Promise<T | undefined> {
    this.stop();
    const own = new AbortController();
    this.running = own;
    const result = await inSlices(steps, own.signal);
    return own === this.running ? result : undefined;
  }

  stop(): void {
    this.running?.abort();
    this.running = undefined;
  }
}
