/** Repairs of stored files are steps of the history: undone, the file is read again as it was. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { parseDay } from '../../src/core/days.ts';
import type { DatasetInfo } from '../../src/core/schema/dataset.ts';
import { fileKey } from '../../src/state/stored-repairs.ts';
import { Workbook } from '../../src/state/workbook.svelte.ts';
import { engineHost } from '../../src/workers/engine-host.ts';
import { cloningRunner } from '../../src/workers/in-process-runner.ts';
import { portfolioCsv } from '../workers/support/drops.ts';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

const TOTAL_ROW = { code: 'total-row', column: '' } as const;

function opened(): Workbook {
  return new Workbook({
    runner: cloningRunner(engineHost()),
    today: parseDay('2026-11-22') ?? 0,
    locale: 'en',
    download: () => undefined,
    persist: () => Promise.resolve(true),
    notes: { getItem: () => null, setItem: () => undefined },
  });
}

/** A portfolio of two subscriptions with a row that adds them up, imported with that row left out. */
async function damagedWorkbook(): Promise<Workbook> {
  const workbook = opened();
  await workbook.session.open();
  const text = await portfolioCsv('', ['a-1', 'a-2']).blob.text();
  await workbook.imports.add([{ name: 'a.csv', blob: new Blob([`${text}Total,,,10,,,,,,\n`]) }]);
  const [question] = workbook.imports.questions;
  if (!question) throw new Error('nothing was asked');
  await workbook.imports.repair(question, [{ ...TOTAL_ROW, treatment: 'apply' }], false);
  return workbook;
}

function infoOf(workbook: Workbook): DatasetInfo {
  const [entry] = workbook.workspace?.entries ?? [];
  if (entry?.state !== 'ready') throw new Error('nothing is stored');
  return entry.info;
}

const rejectedIn = (workbook: Workbook): number => infoOf(workbook).ledger.rejected;

it('a repair that is left out by a step comes back when the step is undone, and goes again when it is done again', async () => {
  const workbook = await damagedWorkbook();
  expect(rejectedIn(workbook)).toBe(0);
  const file = fileKey(infoOf(workbook));
  workbook.gate.dispatch({ kind: 'note-repairs', file, choices: [{ ...TOTAL_ROW, treatment: 'apply' }] });
  workbook.gate.dispatch({
    kind: 'set-repairs',
    file,
    what: 'Repairs of a.csv',
    choices: [{ ...TOTAL_ROW, treatment: 'leave' }],
  });
  await expect.poll(() => rejectedIn(workbook)).toBe(1);
  expect(workbook.gate.undo()).toBe('Repairs of a.csv');
  await expect.poll(() => rejectedIn(workbook)).toBe(0);
  workbook.gate.redo();
  await expect.poll(() => rejectedIn(workbook)).toBe(1);
});

it('survives a reload', async () => {
  const workbook = await damagedWorkbook();
  const file = fileKey(infoOf(workbook));
  workbook.gate.dispatch({ kind: 'note-repairs', file, choices: [{ ...TOTAL_ROW, treatment: 'apply' }] });
  workbook.gate.dispatch({
    kind: 'set-repairs',
    file,
    what: 'Repairs of a.csv',
    choices: [{ ...TOTAL_ROW, treatment: 'leave' }],
  });
  await expect.poll(() => rejectedIn(workbook)).toBe(1);
  await workbook.flush();
  const again = opened();
  await again.session.open();
  expect(again.gate.undo()).toBe('Repairs of a.csv');
  await expect.poll(() => rejectedIn(again)).toBe(0);
});
