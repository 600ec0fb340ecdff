/** Web Locks for tests in Node: exclusive, shared, `ifAvailable`, `steal`, `signal`; and tabs that crash. */
import type { Locks } from '../../../src/storage/writer-seat.ts';

interface Held {
  readonly tab: object;
  readonly mode: LockMode;
  readonly rob: () => void;
}

interface Waiting {
  readonly tab: object;
  readonly mode: LockMode;
  readonly grant: () => void;
}

const aborted = (): DOMException => new DOMException('stolen or given up', 'AbortError');

/** The locks of one browser. */
export class FakeLocks {
  private readonly held = new Map<string, Held[]>();
  private readonly waiting = new Map<string, Waiting[]>();

  /** The locks as one tab sees them. */
  tab(): Locks & { readonly crash: () => void } {
    const tab = {};
    const request = (name: string, second: unknown, third?: unknown): Promise<unknown> => {
      const [options, work] = third === undefined ? [{}, second] : [second, third];
      return this.request(tab, name, options as LockOptions, work as LockGrantedCallback<unknown>);
    };
    return { request: request, crash: () => this.crash(tab) };
  }

  private async request(
    tab: object,
    name: string,
    options: LockOptions,
    work: LockGrantedCallback<unknown>,
  ): Promise<unknown> {
    const { mode = 'exclusive', ifAvailable = false, steal = false, signal } = options;
    if (steal) for (const holder of this.held.get(name) ?? []) holder.rob();
    if (steal) this.held.delete(name);
    if (!this.isFree(name, mode)) {
      if (ifAvailable) return work(null);
      await this.turn(tab, name, mode, signal);
    }
    return this.hold(tab, name, mode, work);
  }

  private isFree(name: string, mode: LockMode): boolean {
    return (this.held.get(name) ?? []).every((holder) => mode === 'shared' && holder.mode === 'shared');
  }

  private async turn(tab: object, name: string, mode: LockMode, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const entry: Waiting = { tab, mode, grant: resolve };
      this.waiting.set(name, [...(this.waiting.get(name) ?? []), entry]);
      signal?.addEventListener('abort', () => {
        this.waiting.set(name, (this.waiting.get(name) ?? []).filter((other) => other !== entry)); // prettier-ignore
        reject(aborted());
      });
    });
  }

  private async hold(tab: object, name: string, mode: LockMode, work: LockGrantedCallback<unknown>): Promise<unknown> {
    let rob = (): void => undefined;
    const robbed = new Promise<never>((_, reject) => {
      rob = () => {
        reject(aborted());
      };
    });
    const holder: Held = { tab, mode, rob };
    this.held.set(name, [...(this.held.get(name) ?? []), holder]);
    try {
      return await Promise.race([work({ name, mode }), robbed]);
    } finally {
      this.release(name, (other) => other === holder);
    }
  }

  private release(name: string, isGone: (holder: Held) => boolean): void {
    this.held.set(name, (this.held.get(name) ?? []).filter((holder) => !isGone(holder))); // prettier-ignore
    const [next, ...others] = this.waiting.get(name) ?? [];
    if (next === undefined || !this.isFree(name, next.mode)) return;
    this.waiting.set(name, others);
    next.grant();
  }

  /** The tab is gone without a word, as after SIGKILL: its locks are free. */
  private crash(tab: object): void {
    for (const [name, entries] of this.waiting) this.waiting.set(name, entries.filter((entry) => entry.tab !== tab)); // prettier-ignore
    for (const name of this.held.keys()) this.release(name, (holder) => holder.tab === tab);
  }
}
