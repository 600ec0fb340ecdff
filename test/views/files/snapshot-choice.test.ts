import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../../src/state/workbook.svelte.ts';
import { choices, chosen, hasSnapshots, standing } from '../../../src/views/files/snapshot-choice.ts';

type Entry = Workspace['entries'][number];

const entry = (id: string, kind: 'portfolio' | 'customers' = 'portfolio'): Entry => ({
  state: 'ready', id, file: `${id}.csv`, rows: 1, storedBytes: 1, hasSource: false,
  info: { id, kind, file: `${id}.csv`, sha256: '', bytes: 1, ledger: { read: 1, accepted: 1, rejected: 0, skipped: 0 }, diagnostics: [], order: 0 },
}); // prettier-ignore

const workspace = {
  entries: [entry('october'), entry('november'), entry('names', 'customers')],
  snapshots: { groups: [], newerOf: new Map([['october', 'november']]) },
} as unknown as Workspace;

describe('what a file counts as', () => {
  it('is said with the name of the other file', () => {
    expect(standing(workspace, 'october')).toContain('“november.csv” counts instead');
    expect(standing(workspace, 'november')).toBe('The next snapshot of “october.csv”.');
    expect(standing({ ...workspace, snapshots: { groups: [], newerOf: new Map() } }, 'november')).toContain('besides');
  });

  it('can be said otherwise for subscriptions, of which every other file is a choice', () => {
    expect(choices(workspace, 'november').map(({ value }) => value)).toEqual(['automatic', 'besides', 'october']);
    expect(
      ['subscriptions', 'portfolio', 'customers'].map((kind) => hasSnapshots({ kind: kind as 'portfolio' })),
    ).toEqual([true, true, false]);
  });

  it('shows the choice that was made', () => {
    expect([{}, { follows: '' }, { follows: 'october' }].map(chosen)).toEqual(['automatic', 'besides', 'october']);
  });
});
