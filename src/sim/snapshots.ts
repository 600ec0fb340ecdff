/**
 * Exports of the same subscriptions at different times. A later drop that covers what an earlier file holds is its next
 * snapshot: only the newest counts in every figure, the older one stays for comparison. Pure, by the datasets alone.
 */
import type { Day } from '../core/days.ts';
import { idKey } from '../core/ids.ts';
import type { Dataset, DatasetInfo, DatasetKind } from '../core/schema/dataset.ts';
import type { Table } from '../core/table.ts';

/** Datasets that were dropped together, as they stood at one time. */
export interface SnapshotGroup {
  readonly key: string;
  /** Day of the export as the user says it, else of the import; undefined for what was stored before days were kept. */
  readonly day: Day | undefined;
  /** In import order. */
  readonly ids: readonly string[];
}

export interface Snapshots {
  /** The oldest first. */
  readonly groups: readonly SnapshotGroup[];
  /** The dataset that took over, by the id of the older one. */
  readonly newerOf: ReadonlyMap<string, string>;
}

/** Kinds of which only the newest snapshot counts. */
export function isSubscriptions({ kind }: { readonly kind: DatasetKind }): boolean {
  return kind === 'subscriptions' || kind === 'portfolio';
}

/** What is compared between snapshots. */
const COMPARED: ReadonlySet<DatasetKind> = new Set(['subscriptions', 'portfolio', 'promotions']);

/** The groups of the datasets, and which of them are older snapshots of others. */
export function readSnapshots(datasets: readonly Dataset[]): Snapshots {
  const groups = groupsOf(datasets.filter(({ kind }) => COMPARED.has(kind)));
  const members = groups.map(({ datasets: own }) => own.filter(isSubscriptions));
  return {
    groups: groups.map(({ key, day, datasets: own }) => ({ key, day, ids: own.map(({ id }) => id) })),
    newerOf: newerOf(members),
  };
}

/** The datasets that count: all but older snapshots. */
export function inUse<T extends DatasetInfo>(datasets: readonly T[], { newerOf: newer }: Snapshots): readonly T[] {
  return newer.size === 0 ? datasets : datasets.filter(({ id }) => !newer.has(id));
}

interface Group {
  readonly key: string;
  readonly day: Day | undefined;
  readonly order: number;
  readonly datasets: readonly Dataset[];
}

/** By day of the export, then by import. The headless runner names no drop: all of its files are one. */
function groupsOf(datasets: readonly Dataset[]): readonly Group[] {
  const byKey = new Map<string, Dataset[]>();
  for (const dataset of datasets) {
    const key = `${dataset.drop ?? ''}|${String(dayOf(dataset) ?? '')}`;
    byKey.set(key, [...(byKey.get(key) ?? []), dataset]);
  }
  const groups = [...byKey].map(([key, own]): Group => {
    const ordered = own.toSorted((a, b) => a.order - b.order);
    const [first] = ordered;
    return { key, day: first && dayOf(first), order: first?.order ?? 0, datasets: ordered };
  });
  return groups.sort((a, b) => (a.day ?? -Infinity) - (b.day ?? -Infinity) || a.order - b.order);
}

function dayOf({ exportedOn, importedOn }: DatasetInfo): Day | undefined {
  return exportedOn ?? importedOn;
}

/**
 * The user's word first. Else a file is older when the files of one later drop together hold at least half of its
 * subscriptions, or half of its customers: an API answer has one customer a file, so the drop is what is compared.
 */
function newerOf(groups: readonly (readonly Dataset[])[]): ReadonlyMap<string, string> {
  const all = groups.flat();
  const newer = wordsOfUser(all);
  for (const [index, group] of groups.entries()) {
    for (const older of group) {
      if (newer.has(older.id)) continue;
      const successor = groups
        .slice(index + 1)
        .map((later) => successorIn(later, older, newer))
        .find((id) => id !== undefined);
      if (successor !== undefined) newer.set(older.id, successor);
    }
  }
  return newer;
}

/** What the user says is the next snapshot of what; a word that would close a ring is not heard. */
function wordsOfUser(datasets: readonly Dataset[]): Map<string, string> {
  const known = new Set(datasets.map(({ id }) => id));
  const newer = new Map<string, string>();
  for (const { id, follows } of datasets) {
    if (follows === undefined || follows === '' || !known.has(follows)) continue;
    if (!leadsTo(id, follows, newer)) newer.set(follows, id);
  }
  return newer;
}

/** Whether the snapshots that took over from `id` end in `target`. */
function leadsTo(id: string, target: string, newer: ReadonlyMap<string, string>): boolean {
  for (let at: string | undefined = id; at !== undefined; at = newer.get(at)) if (at === target) return true;
  return false;
}

/** The file of a later drop that holds most of an older one, if the drop covers it. */
function successorIn(
  later: readonly Dataset[],
  older: Dataset,
  newer: ReadonlyMap<string, string>,
): string | undefined {
  const candidates = later.filter(
    (dataset) => dataset.drop !== older.drop && dataset.follows === undefined && !leadsTo(dataset.id, older.id, newer),
  );
  const covers = (name: 'subscriptionId' | 'customerId'): string | undefined => {
    const wanted = keysOf(older.table, name);
    const found = new Set<string>();
    let [best, most]: [string | undefined, number] = [undefined, 0];
    for (const { id, table } of candidates) {
      const shared = [...keysOf(table, name)].filter((key) => wanted.has(key));
      for (const key of shared) found.add(key);
      if (shared.length > most) [best, most] = [id, shared.length];
    }
    return wanted.size > 0 && found.size * 2 >= wanted.size ? best : undefined;
  };
  return covers('subscriptionId') ?? covers('customerId');
}

const knownKeys = new WeakMap<Table, Map<string, ReadonlySet<string>>>();

/** Distinct ids in a column, as they are matched; an empty cell is none. */
function keysOf(table: Table, name: string): ReadonlySet<string> {
  const known = knownKeys.get(table) ?? new Map<string, ReadonlySet<string>>();
  knownKeys.set(table, known);
  const before = known.get(name);
  if (before) return before;
  const column = table.columns.get(name);
  const keys = new Set(column?.kind === 'text' ? column.values.map(idKey) : []);
  keys.delete('');
  known.set(name, keys);
  return keys;
}
