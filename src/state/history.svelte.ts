/** What was done to the document, step by step: undone, done again, and stored beside it so that it survives a reload. */
import type { HistoryChange, StoredHistory, StoredStep } from '../storage/history.ts';
import type { WorkbookDocument } from './document.ts';
import { type Patch, applyPatch, diff, diffEntries, readPatch, writePatch } from './patch.ts';

export interface Step {
  readonly seq: number;
  /** In words. */
  readonly what: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

interface PatchStep extends Step {
  readonly patch: Patch;
}

/** A step of this session may still grow: quick changes of one kind are one step. */
interface OpenStep {
  readonly seq: number;
  readonly mergeKey: string;
  readonly before: WorkbookDocument;
}

/** What a step is called, and which steps that follow at once belong to it. */
export interface StepName {
  readonly what: string;
  readonly mergeKey: string;
  /** What it says about files is taken back with it. */
  readonly takesAnswers?: boolean;
}

/** Steps beyond this are forgotten, oldest first. */
const MAX_STEPS = 500;
/** Together larger than this, they are too; the newest `LEAST_STEPS` stay. */
const MAX_CHARACTERS = 100_000_000;
const LEAST_STEPS = 20;
/** Milliseconds within which changes of one kind are one step. */
const MERGE_WITHIN = 1000;

export class History {
  private entries: readonly (StoredStep | PatchStep)[] = $state.raw([]);
  /** `seq` of the last step in force; 0: none. */
  private current: number = $state(0);
  private open: OpenStep | undefined;
  private unsavedFrom = Infinity;
  private next = 1;

  /** All steps, oldest first, also those that were undone. */
  get steps(): readonly Step[] {
    return this.entries;
  }

  /** How many of the steps are in force. */
  get done(): number {
    return this.entries.filter(({ seq }) => seq <= this.current).length;
  }

  get canUndo(): boolean {
    return this.done > 0;
  }

  get canRedo(): boolean {
    return this.done < this.entries.length;
  }

  /** Takes what is stored; steps that nobody can read are left out together with all before them. */
  load({ position, steps }: StoredHistory): void {
    this.entries = steps;
    this.current = position;
    this.next = Math.max(position, steps.at(-1)?.seq ?? 0) + 1;
    this.open = undefined;
    this.unsavedFrom = Infinity;
  }

  /** Forgets all steps: the document is another one. */
  clear(): void {
    this.entries = [];
    this.current = 0;
    this.open = undefined;
    this.unsavedFrom = 0;
  }

  /** Notes what a command did; what was undone before is forgotten. False: it changed nothing that can be undone. */
  note(before: WorkbookDocument, after: WorkbookDocument, name: StepName, at: number): boolean {
    const grown = this.growing(name, at);
    const base = grown?.before ?? before;
    // What was said about files is remembered for ever: it is no step, and no step takes it back but one that brought it along.
    const answers = name.takesAnswers ? diffEntries(before.answers, after.answers, ['answers']) : [];
    const patch = [...diff({ ...base, answers: after.answers }, after), ...answers];
    const kept = this.entries.filter(({ seq }) => seq <= this.current && seq !== grown?.seq);
    if (patch.length === 0) {
      if (!grown) return false;
      this.replace(kept, grown.seq);
      this.current = kept.at(-1)?.seq ?? 0;
      this.open = undefined;
      return true;
    }
    const seq = grown?.seq ?? this.next++;
    this.replace([...kept, { seq, what: name.what, at, patch }].slice(-MAX_STEPS), seq);
    this.current = seq;
    this.open = { seq, mergeKey: name.mergeKey, before: base };
    return true;
  }

  private growing({ mergeKey }: StepName, at: number): OpenStep | undefined {
    const { open } = this;
    const last = this.entries.at(-1);
    const isLast = open !== undefined && last?.seq === open.seq && this.current === open.seq;
    return isLast && mergeKey !== '' && open.mergeKey === mergeKey && at - last.at < MERGE_WITHIN ? open : undefined;
  }

  private replace(entries: readonly (StoredStep | PatchStep)[], changedFrom: number): void {
    const undone = this.entries.find(({ seq }) => seq > this.current)?.seq ?? Infinity;
    this.entries = entries;
    this.unsavedFrom = Math.min(this.unsavedFrom, changedFrom, undone);
  }

  /** The document one step back; undefined when there is none, or none that can be read. */
  undone(document: WorkbookDocument): WorkbookDocument | undefined {
    const index = this.done - 1;
    const patch = this.patchAt(index);
    if (!patch) return undefined;
    this.moveTo(this.entries[index - 1]?.seq ?? 0);
    return applyPatch(document, patch, 'back');
  }

  /** The document one undone step further. */
  redone(document: WorkbookDocument): WorkbookDocument | undefined {
    const index = this.done;
    const patch = this.patchAt(index);
    if (!patch) return undefined;
    this.moveTo(this.entries[index]?.seq ?? this.current);
    return applyPatch(document, patch, 'forward');
  }

  private patchAt(index: number): Patch | undefined {
    const entry = this.entries[index];
    return entry && ('patch' in entry ? entry.patch : readPatch(entry.change));
  }

  private moveTo(seq: number): void {
    this.current = seq;
    this.open = undefined;
    // Only the position is new.
    this.unsavedFrom = Math.min(this.unsavedFrom, this.next);
  }

  /** What is not stored yet, or undefined; from now on it counts as stored. */
  takeUnsaved(): HistoryChange | undefined {
    const from = this.unsavedFrom;
    if (from === Infinity) return undefined;
    this.unsavedFrom = Infinity;
    this.open = undefined;
    this.entries = shortened(this.entries.map(stored));
    const steps = this.entries.filter((entry): entry is StoredStep => entry.seq >= from && 'change' in entry);
    return { position: this.current, from, keep: this.entries[0]?.seq ?? 0, steps };
  }

  /** Storing failed: it has to be tried again. */
  keepUnsaved({ from }: HistoryChange): void {
    this.unsavedFrom = Math.min(this.unsavedFrom, from);
  }
}

function stored(entry: StoredStep | PatchStep): StoredStep {
  if ('change' in entry) return entry;
  const { patch, ...step } = entry;
  return { ...step, change: writePatch(patch) };
}

/** Steps that together are too large go, oldest first. */
function shortened(entries: readonly StoredStep[]): readonly StoredStep[] {
  let characters = 0;
  let first = entries.length;
  for (; first > 0; first--) {
    characters += entries[first - 1]?.change.length ?? 0;
    if (characters > MAX_CHARACTERS && entries.length - first >= LEAST_STEPS) break;
  }
  return entries.slice(first);
}
