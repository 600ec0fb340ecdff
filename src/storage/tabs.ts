/** Several tabs and workers on one store: a sweep never meets an import, and changes are heard everywhere. */
import { type Locks, browserLocks } from './writer-seat.ts';

/** Runs an import. Imports run side by side, as each writes parts of its own, but no sweep starts meanwhile. */
export async function whileImporting<T>(store: string, work: () => Promise<T>, locks = browserLocks()): Promise<T> {
  return locks === undefined ? work() : locks.request(lockName(store), { mode: 'shared' }, work);
}

/**
 * Runs the work unless an import is running in any tab. Where Web Locks are missing (plain http) it always runs: an import
 * that loses its parts to a sweep notices before it makes anything visible.
 */
export async function unlessImporting(
  store: string,
  work: () => Promise<void>,
  locks: Locks | undefined = browserLocks(),
): Promise<void> {
  if (locks === undefined) return work();
  await locks.request(lockName(store), { ifAvailable: true }, (lock) => (lock === null ? undefined : work()));
}

function lockName(store: string): string {
  return `termwise-import-${store}`;
}

/** What tabs say to each other. `stand-up`: please give me the writer's seat; `stood-up`: take it. */
export type Message = 'changed' | 'stand-up' | 'stood-up' | 'busy';

/** Tells other tabs and workers what happens to a store, and hears it from them. Never hears itself. */
export class ChangeChannel {
  private readonly channel: BroadcastChannel;
  private readonly listeners = new Set<(message: Message) => void>();
  private closed = false;

  constructor(store: string) {
    this.channel = new BroadcastChannel(`termwise-changes-${store}`);
    this.channel.onmessage = ({ data }: MessageEvent<Message>) => {
      for (const listener of this.listeners) listener(data);
    };
  }

  say(message: Message): void {
    if (!this.closed) this.channel.postMessage(message);
  }

  announce(): void {
    this.say('changed');
  }

  /** Hears all messages. Returns the function that ends it. */
  hear(listener: (message: Message) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Hears of changes. Returns the function that ends it. */
  listen(listener: () => void): () => void {
    return this.hear((message) => {
      if (message === 'changed') listener();
    });
  }

  close(): void {
    this.closed = true;
    this.channel.close();
  }
}
