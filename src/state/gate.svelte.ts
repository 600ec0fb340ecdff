/** The one write gate: every change of the document passes here as a command and becomes a step that can be undone. */
import type { StoredHistory } from '../storage/history.ts';
import { type Refusal, refusalOf } from './branch-rules.ts';
import { type Command, type WorkbookDocument, reduce } from './document.ts';
import { History } from './history.svelte.ts';
import { stepName } from './step-names.ts';

/** Told of each change: the document after and before it. */
type OnWrite = (document: WorkbookDocument, before: WorkbookDocument) => void;

export class WriteGate {
  readonly history = new History();
  private readonly onWrite: OnWrite;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  private current: WorkbookDocument;
  /** Commands do nothing: another tab writes. */
  locked = $state(false);
  /** Why the last command was refused; undefined when it was not. */
  refused: Refusal | undefined = $state.raw();

  /**
   * @param onWrite called after each change, to store the document and recalculate
   * @param now milliseconds since 1970: when a step was made
   */
  constructor(document: WorkbookDocument, onWrite: OnWrite, now: () => number = Date.now) {
    this.current = $state.raw(document);
    this.onWrite = onWrite;
    this.now = now;
  }

  get document(): WorkbookDocument {
    return this.current;
  }

  /** Takes a stored document in place of the present one; without a history its history begins anew. */
  load(document: WorkbookDocument, history?: StoredHistory): void {
    this.current = document;
    this.refused = undefined;
    if (history) this.history.load(history);
    else this.history.clear();
  }

  dispatch(command: Command): void {
    if (this.locked) return;
    const before = this.current;
    const after = reduce(before, command);
    this.refused = refusalOf(before, after);
    if (this.refused) return;
    const name = stepName(command);
    if (name && !this.history.note(before, after, name, this.now())) return;
    this.write(after);
  }

  /** Goes back one step; gives what was undone, undefined when there was nothing. */
  undo(): string | undefined {
    const step = this.history.steps[this.history.done - 1];
    return this.move(() => this.history.undone(this.current)) ? step?.what : undefined;
  }

  /** Goes forward one undone step; gives what was done again. */
  redo(): string | undefined {
    const step = this.history.steps[this.history.done];
    return this.move(() => this.history.redone(this.current)) ? step?.what : undefined;
  }

  /** Goes to where only the first `done` steps are in force. */
  goTo(done: number): void {
    if (this.locked) return;
    let document = this.current;
    while (this.history.done !== done) {
      const next = this.history.done > done ? this.history.undone(document) : this.history.redone(document);
      if (!next) break;
      document = next;
    }
    if (document !== this.current) this.write(document);
  }

  private move(step: () => WorkbookDocument | undefined): boolean {
    const document = this.locked ? undefined : step();
    if (document) this.write(document);
    return document !== undefined;
  }

  private write(document: WorkbookDocument): void {
    const before = this.current;
    this.refused = undefined;
    this.current = document;
    this.onWrite(document, before);
  }
}
