/** Whose rows there are in all stored files, read once for each state of the datasets. */
import { OWNER_COLUMNS, type Owner, ownersOf } from '../../core/erase/owners.ts';
import type { DatasetEntry } from '../../storage/catalogue.ts';
import { StoreFailure } from '../../storage/errors.ts';
import { storeErrorText } from '../../storage/store-error.ts';
import type { Engine } from '../engine.ts';
import type { Pace } from './pace.ts';

export type ReadyEntry = Extract<DatasetEntry, { state: 'ready' }>;

const known = new WeakMap<object, readonly Owner[]>();

/** All stored files, and the names of those that cannot be read. */
export async function entriesOf(engine: Engine): Promise<{ ready: readonly ReadyEntry[]; damaged: readonly string[] }> {
  const listed = await engine.store.list();
  if (!listed.ok) throw new Error(storeErrorText(listed.error));
  return {
    ready: listed.value.filter((entry): entry is ReadyEntry => entry.state === 'ready'),
    damaged: listed.value.filter(({ state }) => state === 'damaged').map(({ file }) => file),
  };
}

/** Throws `StoreFailure` when it was cancelled, or a file turned out damaged. */
export async function gatherOwners(
  engine: Engine,
  entries: readonly ReadyEntry[],
  pace: Pace,
): Promise<readonly Owner[]> {
  const { memory } = engine;
  const before = known.get(memory);
  if (before) return before;
  const found = new Map<string, Owner>();
  for (const { id, info } of entries) {
    const read = await engine.store.reading(id, async (reader) => {
      const names = reader.manifest.table.layout.columns.map(({ name }) => name);
      const wanted = names.filter((name) => OWNER_COLUMNS.includes(name));
      if (wanted.length === 0) return;
      for await (const table of reader.all(wanted)) {
        for (const owner of ownersOf(table, info).owners) note(found, owner);
        await pace.step(table.rows);
      }
    });
    if (!read.ok) throw new StoreFailure(read.error);
  }
  const owners = [...found.values()];
  known.set(memory, owners);
  return owners;
}

function note(found: Map<string, Owner>, { rows, ...said }: Owner): void {
  const key = JSON.stringify(said);
  const before = found.get(key);
  found.set(key, { ...said, rows: rows + (before?.rows ?? 0) });
}
