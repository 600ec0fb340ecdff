/** Long work of one panel: the latest question wins, its progress shows once it takes a while, and it can be stopped. */

/** Milliseconds before a bar shows. */
const QUIET = 400;

export class ShownRun<T> {
  /** The last answer, or what was there when the work was stopped. */
  result: T | undefined = $state.raw();
  /** Work is going on. */
  running = $state(false);
  /** It has been for so long that a bar has to say so. */
  isSlow = $state(false);
  /** 0 to 1; undefined while nobody can say. */
  share: number | undefined = $state();
  detail = $state('');
  /** What `result` answers; compared by the panel with what it would ask now. */
  answered: unknown = $state.raw();
  /** What was asked last, whatever became of it. */
  asked: unknown = $state.raw();
  private stop: AbortController | undefined;
  private readonly report: (error: unknown) => void;

  /** @param report told of what should not have failed, and of the end of what was stopped */
  constructor(report: (error: unknown) => void) {
    this.report = report;
  }

  /**
   * Asks anew and forgets what is running.
   * @param question what is asked, for `answered`
   * @param work may set `result` to what is there so far through `show`
   */
  async start(question: unknown, work: (signal: AbortSignal, show: Show<T>) => Promise<T | undefined>): Promise<void> {
    this.cancel();
    const stop = new AbortController();
    this.stop = stop;
    this.asked = question;
    [this.running, this.isSlow, this.share, this.detail] = [true, false, undefined, ''];
    const timer = setTimeout(() => {
      if (this.stop === stop) this.isSlow = true;
    }, QUIET);
    const show: Show<T> = (share, detail, part) => {
      if (this.stop !== stop) return;
      [this.share, this.detail] = [share, detail];
      if (part !== undefined) [this.result, this.answered] = [part, question];
    };
    try {
      const result = await work(stop.signal, show);
      if (this.stop === stop && result !== undefined) [this.result, this.answered] = [result, question];
    } catch (error) {
      this.report(error);
    } finally {
      clearTimeout(timer);
      if (this.stop === stop) this.cancel();
    }
  }

  /** Stops; what is there stays. */
  cancel(): void {
    this.stop?.abort();
    this.stop = undefined;
    [this.running, this.isSlow] = [false, false];
  }
}

export type Show<T> = (share: number | undefined, detail: string, part?: T) => void;
