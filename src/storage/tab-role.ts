/** What this tab may do among the tabs on one store: write, or follow the one that writes. */
import type { ChangeChannel, Message } from './tabs.ts';
import { type Locks, type Role, WriterSeat } from './writer-seat.ts';

/** Milliseconds that a writer has to answer before it counts as hung. */
const PATIENCE = 2000;
/** Milliseconds until a seat that was left for this tab is taken by force: another tab may have been waiting for it longer. */
const TURN = 1000;
/** A tab that is robbed of a seat it has just got may begin a term at the same moment; the next attempt comes after it. */
const ATTEMPTS = 3;

export interface RoleOptions {
  readonly store: string;
  readonly channel: ChangeChannel;
  /** Undefined: every tab writes. */
  readonly locks: Locks | undefined;
  /** Makes this tab the writer; the tab stays a follower when it fails. */
  readonly begin: () => Promise<void>;
}

export class TabRole {
  private current: Role = 'follower';
  private readonly options: RoleOptions;
  private readonly seat: WriterSeat | undefined;
  private readonly roleListeners = new Set<(role: Role) => void>();
  private readonly askListeners = new Set<() => void>();
  private readonly answerListeners = new Set<(answer: Message) => void>();
  private busy = 0;

  constructor(options: RoleOptions) {
    this.options = options;
    const { store, locks, channel } = options;
    this.seat = locks && new WriterSeat(store, locks, () => this.begin(), () => { this.become('follower'); }); // prettier-ignore
    channel.hear((message) => {
      this.hear(message);
    });
  }

  get role(): Role {
    return this.current;
  }

  /** Finds this tab's role. Rejects when it should write and cannot. */
  async start(): Promise<void> {
    if (this.seat) await this.seat.claim();
    else await this.begin();
  }

  /**
   * Makes this tab the writer: asks the one that is to stand up, and takes the seat from one that does not answer.
   * Resolves with false when that tab is in the middle of an import.
   */
  async takeOver(): Promise<boolean> {
    if (this.current === 'writer') return true;
    const answer = await this.ask();
    if (answer === 'busy') return false;
    // Who stood up waits behind this tab. Taking its seat by force at once would let it in again in between.
    if (answer === 'stood-up' && (await this.comesToWrite())) return true;
    for (let attempt = 1; ; attempt++) {
      try {
        await this.seat?.seize();
        return true;
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
      }
    }
  }

  /** Lets another tab write: what waited here to be stored has been stored. */
  standUp(): void {
    this.seat?.standUp();
    this.options.channel.say('stood-up');
  }

  /** Work during which no other tab may take over. */
  async busyWhile<T>(work: () => Promise<T>): Promise<T> {
    this.busy++;
    try {
      return await work();
    } finally {
      this.busy--;
    }
  }

  onRole(listener: (role: Role) => void): () => void {
    this.roleListeners.add(listener);
    return () => this.roleListeners.delete(listener);
  }

  /** Hears that another tab wants to write: store what waits, then `standUp`. */
  onAsked(listener: () => void): () => void {
    this.askListeners.add(listener);
    return () => this.askListeners.delete(listener);
  }

  close(): void {
    this.seat?.close();
  }

  private async begin(): Promise<void> {
    await this.options.begin();
    this.become('writer');
  }

  private become(role: Role): void {
    this.current = role;
    for (const listener of this.roleListeners) listener(role);
  }

  private hear(message: Message): void {
    if (message === 'stood-up' || message === 'busy') for (const listener of this.answerListeners) listener(message);
    if (message !== 'stand-up' || this.current !== 'writer') return;
    if (this.busy > 0) this.options.channel.say('busy');
    else if (this.askListeners.size === 0) this.standUp();
    else for (const listener of this.askListeners) listener();
  }

  /** Whether this tab becomes the writer in its turn. */
  private async comesToWrite(): Promise<boolean> {
    if (this.current === 'writer') return true;
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        stop();
        resolve(this.current === 'writer');
      };
      const stop = this.onRole(done);
      const timer = setTimeout(done, TURN);
    });
  }

  /** The writer's answer; undefined when there is none in time. */
  private async ask(): Promise<Message | undefined> {
    return new Promise((resolve) => {
      const done = (answer?: Message): void => {
        clearTimeout(timer);
        this.answerListeners.delete(done);
        resolve(answer);
      };
      const timer = setTimeout(done, PATIENCE);
      this.answerListeners.add(done);
      this.options.channel.say('stand-up');
    });
  }
}
