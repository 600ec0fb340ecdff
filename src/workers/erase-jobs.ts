/** The jobs that erase a customer: who there is, what would go, and the one step that makes it gone. */
import type { Day } from '../core/days.ts';
import { type KnownCustomer, customersIn, identityOf } from '../core/erase/directory.ts';
import { Traces } from '../core/erase/traces.ts';
import { eraseText } from '../core/text/en/erase.ts';
import type { StoredDocument } from '../storage/document.ts';
import { StoreFailure } from '../storage/errors.ts';
import type { ImportSession } from '../storage/store.ts';
import type { StoreError } from '../storage/store-error.ts';
import type { Engine } from './engine.ts';
import { entriesOf, gatherOwners } from './erase/gather-owners.ts';
import { Mentions, lookAtFile } from './erase/look-at-file.ts';
import { Pace } from './erase/pace.ts';
import { amendedInfo, rewriteFile } from './erase/rewrite-file.ts';
import type { ErasableCustomers, EraseLook, EraseProgress } from './erase/types.ts';
import type { JobContext, JobHost } from './protocol.ts';
import type { ChangeOutcome } from './workspace.ts';

export interface EraseRequest {
  readonly look: EraseLook;
  /** The document without the customer. */
  readonly document: StoredDocument;
  readonly day: Day;
}

/** Undefined when it was cancelled: then nothing is changed. */
export type EraseJobs = {
  eraseCustomers: { input: undefined; progress: EraseProgress; output: ErasableCustomers | StoreError | undefined };
  eraseLook: {
    input: {
      readonly customer: KnownCustomer;
      /** What names on own invoices mean: name, and the customer's id. */
      readonly aliases: readonly (readonly [string, string])[];
    };
    progress: EraseProgress;
    output: EraseLook | StoreError | undefined;
  };
  /** `changed`: the files are others than those that were looked at. */
  erase: { input: EraseRequest; progress: EraseProgress; output: ChangeOutcome | 'changed' | undefined };
};

type Context = JobContext<EraseProgress>;

export function eraseJobs(engine: Engine): JobHost<EraseJobs> {
  return {
    eraseCustomers: (_, context) => customers(engine, context),
    eraseLook: (request, context) => look(engine, request, context),
    erase: (request, context) => erase(engine, request, context),
  };
}

async function customers(engine: Engine, context: Context): Promise<ErasableCustomers | StoreError | undefined> {
  const { ready, damaged } = await entriesOf(await engine.ready());
  try {
    const owners = await gatherOwners(engine, ready, new Pace(rowsIn(ready), context));
    return { customers: customersIn(owners), damaged };
  } catch (error) {
    return troubleOf(error);
  }
}

async function look(
  engine: Engine,
  { customer, aliases }: EraseJobs['eraseLook']['input'],
  context: Context,
): Promise<EraseLook | StoreError | undefined> {
  const { ready } = await entriesOf(await engine.ready());
  const { revision, store } = engine;
  const pace = new Pace(2 * rowsIn(ready), context);
  try {
    const owners = await gatherOwners(engine, ready, pace);
    const identity = identityOf(customer, owners, { customers: new Map(aliases) });
    const traces = new Traces(identity);
    const mentions = new Mentions();
    const renamed = namesFor(ready.map(({ file }) => file).filter((file) => traces.in(file)));
    const rename = (file: string): string | undefined => renamed.get(file);
    const files = [];
    for (const entry of ready) files.push(await lookAtFile(entry, { store, traces, pace, mentions, rename }));
    return { customer, identity, revision, files, mentions: mentions.first, mentionCount: mentions.count };
  } catch (error) {
    return troubleOf(error);
  }
}

async function erase(
  engine: Engine,
  request: EraseRequest,
  context: Context,
): Promise<ChangeOutcome | 'changed' | undefined> {
  await engine.ready();
  return engine.alone(async () => {
    const { store } = engine;
    if (engine.revision !== request.look.revision) return 'changed';
    const done = await store.importing(context.signal, (session) => commit(engine, request, session, context));
    if (!done.ok && done.error.kind === 'cancelled') return undefined;
    if (!done.ok) return { workspace: await engine.workspace(), error: done.error };
    await store.sweep();
    const read = await engine.reread();
    const workspace = await engine.workspace();
    return read.ok ? { workspace } : { workspace, error: read.error };
  });
}

async function commit(engine: Engine, request: EraseRequest, session: ImportSession, context: Context): Promise<void> {
  const { look: found, document, day } = request;
  const { store } = engine;
  const { ready } = await entriesOf(engine);
  const changes = new Map(found.files.map((file) => [file.id, file]));
  const of = (change: string): typeof ready => ready.filter(({ id }) => changes.get(id)?.change === change);
  const renamed = new Map(found.files.flatMap(({ file, renamed: name }) => (name === undefined ? [] : [[file, name]])));
  const rewritten = of('rewrite');
  const pace = new Pace(rowsIn(rewritten), context);
  const rewriting = { store, session, traces: new Traces(found.identity), pace, day, renamed };
  const datasets = [];
  for (const entry of rewritten) datasets.push(await rewriteFile(entry, rewriting));
  const amended = of('amend').map(({ info }) => amendedInfo(info, rewriting));
  const withoutSource = amended.flatMap(({ id }) => {
    const fate = changes.get(id)?.source;
    return fate === 'goes' || fate === 'packed' ? [id] : [];
  });
  const replaced = [...rewritten, ...of('remove')].map(({ id }) => id);
  const stored = await session.commit(datasets, replaced, undefined, { amended, withoutSource, document });
  if (!stored.ok) throw new StoreFailure(stored.error);
}

/** New names for files, each its own. */
function namesFor(files: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    files.map((file, at) => [file, eraseText.fileName(at + 1) + (/\.[a-z0-9]{1,8}$/i.exec(file)?.[0] ?? '')]),
  );
}

function rowsIn(entries: readonly { readonly rows: number }[]): number {
  return entries.reduce((sum, { rows }) => sum + rows, 0);
}

/** Undefined when it was cancelled. */
function troubleOf(error: unknown): StoreError | undefined {
  if (!(error instanceof StoreFailure)) throw error;
  return error.error.kind === 'cancelled' ? undefined : error.error;
}
