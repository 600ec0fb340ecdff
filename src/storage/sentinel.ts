/**
 * A note in localStorage, which survives most ways in which a browser loses its database: an empty database with a note
 * is lost data, without one a first run. Only the page has localStorage, so it calls these; workers do not.
 */
import type { StoreError } from './store-error.ts';
import { isCount } from './validate.ts';

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

const KEY = 'termwise-datasets';

/**
 * Notes how many datasets there are; call it after every change, also after the user deleted the last one. A note that the
 * browser refuses (its storage is full) is left out: the datasets are stored all the same.
 */
export function noteDatasets(notes: NoteStore, datasets: number): void {
  try {
    notes.setItem(KEY, String(datasets));
  } catch {
    return;
  }
}

/** `data-gone` when the store is empty although datasets were noted; undefined when all is well or this is a first run. */
export function lostData(notes: NoteStore, datasetsNow: number): StoreError | undefined {
  const noted = Number(notes.getItem(KEY) ?? '0');
  return datasetsNow === 0 && isCount(noted) && noted > 0 ? { kind: 'data-gone', datasets: noted } : undefined;
}
