/** Long work in progress: what the screens show with its bar and its cancel button. */
import { AbortError } from '../workers/runner.ts';

export interface Job {
  readonly id: number;
  readonly label: string;
  /** 0 to 1; undefined while nobody can say. */
  readonly share: number | undefined;
  readonly detail: string;
  /** Undefined while nobody can say. */
  readonly secondsLeft: number | undefined;
  cancel(): void;
}

/** Moves a job's bar. */
export type Move = (share: number | undefined, detail: string, secondsLeft?: number) => void;

export class Jobs {
  private items: readonly Job[] = $state.raw([]);
  private ids = 0;

  get running(): readonly Job[] {
    return this.items;
  }

  /**
   * Runs work that can be cancelled and shows it while it runs. Resolves with undefined when it was cancelled.
   * @param work gets a signal and a function that moves the bar
   */
  async run<T>(label: string, work: (signal: AbortSignal, move: Move) => Promise<T>): Promise<T | undefined> {
    const stop = new AbortController();
    const id = ++this.ids;
    const cancel = (): void => {
      stop.abort();
    };
    this.items = [...this.items, { id, label, share: undefined, detail: '', secondsLeft: undefined, cancel }];
    const move: Move = (share, detail, secondsLeft) => {
      this.items = this.items.map((job) => (job.id === id ? { ...job, share, detail, secondsLeft } : job));
    };
    try {
      return await work(stop.signal, move);
    } catch (error) {
      if (error instanceof AbortError) return undefined;
      throw error;
    } finally {
      this.items = this.items.filter((job) => job.id !== id);
    }
  }
}
