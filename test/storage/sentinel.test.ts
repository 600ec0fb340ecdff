import { describe, expect, it } from 'vitest';
import { type Found, type NoteStore, Sentinel } from '../../src/storage/sentinel.ts';
import type { NotedDataset } from '../../src/storage/store-state.ts';

function notes(initial?: string): NoteStore {
  let note = initial ?? null;
  return { getItem: () => note, setItem: (_, value) => void (note = value) };
}

const noted = (id: string): NotedDataset => ({
  id,
  file: `${id}.csv`,
  sha256: `hash of ${id}`,
  bytes: 10,
  kind: 'portfolio',
});

function found(count: number, ids: readonly string[], more: Partial<Found> = {}): Found {
  const state = { count, digest: ids.join(), datasets: ids.map(noted) };
  return { state, birth: undefined, persisted: false, ...more };
}

const anew = { birth: { discarded: '' } };

/** A sentinel that has seen these datasets stored. */
function after(count: number, ...ids: readonly string[]): Sentinel {
  const sentinel = new Sentinel(notes());
  expect(sentinel.compare(found(0, [], anew))).toBeUndefined();
  sentinel.note(found(count, ids).state, 1);
  return sentinel;
}

describe('an empty store', () => {
  it('is a first run when nothing was ever noted', () => {
    expect(new Sentinel(notes()).compare(found(0, [], anew))).toBeUndefined();
  });

  it('is as the user wants it after the last dataset was deleted, also when the page was killed before it noted that', () => {
    const sentinel = after(1, 'a');
    expect(sentinel.compare(found(2, []))).toBeUndefined();
    expect(sentinel.compare(found(2, [], anew))).toBeUndefined();
  });

  it('is a first run when the note makes no sense', () => {
    for (const note of ['', 'three', '-1', '{}', '[]', '{"schema":1,"count":1,"digest":"","datasets":[{}]}'])
      expect(new Sentinel(notes(note)).compare(found(0, [], anew))).toBeUndefined();
  });
});

describe('lost data', () => {
  const faults = [
    ['data-gone', 'the database was made anew', found(0, [], anew)],
    ['data-corrupt', 'the browser threw it away as corrupt', found(0, [], { birth: { discarded: 'IndexedDB (database was corrupt): checksum mismatch' } })],
    ['pointer-corrupt', 'its pointer was garbage', found(0, [], { birth: { discarded: 'IndexedDB (database was corrupt): CURRENT file does not end with newline' } })],
    ['data-emptied', 'the old database is empty', found(0, [])],
    ['datasets-missing', 'the old database holds less', found(1, ['a'])],
  ] as const; // prettier-ignore
  it.each(faults)('is %s when %s, and names what is missing', (kind, _, seen) => {
    const loss = after(3, 'a', 'b', 'c').compare(seen);
    expect(loss?.kind).toBe(kind);
    expect(loss?.missing.map(({ file }) => file)).toStrictEqual(kind === 'datasets-missing' ? ['b.csv', 'c.csv'] : ['a.csv', 'b.csv', 'c.csv']); // prettier-ignore
  });

  it('may have been evicted only where the browser had not promised to keep it', () => {
    expect(after(1, 'a').compare(found(0, [], anew))?.evictable).toBe(true);
    expect(after(1, 'a').compare(found(0, [], { ...anew, persisted: true }))?.evictable).toBe(false);
  });

  it('is remembered over reloads, until each file is back or the user goes on without', () => {
    const sentinel = after(2, 'a', 'b');
    sentinel.compare(found(0, [], anew));
    expect(sentinel.compare(found(0, []))?.kind).toBe('data-gone');
    const back = { ...found(1, ['new']).state, datasets: [{ ...noted('new'), sha256: 'hash of a' }] };
    expect(sentinel.note(back, 1)?.missing.map(({ id }) => id)).toStrictEqual(['b']);
    sentinel.forget(back);
    expect(sentinel.compare(found(1, ['new']))).toBeUndefined();
    expect(sentinel.datasets.map(({ id }) => id)).toStrictEqual(['new']);
  });
});

describe('a store with data', () => {
  it('that is newer than the note has lost nothing', () => {
    expect(after(2, 'a', 'b').compare(found(3, ['a']))).toBeUndefined();
  });

  it('that went back without losing a dataset is noted as it is, so that the next loss is told', () => {
    const sentinel = after(5, 'a');
    expect(sentinel.compare(found(4, ['a']))).toBeUndefined();
    sentinel.note(found(5, ['a', 'b']).state, 1);
    expect(sentinel.compare(found(0, [], anew))?.missing).toHaveLength(2);
  });

  it('is not noted by a tab that is behind', () => {
    const sentinel = after(2, 'a', 'b');
    sentinel.note(found(1, ['a']).state, 1);
    expect(sentinel.datasets).toHaveLength(2);
  });
});

it('does without its note where the browser refuses one', () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  expect(() => new Sentinel(full).note(found(1, ['a']).state, 1)).not.toThrow();
});

it('remembers the last backup, and where the data lives', () => {
  const store = notes();
  new Sentinel(store).backedUp({ day: 20_000, count: 4 });
  new Sentinel(store).moveTo('termwise-2');
  expect(new Sentinel(store).backup).toStrictEqual({ day: 20_000, count: 4 });
  expect(new Sentinel(store).place).toBe('termwise-2');
});
