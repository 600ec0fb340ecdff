/** Opens the store, sweeps what a crash left behind, and refuses to write what a newer version wrote. */
import { type Result, err, ok } from '../core/result.ts';
import { Database, SCHEMA } from './database.ts';
import { attempt } from './errors.ts';
import { placeOf } from './place.ts';
import { type StoreError } from './store-error.ts';
import { type Quota, browserQuota } from './quota.ts';
import { sweep } from './staging.ts';
import { Store } from './store.ts';
import { unlessImporting } from './tabs.ts';
import { type Locks, browserLocks } from './writer-seat.ts';

const DEFAULT_NAME = 'termwise';
/** Milliseconds after which a tab that holds an older version open is reported. */
const BLOCKED_AFTER = 2000;

export interface OpenOptions {
  readonly quota?: Quota | undefined;
  /** Name of the storage bucket to use instead of the browser's usual place. */
  readonly place?: string | undefined;
  /** Keeps tabs apart; `none` lets every tab write. */
  readonly locks?: Locks | 'none' | undefined;
  /** Called when another tab holds an older version open; opening goes on by itself once that tab is closed. */
  readonly onBlocked?: ((error: StoreError) => void) | undefined;
}

/**
 * The store of this origin. Errors: `unavailable` (private windows), `cannot-open` (broken backing store; it is never
 * deleted here), `quota-exceeded`. Data of a newer version opens read-only, and so does data that another tab writes.
 */
export async function openStore(name = DEFAULT_NAME, options: OpenOptions = {}): Promise<Result<Store, StoreError>> {
  let db: Database | undefined;
  const opened = await attempt(async () => {
    db = new Database(name, await placeOf(options.place));
    await patiently(db, options.onBlocked);
    return startStore(db, options);
  });
  if (opened.ok) return ok(opened.value);
  db?.close();
  return err(openError(opened.error));
}

/** Deletes everything, also a database that cannot be opened. Only ever on the user's explicit word. */
export async function deleteStore(name = DEFAULT_NAME, place?: string): Promise<Result<void, StoreError>> {
  return attempt(async () => {
    await new Database(name, await placeOf(place)).delete();
  });
}

async function patiently(db: Database, onBlocked: OpenOptions['onBlocked']): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  db.on('blocked', () => {
    timer ??= setTimeout(() => onBlocked?.({ kind: 'blocked' }), BLOCKED_AFTER);
  });
  try {
    await db.open();
  } finally {
    clearTimeout(timer);
  }
}

async function startStore(db: Database, { quota, locks = browserLocks() }: OpenOptions): Promise<Store> {
  const readOnly = (await db.storedSchema()) > SCHEMA ? ({ kind: 'newer-schema' } as const) : undefined;
  const store = new Store(db, {
    quota: quota ?? browserQuota(),
    readOnly,
    locks: locks === 'none' ? undefined : locks,
    begin: async () => {
      if (locks !== undefined && locks !== 'none') await db.beginTerm();
      await prepare(db);
    },
  });
  if (readOnly === undefined) await store.tabs.start();
  return store;
}

/** Notes our schema number and sweeps: what a new writer does first. */
async function prepare(db: Database): Promise<void> {
  await db.write(async () => {
    await db.meta.put({ key: 'schema', schema: SCHEMA });
  });
  await unlessImporting(db.name, () => sweep(db));
}

/** Some browsers say `InvalidStateError` when a private window may not store anything. */
function openError(error: StoreError): StoreError {
  if (error.kind === 'closed') return { kind: 'unavailable' };
  return error.kind === 'failed' ? { kind: 'cannot-open', reason: error.reason } : error;
}
