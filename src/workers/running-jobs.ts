/** Which jobs run, so that work that nobody waits for stands back. */
import type { JobHost } from './protocol.ts';
import type { JobMap } from './runner.ts';

export class RunningJobs {
  private running = 0;
  private ended = 0;
  private readonly listeners = new Set<() => void>();

  async count<T>(job: () => T | Promise<T>): Promise<T> {
    this.running++;
    try {
      return await job();
    } finally {
      this.running--;
      this.ended++;
      for (const listener of this.listeners) listener();
    }
  }

  /** Resolves when no job runs, or the signal fires. */
  async quiet(signal: AbortSignal): Promise<void> {
    await this.until(() => this.running === 0, signal);
  }

  /** Resolves when another job has ended and none runs, or the signal fires. */
  async quietAgain(signal: AbortSignal): Promise<void> {
    const { ended } = this;
    await this.until(() => this.running === 0 && this.ended > ended, signal);
  }

  private async until(isSo: () => boolean, signal: AbortSignal): Promise<void> {
    if (isSo() || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (!isSo() && !signal.aborted) return;
        this.listeners.delete(look);
        signal.removeEventListener('abort', look);
        resolve();
      };
      this.listeners.add(look);
      signal.addEventListener('abort', look);
    });
  }
}

/** The same host, whose jobs are counted while they run. @param except jobs that run for as long as the page is open */
export function counted<J extends JobMap>(
  host: JobHost<J>,
  jobs: RunningJobs,
  except: ReadonlySet<keyof J & string>,
): JobHost<J> {
  const names = Object.keys(host) as (keyof J & string)[];
  const entries = names.map((name) => {
    const handler = host[name];
    const counting: typeof handler = (input, context) => jobs.count(() => handler(input, context));
    return [name, except.has(name) ? handler : counting] as const;
  });
  return Object.fromEntries(entries) as unknown as JobHost<J>;
}
