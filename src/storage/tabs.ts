/** Several tabs and workers on one store: a sweep never meets an import, and changes are heard everywhere. */

/** Runs an import. Imports run side by side, as each writes parts of its own, but no sweep starts meanwhile. */
export async function whileImporting<T>(store: string, work: () => Promise<T>): Promise<T> {
  const locks = browserLocks();
  return locks === undefined ? work() : locks.request(lockName(store), { mode: 'shared' }, work);
}

/**
 * Runs the work unless an import is running in any tab. Where Web Locks are missing (plain http) it always runs: an import
 * that loses its parts to a sweep notices before it makes anything visible.
 */
export async function unlessImporting(store: string, work: () => Promise<void>): Promise<void> {
  const locks = browserLocks();
  if (locks === undefined) return work();
  await locks.request(lockName(store), { ifAvailable: true }, (lock) => (lock === null ? undefined : work()));
}

function lockName(store: string): string {
  return `termwise-import-${store}`;
}

function browserLocks(): LockManager | undefined {
  return typeof navigator !== 'undefined' && 'locks' in navigator ? navigator.locks : undefined;
}

/** Tells other tabs and workers that a store has changed, and hears it from them. Never hears itself. */
export class ChangeChannel {
  private readonly channel: BroadcastChannel;
  private readonly listeners = new Set<() => void>();
  private closed = false;

  constructor(store: string) {
    this.channel = new BroadcastChannel(`termwise-changes-${store}`);
    this.channel.onmessage = () => {
      for (const listener of this.listeners) listener();
    };
  }

  announce(): void {
    if (!this.closed) this.channel.postMessage('changed');
  }

  /** Returns the function that ends it. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    this.closed = true;
    this.channel.close();
  }
}
