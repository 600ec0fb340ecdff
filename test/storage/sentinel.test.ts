import { describe, expect, it } from 'vitest';
import { storeErrorText } from '../../src/storage/store-error.ts';
import { type NoteStore, lostData, noteDatasets } from '../../src/storage/sentinel.ts';

function notes(initial?: string): NoteStore {
  let note = initial ?? null;
  return { getItem: () => note, setItem: (_, value) => void (note = value) };
}

describe('an empty store', () => {
  it('is a first run when nothing was ever noted', () => {
    expect(lostData(notes(), 0)).toBeUndefined();
  });

  it('is lost data when datasets were noted', () => {
    const noted = notes();
    noteDatasets(noted, 3);
    const lost = lostData(noted, 0);
    expect(lost).toStrictEqual({ kind: 'data-gone', datasets: 3 });
    expect(lost && storeErrorText(lost)).toContain('3 datasets that are gone');
  });

  it('is as the user wants it after the last dataset was deleted', () => {
    const noted = notes();
    noteDatasets(noted, 1);
    noteDatasets(noted, 0);
    expect(lostData(noted, 0)).toBeUndefined();
  });

  it('is a first run when the note makes no sense', () => {
    for (const note of ['', 'three', '-1', '1.5']) expect(lostData(notes(note), 0)).toBeUndefined();
  });
});

describe('a store with data', () => {
  it('has lost nothing, whatever the note says', () => {
    expect(lostData(notes('9'), 1)).toBeUndefined();
  });
});

it('does without its note where the browser refuses one', () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  expect(() => {
    noteDatasets(full, 1);
  }).not.toThrow();
});
