/** What a store has lost, told from what was noted outside it and from how the browser opened it. */
import type { Birth } from './birth.ts';
import { type NotedDataset, type StoreState, isNotedDataset } from './store-state.ts';
import { isFields, isListOf, isOneOf } from './validate.ts';

/**
 * - `data-gone`: the browser made the database anew; its folder was deleted, by the browser or a cleaning tool.
 * - `data-corrupt`: the browser threw the database away because what it read was not what was written.
 * - `pointer-corrupt`: the browser threw it away because the file that names its parts is garbage.
 * - `data-emptied`: the database is the old one, but every dataset in it is gone: its log was cut off.
 * - `datasets-missing`: as `data-emptied`, for some of the datasets.
 */
const LOSSES = ['data-gone', 'data-corrupt', 'pointer-corrupt', 'data-emptied', 'datasets-missing'] as const;

export interface DataLoss {
  readonly kind: (typeof LOSSES)[number];
  /** The datasets that are not there. */
  readonly missing: readonly NotedDataset[];
  /** The browser never promised to keep the data, so it may have deleted it to make room. */
  readonly evictable: boolean;
}

interface Noted {
  readonly count: number;
  readonly datasets: readonly NotedDataset[];
}

/** Undefined when nothing is missing, or when what is missing left by the user's own word. */
export function lossOf(
  noted: Noted,
  {
    state,
    birth,
    persisted,
  }: { readonly state: StoreState; readonly birth: Birth | undefined; readonly persisted: boolean },
): DataLoss | undefined {
  // A store that is as new as the note has changed since on purpose: every change counts, deletions too.
  if (birth === undefined && state.count >= noted.count) return undefined;
  const missing = missingFrom(noted.datasets, state);
  if (missing.length === 0) return undefined;
  return { kind: lossKind(birth, state), missing, evictable: !persisted };
}

function lossKind(birth: Birth | undefined, state: StoreState): DataLoss['kind'] {
  if (birth === undefined) return state.datasets.length === 0 ? 'data-emptied' : 'datasets-missing';
  if (birth.discarded === '') return 'data-gone';
  // LevelDB's own word for the file that points to its list of parts.
  return /\bCURRENT\b/.test(birth.discarded) ? 'pointer-corrupt' : 'data-corrupt';
}

/** A loss without the datasets that have come back, undefined when all have. The same file again counts, under any id. */
export function stillMissing(loss: DataLoss | undefined, state: StoreState): DataLoss | undefined {
  if (loss === undefined) return undefined;
  const missing = missingFrom(loss.missing, state);
  return missing.length === 0 ? undefined : { ...loss, missing };
}

function missingFrom(noted: readonly NotedDataset[], { datasets }: StoreState): readonly NotedDataset[] {
  const ids = new Set(datasets.map(({ id }) => id));
  const contents = new Set(datasets.map(({ sha256 }) => sha256));
  return noted.filter(({ id, sha256 }) => !ids.has(id) && !contents.has(sha256));
}

export function isDataLoss(value: unknown): value is DataLoss {
  return (
    isFields(value) &&
    isOneOf(value['kind'], LOSSES) &&
    typeof value['evictable'] === 'boolean' &&
    isListOf(value['missing'], isNotedDataset)
  );
}
