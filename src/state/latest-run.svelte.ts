/** Runs one piece of work again and again until it belongs to the latest inputs. */

export class LatestRun {
  /** Results are older than the inputs. */
  running = $state(false);
  private wanted = false;
  private readonly work: () => Promise<void>;

  constructor(work: () => Promise<void>) {
    this.work = work;
  }

  /** Resolves at once when the work is running already: it will be done once more, however often it was asked for. */
  async run(): Promise<void> {
    this.wanted = true;
    if (this.running) return;
    this.running = true;
    try {
      while (this.takeWanted()) await this.work();
    } finally {
      this.running = false;
    }
  }

  private takeWanted(): boolean {
    const { wanted } = this;
    this.wanted = false;
    return wanted;
  }
}
