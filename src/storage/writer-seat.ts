/**
 * One writer for all tabs on a store. The seat is a Web Lock, so a tab that closes, crashes or is killed leaves it. Whoever
 * takes it begins a new term in the database: a tab that was robbed of the seat while it hung cannot write any more.
 */

/** The part of `navigator.locks` that is used. */
export type Locks = Pick<LockManager, 'request'>;

export type Role = 'writer' | 'follower';

/** Where Web Locks are missing (plain http), tabs are not kept apart. */
export function browserLocks(): Locks | undefined {
  return typeof navigator !== 'undefined' && 'locks' in navigator ? navigator.locks : undefined;
}

/** The seat while this tab has it. */
interface Seat {
  readonly leave: () => void;
  /** Settles when this tab counts as the writer. */
  readonly ready: Promise<void>;
}

export class WriterSeat {
  private readonly lock: string;
  private readonly locks: Locks;
  private readonly onSeated: () => Promise<void>;
  private readonly onLeft: () => void;
  /** Set while this tab has the seat. */
  private seat: Seat | undefined;
  /** Set while this tab waits for it. */
  private waiting: AbortController | undefined;
  private closed = false;

  /**
   * @param onSeated called when this tab gets the seat, before it counts as its; the seat is left again when it fails
   * @param onLeft called when the seat was lost or given up
   */
  constructor(store: string, locks: Locks, onSeated: () => Promise<void>, onLeft: () => void) {
    this.lock = `termwise-writer-${store}`;
    this.locks = locks;
    this.onSeated = onSeated;
    this.onLeft = onLeft;
  }

  /** Takes the seat when it is free, else waits for it behind whoever waits already. Resolves with the role to begin with. */
  async claim(): Promise<Role> {
    const seated = await this.sit({ ifAvailable: true });
    if (!seated) this.queue();
    return seated ? 'writer' : 'follower';
  }

  /** Takes the seat from whoever has it. */
  async seize(): Promise<void> {
    if (this.seat === undefined) {
      this.waiting?.abort();
      await this.sit({ steal: true });
    }
    await this.seat?.ready;
  }

  /** Leaves the seat to whoever waits, and waits for it behind them. */
  standUp(): void {
    this.seat?.leave();
  }

  /** Gives the seat up for good. */
  close(): void {
    this.closed = true;
    this.waiting?.abort();
    this.seat?.leave();
  }

  private queue(): void {
    this.waiting = new AbortController();
    // A seat that cannot be taken leaves this tab a follower, which its next write says.
    void this.sit({ signal: this.waiting.signal }).catch(() => undefined);
  }

  /** Resolves with whether the seat was taken, as soon as that is known; the lock is then held until `leave`. */
  private async sit(options: LockOptions): Promise<boolean> {
    let seat: Seat | undefined;
    return new Promise((resolve, reject) => {
      this.locks
        .request(this.lock, options, async (lock) => {
          if (lock === null || this.closed) {
            resolve(false);
            return;
          }
          this.waiting = undefined;
          let leave = (): void => undefined;
          const left = new Promise<void>((done) => (leave = done));
          seat = { leave, ready: this.onSeated() };
          this.seat = seat;
          await seat.ready;
          resolve(true);
          await left;
          this.left(seat);
        })
        .catch((error: unknown) => {
          if (isAbort(error)) {
            resolve(false);
            this.left(seat);
          } else {
            this.seat = undefined;
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        });
    });
  }

  /** A seat was left, or seized: by another tab, or by this one, which then sits in a new one. */
  private left(seat: Seat | undefined): void {
    if (seat === undefined || seat !== this.seat) return;
    this.seat = undefined;
    if (this.closed) return;
    this.onLeft();
    this.queue();
  }
}

/** A request that was given up, or whose lock was stolen. */
function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
