/** Opens the store, sweeps what a crash left behind, and refuses to write what a newer version wrote. */
import { type Result, err, ok } from '../core/result.ts';
import { Database, SCHEMA } from './database.ts';
import { attempt } from './errors.ts';
import { type StoreError } from './store-error.ts';
import { type Quota, browserQuota } from './quota.ts';
import { sweep } from './staging.ts';
import { Store } from './store.ts';
import { unlessImporting } from './tabs.ts';

const DEFAULT_NAME = 'termwise';

export interface OpenOptions {
  readonly quota?: Quota | undefined;
  /** Called when another tab holds an older version open; opening goes on by itself once that tab is closed. */
  readonly onBlocked?: (error: StoreError) => void;
}

/**
 * The store of this origin. Errors: `unavailable` (private windows), `cannot-open` (broken backing store; it is never
 * deleted here), `quota-exceeded`. Data of a newer version opens read-only.
 */
export async function openStore(name = DEFAULT_NAME, options: OpenOptions = {}): Promise<Result<Store, StoreError>> {
  const db = new Database(name);
  db.on('blocked', () => options.onBlocked?.({ kind: 'blocked' }));
  const opened = await attempt(async () => {
    await db.open();
    return prepare(db);
  });
  if (opened.ok) return ok(new Store(db, options.quota ?? browserQuota(), opened.value));
  db.close();
  return err(openError(opened.error));
}

/** Deletes everything, also a database that cannot be opened. Only ever on the user's explicit word. */
export async function deleteStore(name = DEFAULT_NAME): Promise<Result<void, StoreError>> {
  return attempt(() => new Database(name).delete());
}

/** Notes our schema number and sweeps. Gives the reason when nothing may be written. */
async function prepare(db: Database): Promise<StoreError | undefined> {
  if ((await db.storedSchema()) > SCHEMA) return { kind: 'newer-schema' };
  await db.write(async () => {
    await db.meta.put({ key: 'schema', schema: SCHEMA });
  });
  await unlessImporting(db.name, () => sweep(db));
  return undefined;
}

/** Some browsers say `InvalidStateError` when a private window may not store anything. */
function openError(error: StoreError): StoreError {
  if (error.kind === 'closed') return { kind: 'unavailable' };
  return error.kind === 'failed' ? { kind: 'cannot-open', reason: error.reason } : error;
}
