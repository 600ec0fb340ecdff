/** Erasing a customer: who there is, what would go, and doing it. */
import { type KnownCustomer, withOthers } from '../../core/erase/directory.ts';
import type { ErasedCount } from '../../core/erase/tally.ts';
import { Traces } from '../../core/erase/traces.ts';
import type { Stamp } from '../../core/obligations/mca/register-edits.ts';
import { eraseText } from '../../core/text/en/erase.ts';
import { type StoreError, storeErrorText } from '../../storage/store-error.ts';
import type { ErasableCustomers, EraseLook, EraseProgress } from '../../workers/erase/types.ts';
import type { Move } from '../jobs.svelte.ts';
import { toStored } from '../stored-document.ts';
import type { Workbook } from '../workbook.svelte.ts';
import { erasedDocument } from './erased-document.ts';

export type { ErasableCustomers, EraseLook, FileLook, Mention, SourceFate } from '../../workers/erase/types.ts';

/** What would go: of files, of what the user wrote, and how many steps of the history. */
export interface ErasurePlan {
  readonly look: EraseLook;
  readonly written: readonly ErasedCount[];
  readonly steps: number;
}

/** All customers that files or the register name; a text: why they cannot be told; undefined: it was cancelled. */
export async function erasableCustomers({
  jobs,
  runner,
  document,
  locale,
}: Workbook): Promise<ErasableCustomers | string | undefined> {
  const found = await jobs.run(eraseText.reading, (signal, move) =>
    runner.run('eraseCustomers', undefined, { signal, onProgress: moving(move, locale) }),
  );
  const customers = found && textOr(found);
  if (!customers || typeof customers === 'string') return customers;
  const { entries, plans } = document.obligations.register;
  const registered = [...entries.map(({ customerId, organisation }) => ({ id: customerId, name: organisation })), ...plans.map(({ customerId }) => ({ id: customerId, name: '' }))]; // prettier-ignore
  return { ...customers, customers: withOthers(customers.customers, registered) };
}

/** What would go; a text: why it cannot be told; undefined: it was cancelled. Nothing is changed. */
export async function planErasure(
  { jobs, runner, document, gate, locale }: Workbook,
  customer: KnownCustomer,
): Promise<ErasurePlan | string | undefined> {
  const request = { customer, aliases: [...document.ownNames.customers] };
  const found = await jobs.run(eraseText.looking, (signal, move) =>
    runner.run('eraseLook', request, { signal, onProgress: moving(move, locale) }),
  );
  const look = found && textOr(found);
  if (!look || typeof look === 'string') return look;
  const { gone } = erasedDocument(document, look.identity, renamedIn(look), stampOf(document.author, gate.now()));
  return { look, written: gone, steps: gate.history.steps.length };
}

/**
 * Erases the customer for good: one step makes all of it so. True: it is done. Undefined: it was cancelled before. A text: why nothing was changed.
 */
export async function eraseCustomer(workbook: Workbook, { look }: ErasurePlan): Promise<true | string | undefined> {
  const { jobs, runner, gate, locale } = workbook;
  if (workbook.readOnly) return storeErrorText(workbook.readOnly);
  await workbook.flush();
  gate.locked = true;
  const stamp = stampOf(workbook.document.author, gate.now());
  const { document } = erasedDocument(workbook.document, look.identity, renamedIn(look), stamp);
  const request = { look, document: toStored(document), day: workbook.today };
  try {
    const outcome = await jobs.run(eraseText.erasing, (signal, move) =>
      runner.run('erase', request, { signal, onProgress: moving(move, locale) }),
    );
    if (outcome === 'changed') return eraseText.changed;
    if (outcome === undefined) {
      // It may have been done by the time it was cancelled.
      await workbook.session.open();
      return undefined;
    }
    if (outcome.error) return storeErrorText(outcome.error);
    gate.load(document);
    workbook.forgetDrops();
    workbook.backups.dismiss();
    await workbook.adopt(outcome.workspace);
    forgetLoss(workbook, new Traces(look.identity));
    return true;
  } finally {
    gate.locked = workbook.following;
  }
}

/** @param at milliseconds since 1970 */
function stampOf(who: string, at: number): Stamp {
  const salt = crypto.getRandomValues(new Uint32Array(4)).join('-');
  return { who, at: `${new Date(at).toISOString().slice(0, 19)}Z`, salt };
}

/** Files that are missing are remembered by their names. */
function forgetLoss({ keeping, workspace }: Workbook, traces: Traces): void {
  const names = [...keeping.noted, ...(keeping.loss?.missing ?? [])].map(({ file }) => file);
  if (workspace && names.some((name) => traces.in(name))) keeping.forget(workspace);
}

function renamedIn({ files }: EraseLook): ReadonlyMap<string, string> {
  return new Map(files.flatMap(({ file, renamed }) => (renamed === undefined ? [] : [[file, renamed] as const])));
}

function textOr<T extends object>(found: T | StoreError): T | string {
  return 'kind' in found && typeof found.kind === 'string' ? storeErrorText(found) : found;
}

function moving(move: Move, locale: string): (progress: EraseProgress) => void {
  const count = new Intl.NumberFormat(locale);
  return ({ done, of }) => {
    move(done / Math.max(1, of), eraseText.progress(count.format(done), count.format(of)));
  };
}
