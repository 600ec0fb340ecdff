/** The one write gate: every change of the document passes here as a command and is logged with what it replaced. */
import { type Command, type WorkbookDocument, reduce } from './document.ts';

export interface LogEntry {
  readonly command: Command;
  /** The document as it was: what undo returns to. */
  readonly before: WorkbookDocument;
}

/** Told of each command: the document after and before it. */
type OnWrite = (document: WorkbookDocument, before: WorkbookDocument) => void;

/** Entries beyond this are forgotten, oldest first. */
const MAX_LOG = 200;

export class WriteGate {
  private readonly onWrite: OnWrite;
  private current: WorkbookDocument;
  /** Commands do nothing: another tab writes. */
  locked = false;
  private entries: readonly LogEntry[] = $state.raw([]);

  /** @param onWrite called after each command, to store the document and recalculate. */
  constructor(document: WorkbookDocument, onWrite: OnWrite) {
    this.current = $state.raw(document);
    this.onWrite = onWrite;
  }

  get document(): WorkbookDocument {
    return this.current;
  }

  /** What was done since the document was opened, oldest first. */
  get log(): readonly LogEntry[] {
    return this.entries;
  }

  /** Takes a stored document in place of the present one; its history begins anew. */
  load(document: WorkbookDocument): void {
    this.current = document;
    this.entries = [];
  }

  dispatch(command: Command): void {
    if (this.locked) return;
    const before = this.current;
    this.current = reduce(before, command);
    this.entries = [...this.entries.slice(1 - MAX_LOG), { command, before }];
    this.onWrite(this.current, before);
  }
}
