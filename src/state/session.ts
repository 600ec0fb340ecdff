/** The workbook's connection to the store: opening it, following other tabs, losing it, sleeping and waking. */
import { repairText } from '../core/text/en/repair.ts';
import { storeErrorText, type StoreError } from '../storage/store-error.ts';
import type { EngineJobs, Workspace } from '../workers/engine-jobs.ts';
import type { Runner } from '../workers/runner.ts';
import { EMPTY_DOCUMENT, type WorkbookDocument } from './document.ts';
import type { WriteGate } from './gate.svelte.ts';
import type { Keeping } from './keeping.svelte.ts';
import { followStore } from './follow-store.ts';
import { fromStored, isSameDocument, toStored } from './stored-document.ts';

/** What a session needs of the workbook that it opens. */
export interface SessionTarget {
  readonly runner: Runner<EngineJobs>;
  readonly keeping: Keeping;
  readonly gate: WriteGate;
  readonly document: WorkbookDocument;
  readonly workspace: Workspace | undefined;
  status: 'opening' | 'ready' | 'failed';
  troubles: readonly string[];
  readOnly: StoreError | undefined;
  takeIn(workspace: Workspace): void;
  adopt(workspace: Workspace): Promise<void>;
  recalculate(): Promise<void>;
  report(error: unknown): void;
  flush(): Promise<void>;
  drop(): void;
  forgetDrops(): void;
}

export class Session {
  private readonly workbook: SessionTarget;
  private listening = new AbortController();

  constructor(workbook: SessionTarget) {
    this.workbook = workbook;
  }

  /** Opens what is stored. Resolves also when that failed: the workbook's state says so. */
  async open(): Promise<void> {
    const { workbook } = this;
    try {
      await this.openStored();
    } catch (error) {
      workbook.status = 'failed';
      workbook.report(error);
    }
  }

  private async openStored(): Promise<void> {
    const { workbook } = this;
    const { runner, keeping, gate } = workbook;
    this.listening.abort();
    const onProgress = ({ waiting }: { readonly waiting: StoreError }): void => {
      keeping.waiting = waiting;
    };
    const opened = await runner.run('open', { place: keeping.place }, { onProgress });
    keeping.waiting = undefined;
    if ('failed' in opened) {
      this.fail(opened.failed);
      return;
    }
    keeping.opened(opened);
    gate.load(opened.document ? fromStored(opened.document) : EMPTY_DOCUMENT, await runner.run('history', undefined));
    workbook.troubles = opened.troubles.map(storeErrorText);
    if (keeping.loss && opened.workspace.entries.length === 0) workbook.forgetDrops();
    workbook.takeIn(opened.workspace);
    // Datasets that cannot be calculated can still be looked at and deleted.
    await workbook.recalculate().catch((error: unknown) => {
      workbook.report(error);
    });
    workbook.status = 'ready';
    this.listen();
  }

  /** The store cannot be opened or was taken away: nothing can be done before it is there again. */
  private fail(error: StoreError): void {
    const { workbook } = this;
    workbook.drop();
    workbook.keeping.failure = error;
    workbook.status = 'failed';
  }

  private listen(): void {
    const { workbook } = this;
    this.listening = new AbortController();
    void followStore(workbook.runner, this.listening.signal, {
      onChange: () => void this.follow(),
      onAsked: () => void this.standUp(),
      onLost: (lost) => {
        this.fail(lost);
      },
      onChecks: (checks) => {
        workbook.keeping.checks = checks;
      },
      onDamage: (error) => {
        workbook.troubles = [...workbook.troubles, storeErrorText(error)];
      },
    });
  }

  /** Takes over what another tab has changed, the document too. */
  private async follow(): Promise<void> {
    const { workbook } = this;
    const document = await workbook.runner.run('document', undefined);
    const workspace = await workbook.runner.run('workspace', undefined);
    // What this tab has written itself is here already.
    const wrote = workbook.readOnly === undefined && workspace.readOnly === undefined;
    if (document && !wrote) {
      const history = await workbook.runner.run('history', undefined);
      if (!isSameDocument(document, toStored(workbook.document))) workbook.gate.load(fromStored(document), history);
      // A customer who was erased there is in no step here.
      else workbook.gate.history.load(history);
    }
    await workbook.adopt(workspace);
  }

  /** Another tab wants to write: what waits here is stored first. */
  private async standUp(): Promise<void> {
    await this.workbook.flush();
    await this.workbook.runner.run('standUp', undefined);
  }

  /**
   * Gives up what is stored, or what is missing of it, and opens an empty workbook. Gives false, and says so, when the
   * browser can neither delete the old store nor put a new one beside it.
   */
  async startAnew(): Promise<boolean> {
    const { runner, keeping, workspace } = this.workbook;
    if (this.workbook.status === 'ready' && workspace) {
      keeping.forget(workspace);
      return true;
    }
    const error = await runner.run('deleteStore', { place: keeping.place });
    if (!keeping.startAnew(error === undefined)) {
      this.workbook.troubles = [repairText.cannotDelete];
      return false;
    }
    await this.open();
    return this.workbook.status === 'ready';
  }

  /** Makes this tab the one that writes. */
  async takeOver(): Promise<void> {
    const { workbook } = this;
    const error = await workbook.runner.run('takeOver', undefined);
    workbook.troubles = error ? [storeErrorText(error)] : [];
    await this.follow();
    // The other tab may have gone back and forth and left the same document.
    if (!error) workbook.gate.history.load(await workbook.runner.run('history', undefined));
  }

  /** Opens again after the store was taken away. */
  async reopen(): Promise<void> {
    await this.workbook.runner.run('close', undefined);
    await this.open();
  }

  /** Lets go of the store while the page sleeps in the browser's cache; `open` wakes it. */
  async sleep(): Promise<void> {
    await this.workbook.flush();
    this.listening.abort();
    await this.workbook.runner.run('close', undefined);
  }
}
