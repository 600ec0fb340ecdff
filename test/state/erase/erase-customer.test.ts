import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/core/days.ts';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/defaults.ts';
import { firstBreak } from '../../../src/core/obligations/mca/log.ts';
import { withEntry, withoutEntry } from '../../../src/core/obligations/mca/register-edits.ts';
import { NO_REGISTER, type Register, type RegisterEntry } from '../../../src/core/obligations/register.ts';
import type { Dataset } from '../../../src/core/schema/dataset.ts';
import { SOURCE_ROW } from '../../../src/core/table.ts';
import { cellText } from '../../../src/core/cell-text.ts';
import { erasableCustomers, eraseCustomer, planErasure } from '../../../src/state/erase/erase-customer.ts';
import { makeRecipe } from '../../../src/state/recipe/make-recipe.ts';
import type { FinishedFile } from '../../../src/state/backups.svelte.ts';
import { Workbook } from '../../../src/state/workbook.svelte.ts';
import { Engine } from '../../../src/workers/engine.ts';
import { engineHost } from '../../../src/workers/engine-host.ts';
import { cloningRunner } from '../../../src/workers/in-process-runner.ts';
import { canaryWorkbook } from '../../support/canary-workbook.ts';
import { ERASED, NEEDLES, filesOfEveryKind } from '../../support/erase-files.ts';
import { heldTexts } from '../../support/held-texts.ts';
import { holding, storedTexts } from '../../support/stored-bytes.ts';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

const OTHER = 'a01c3b7e-0f52-4c7b-8f0d-31d1a4c20001';
const today = parseDay('2026-11-22') ?? 0;

interface Opened {
  readonly workbook: Workbook;
  readonly engine: Engine;
  readonly files: FinishedFile[];
  readonly notes: Map<string, string>;
}

async function opened(): Promise<Opened> {
  const engine = new Engine();
  const files: FinishedFile[] = [];
  const notes = new Map<string, string>();
  const workbook = new Workbook({
    runner: cloningRunner(engineHost(engine)),
    today,
    locale: 'en',
    download: (file) => files.push(file),
    persist: () => Promise.resolve(true),
    notes: {
      getItem: (key) => notes.get(key) ?? null,
      setItem: (key, value) => {
        notes.set(key, value);
      },
    },
  });
  await workbook.session.open();
  return { workbook, engine, files, notes };
}

async function imported(workbook: Workbook, withCustomer: boolean): Promise<void> {
  const files = filesOfEveryKind(withCustomer);
  const { workspace, files: outcomes } = await workbook.runner.run('importFiles', {
    ...{ files, answers: new Map(), encodings: new Map() },
  });
  expect(
    outcomes.filter(({ state }) => state !== 'read').map(({ file, state, questions }) => ({ file, state, questions })),
  ).toStrictEqual([]);
  if (workspace) await workbook.adopt(workspace);
}

/** Everything that a user can write speaks of the customer, each in another way. */
function written(workbook: Workbook): void {
  const ways = [
    ERASED.name,
    ERASED.id.replaceAll('-', ''),
    `about ${ERASED.name.toUpperCase()}, see {${ERASED.id.toUpperCase()}}`,
    `info@${ERASED.domain}`,
    ERASED.subscription,
    `/subscriptions/${ERASED.subscription.replaceAll('-', '')}/x`,
  ];
  let at = 0;
  const next = (): string => ways[at++ % ways.length] ?? '';
  const document = canaryWorkbook(
    {
      ...DEFAULT_SCENARIO,
      decisions: [
        { match: { subscriptionId: ERASED.subscription }, outcome: 'cancels', reason: 'gone' },
        { match: { productId: 'CFQ7TTC0AAAA' }, outcome: 'renews', reason: `like ${ERASED.name}`, author: 'Kim' },
      ],
      clauses: new Map([
        [ERASED.id, { passThrough: true }],
        ['c-1', { passThrough: false }],
      ]),
    },
    next,
  );
  workbook.gate.load({
    ...document,
    obligations: { ...document.obligations, register: register() },
    ownNames: { customers: new Map([['vogel süd', ERASED.id]]), items: new Map(), lag: 0 },
    invoice: {
      ...document.invoice,
      verdicts: [{ key: `${ERASED.id}|x|y|z|price`, month: 1, verdict: 'accepted', note: ERASED.name }],
    },
  });
  workbook.gate.dispatch({ kind: 'rename', name: `For ${ERASED.name}` });
  workbook.gate.dispatch({ kind: 'rename', name: ERASED.domain });
  workbook.gate.undo();
}

/** Acceptances of the customer, one of them withdrawn, and of another one. */
function register(): Register {
  const stamp = { at: '2026-11-20T08:00:00Z', who: 'Lee', salt: 'salt' };
  const entry: RegisterEntry = {
    ...{ id: 'e1', customerId: ERASED.id.toUpperCase(), type: 'mca', agreed: '2026-01-02', way: 'attested-ux' },
    contact: { firstName: 'Zqkim', lastName: 'Zqkim-Sand', email: 'zqkim@elsewhere.example', phone: '+49 30 5550100' },
    ...{ organisation: ERASED.name, reseller: '', reference: '' },
  };
  const theirs: RegisterEntry = {
    ...{ ...entry, id: 'e2', customerId: OTHER, organisation: 'Fabrikam', reference: 'asked zqkim@elsewhere.example' },
    contact: { firstName: 'Ann', lastName: 'Other', email: 'ann@fabrikam.example', phone: '1' },
  };
  const both = withEntry(withEntry(NO_REGISTER, entry, stamp), theirs, stamp);
  return withoutEntry(withEntry(both, { ...entry, id: 'e3' }, stamp), 'e3', 'twice', stamp);
}

/** What a dataset holds, but for where its rows stood in the file. */
function contentOf({ table, totals, coverage, rowsDigest, ledger }: Dataset): unknown {
  const columns = [...table.columns].filter(([name]) => name !== SOURCE_ROW);
  const cells = columns.map(([name, column]) => [
    name,
    Array.from({ length: table.rows }, (_, row) => cellText(column, row)),
  ]);
  return { cells, totals, coverage, rowsDigest, ledger };
}

async function contents({ store }: Engine): Promise<ReadonlyMap<string, unknown>> {
  const loaded = await store.loadAll();
  if (!loaded.ok) throw new Error(loaded.error.kind);
  return new Map(loaded.value.datasets.map((dataset) => [dataset.file, contentOf(dataset)]));
}

async function exports({ workbook, files }: Opened): Promise<readonly string[]> {
  const { runner, request, document } = workbook;
  const told = { simulation: request, workbookName: document.name };
  const plan = { ...document.report, sections: ['summary', 'decisions', 'obligations', 'method'] as const };
  const report = await runner.run('makeReport', { ...told, plan, locale: 'en', format: 'json' });
  const csv = await runner.run('exportResults', { ...told, kind: 'results-csv' });
  const recipe = makeRecipe(document, { cells: true }, { texts: [], naming: [] });
  await workbook.backups.make();
  const bytes = [
    ...(report ? [report.bytes] : []),
    csv.bytes,
    ...(await Promise.all(files.map(async ({ bytes: made }) => new Uint8Array(await new Blob([made]).arrayBuffer())))),
  ];
  expect(bytes).toHaveLength(3);
  return [...bytes.flatMap(heldTexts), JSON.stringify(recipe).toLowerCase()];
}

describe('erasing a customer', () => {
  it('leaves no byte of them in storage and exports, and everything else as if they had never been there', async () => {
    const all = await opened();
    const { workbook, engine, notes } = all;
    await imported(workbook, true);
    written(workbook);
    await workbook.flush();
    await workbook.recalculate();
    expect(holding(await storedTexts(), NEEDLES)).toStrictEqual([...NEEDLES]);
    expect(holding(await exports(all), ['zqvogel'])).toStrictEqual(['zqvogel']);
    all.files.length = 0;

    const found = await erasableCustomers(workbook);
    if (typeof found !== 'object') throw new Error(String(found));
    const customer = found.customers.find(({ name }) => name === ERASED.name);
    if (!customer) throw new Error('not among the customers');
    const plan = await planErasure(workbook, customer);
    if (typeof plan !== 'object') throw new Error(String(plan));
    expect(await eraseCustomer(workbook, plan)).toBe(true);

    expect(holding(await storedTexts(), NEEDLES)).toStrictEqual([]);
    expect(
      holding(
        [...notes.values()].map((text) => text.toLowerCase()),
        NEEDLES,
      ),
    ).toStrictEqual([]);
    expect(holding(await exports(all), NEEDLES)).toStrictEqual([]);
    const { entries, log } = workbook.document.obligations.register;
    expect(entries.map(({ customerId, reference }) => [customerId, reference])).toStrictEqual([[OTHER, '']]);
    expect(log.lines.map(({ kind, content }) => [kind, content?.customerId])).toStrictEqual([
      ['entry', undefined],
      ['entry', undefined],
      ['entry', undefined],
      ['withdrawal', undefined],
      ['erasure', ''],
    ]);
    expect(firstBreak(log)).toBeUndefined();
    const after = await contents(engine);

    indexedDB = new IDBFactory();
    const without = await opened();
    await imported(without.workbook, false);
    const never = await contents(without.engine);
    expect([...after.keys()]).toStrictEqual([...never.keys()]);
    for (const [file, content] of never) expect(after.get(file), file).toStrictEqual(content);
  });
});
