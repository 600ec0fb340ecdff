/** Several tabs on one store: one writes at a time, the others hear of it. */

/** Runs writes of one store one after the other over all tabs, where the browser has Web Locks. */
export async function whileAlone<T>(store: string, work: () => Promise<T>): Promise<T> {
  const locks = browserLocks();
  return locks === undefined ? work() : locks.request(lockName(store), work);
}

/** Runs the work unless another tab is writing. Without Web Locks it runs. */
export async function ifAlone(store: string, work: () => Promise<void>): Promise<void> {
  const locks = browserLocks();
  if (locks === undefined) return work();
  await locks.request(lockName(store), { ifAvailable: true }, (lock) => (lock === null ? undefined : work()));
}

function lockName(store: string): string {
  return `termwise-write-${store}`;
}

function browserLocks(): LockManager | undefined {
  return typeof navigator !== 'undefined' && 'locks' in navigator ? navigator.locks : undefined;
}

/** Tells other tabs and workers that a store has changed, and hears it from them. Never hears itself. */
export class ChangeChannel {
  private readonly channel: BroadcastChannel;
  private readonly listeners = new Set<() => void>();

  constructor(store: string) {
    this.channel = new BroadcastChannel(`termwise-changes-${store}`);
    this.channel.onmessage = () => {
      for (const listener of this.listeners) listener();
    };
  }

  announce(): void {
    this.channel.postMessage('changed');
  }

  /** Returns the function that ends it. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    this.channel.close();
  }
}
