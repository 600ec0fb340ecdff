import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { parseDay } from '../../src/core/days.ts';
import { withEntry } from '../../src/core/obligations/mca/register-edits.ts';
import { NO_REGISTER } from '../../src/core/obligations/register.ts';
import { EDITIONS } from '../../src/core/report/plan.ts';
import { makeRecipe, textsToCheck } from '../../src/state/recipe/make-recipe.ts';
import { Workbook } from '../../src/state/workbook.svelte.ts';
import { engineHost } from '../../src/workers/engine-host.ts';
import { cloningRunner } from '../../src/workers/in-process-runner.ts';
import { heldTexts, holds } from '../support/held-texts.ts';
import { storedTexts } from '../support/stored-bytes.ts';

const ID = 'a01c3b7e-0f52-4c7b-8f0d-31d1a4c20001';
const CONTACT = { firstName: 'Zqkim', lastName: 'Zqsand', email: 'zqkim@elsewhere.example', phone: '+49 30 5550100' };
/** Of the register, and of the agreements that a file brings. */
const WORDS = [...Object.values(CONTACT), 'kim@fabrikam.example', '555-0100'];
const FILES = [
  'portfolio/every-column/input.csv',
  'customers/portal-four-columns/input.csv',
  'agreements/list/input.json',
];

it('keeps contacts of the register and of agreements out of every edition of a report and out of recipes', async () => {
  indexedDB = new IDBFactory();
  const workbook = new Workbook({
    runner: cloningRunner(engineHost()),
    today: parseDay('2026-11-22') ?? 0,
    locale: 'en',
    download: () => undefined,
    persist: () => Promise.resolve(true),
    notes: { getItem: () => null, setItem: () => undefined },
  });
  await workbook.session.open();
  const { runner, gate } = workbook;
  const files = FILES.map((path) => ({
    name: path.replaceAll('/', '-'),
    blob: new Blob([readFileSync(`test/fixtures/importers/${path}`)]),
  }));
  const { workspace } = await runner.run('importFiles', { files, answers: new Map(), encodings: new Map() });
  if (workspace) await workbook.adopt(workspace);
  const entry = { id: 'e1', customerId: ID, type: 'mca', agreed: '2026-01-02', way: 'attested-ux' } as const;
  const register = withEntry(
    NO_REGISTER,
    { ...entry, contact: CONTACT, organisation: 'Fabrikam', reseller: '', reference: '' },
    { at: '2026-11-20T08:00:00Z', who: 'Lee', salt: 'salt' },
  );
  const obligations = { ...workbook.document.obligations, register };
  gate.dispatch({ kind: 'set-parts', parts: { obligations }, what: 'Register' });
  await workbook.flush();
  expect(holds(await storedTexts(), CONTACT.email)).toBe(true);

  const recipe = makeRecipe(workbook.document, { cells: true }, { texts: textsToCheck(workbook.document), naming: [] });
  const told = { simulation: workbook.request, workbookName: '', locale: 'en' };
  const texts = [JSON.stringify(recipe).toLowerCase()];
  for (const edition of EDITIONS) {
    const scope = edition === 'customer' ? { kind: 'customer', customerId: 'c-1', customer: 'Ærø, A/S' } as const : { kind: 'all' } as const; // prettier-ignore
    const plan = { ...workbook.document.report, edition, scope, sections: ['summary', 'decisions', 'obligations', 'method'] as const }; // prettier-ignore
    for (const format of ['json', 'csv'] as const) {
      const made = await runner.run('makeReport', { ...told, plan, format });
      if (!made) throw new Error('no report');
      texts.push(...heldTexts(made.bytes));
    }
  }
  expect(WORDS.filter((word) => holds(texts, word))).toStrictEqual([]);
});
