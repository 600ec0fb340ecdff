/**
 * A note in localStorage, which survives most ways in which a browser loses its database. It remembers what was stored,
 * so that lost data is told from a first run, what is missing can be named, and the age of the last backup is known. Only
 * the page has localStorage, so it calls these; workers do not.
 */
import type { Day } from '../core/days.ts';
import { type DataLoss, isDataLoss, lossOf, stillMissing } from './data-loss.ts';
import type { Birth } from './birth.ts';
import { type NotedDataset, type StoreState, isNotedDataset } from './store-state.ts';
import { isCount, isFields, isInteger, isListOf, isText } from './validate.ts';

/** The part of `localStorage` that is used. */
export type NoteStore = Pick<Storage, 'getItem' | 'setItem'>;

/** The page's own notes. In a window that may store nothing there are none, and nothing to lose either. */
export function pageNotes(): NoteStore {
  try {
    return window.localStorage;
  } catch {
    return { getItem: () => null, setItem: () => undefined };
  }
}

export interface Backup {
  /** UTC day on which it was made. */
  readonly day: Day;
  /** Count of the store's changes that it holds. */
  readonly count: number;
}

/** What an opened store says of itself. */
export interface Found {
  readonly state: StoreState;
  readonly birth: Birth | undefined;
  /** The browser had promised to keep the data. */
  readonly persisted: boolean;
}

interface Note {
  readonly schema: number;
  readonly count: number;
  readonly digest: string;
  readonly datasets: readonly NotedDataset[];
  readonly backup?: Backup | undefined;
  /** Stands until the user has got the data back, or has said that it may be forgotten. */
  readonly loss?: DataLoss | undefined;
  /** Name of the storage bucket that the data lives in, when the browser's usual place cannot be opened any more. */
  readonly place?: string | undefined;
}

const KEY = 'termwise-sentinel';
/** Names beyond this are not kept, as localStorage is small; the count stays right. */
const MAX_NAMES = 1000;
const NOTHING: Note = { schema: 0, count: 0, digest: '', datasets: [] };

export class Sentinel {
  private readonly notes: NoteStore;

  constructor(notes: NoteStore) {
    this.notes = notes;
  }

  /** Where the data lives; undefined: where the browser keeps it by default. */
  get place(): string | undefined {
    return this.read().place;
  }

  /** The last backup that this browser made. */
  get backup(): Backup | undefined {
    return this.read().backup;
  }

  /** The datasets that were stored when the store was last seen whole. */
  get datasets(): readonly NotedDataset[] {
    return this.read().datasets;
  }

  /** What an opened store has lost since the last note; undefined when all is well or this is a first run. */
  compare(found: Found): DataLoss | undefined {
    const note = this.read();
    const loss = stillMissing(note.loss, found.state) ?? lossOf(note, found);
    if (loss) this.write({ ...note, loss });
    else this.forget(found.state);
    return loss;
  }

  /**
   * Notes what is stored; call it after every change, also after the user deleted the last dataset. While data is missing,
   * the note keeps the names of what is; gives what is missing still.
   */
  note(state: StoreState, schema: number): DataLoss | undefined {
    const note = this.read();
    const loss = stillMissing(note.loss, state);
    if (loss) {
      this.write({ ...note, loss });
      return loss;
    }
    // A tab that is behind does not overwrite what another one has noted since.
    if (note.loss === undefined && state.count < note.count) return undefined;
    const { count, digest } = state;
    const datasets = state.datasets.slice(0, MAX_NAMES);
    this.write({ ...note, schema, count, digest, datasets, loss: undefined });
    return undefined;
  }

  /** Forgets what is missing: the user goes on without it. */
  forget(state: StoreState): void {
    const { count, digest, datasets } = state;
    this.write({ ...this.read(), count, digest, datasets: datasets.slice(0, MAX_NAMES), loss: undefined });
  }

  /** Notes a backup that was handed to the user. */
  backedUp(backup: Backup): void {
    this.write({ ...this.read(), backup });
  }

  /** Notes that the data lives elsewhere from now on, and that nothing is there yet. */
  moveTo(place: string | undefined): void {
    const { backup } = this.read();
    this.write({ ...NOTHING, backup, place });
  }

  private read(): Note {
    const text = this.notes.getItem(KEY);
    if (text === null) return NOTHING;
    try {
      const value: unknown = JSON.parse(text);
      return isNote(value) ? value : NOTHING;
    } catch {
      return NOTHING;
    }
  }

  /** A note that the browser refuses (its storage is full) is left out: the datasets are stored all the same. */
  private write(note: Note): void {
    try {
      this.notes.setItem(KEY, JSON.stringify(note));
    } catch {
      return;
    }
  }
}

function isNote(value: unknown): value is Note {
  if (!isFields(value) || !isCount(value['schema']) || !isCount(value['count']) || !isText(value['digest']))
    return false;
  const { backup, loss, place } = value;
  if (backup !== undefined && !(isFields(backup) && isInteger(backup['day']) && isCount(backup['count']))) return false;
  if ((loss !== undefined && !isDataLoss(loss)) || (place !== undefined && !isText(place))) return false;
  return isListOf(value['datasets'], isNotedDataset);
}
