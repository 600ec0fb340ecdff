/** A later export takes the place of an earlier one in every figure; what is older stays for comparison. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/defaults.ts';
import { resultsJson } from '../../src/exporters/results/json.ts';
import type { ResultsDocument } from '../../src/exporters/results/document.ts';
import { importSources } from '../../src/importers/index.ts';
import { prepareBook, simulate } from '../../src/sim/index.ts';
import { datasetsOf } from '../../src/workers/datasets-from-reports.ts';
import type { DroppedFile, EngineJobs, Workspace } from '../../src/workers/engine-jobs.ts';
import { engineHost } from '../../src/workers/engine-host.ts';
import { freshFiles } from '../../src/workers/fresh-files.ts';
import { cloningRunner } from '../../src/workers/in-process-runner.ts';
import type { Runner } from '../../src/workers/runner.ts';
import { day } from '../support/simulation.ts';
import { portfolioCsv } from './support/drops.ts';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

const asOf = day('2026-11-22');
const request = { scenario: DEFAULT_SCENARIO, window: { asOf, horizonMonths: 12 } };

function file(name: string, ...lines: readonly string[]): DroppedFile {
  return { name, blob: new Blob([[...lines, ''].join('\n')]) };
}

const LIST = file(
  'list.csv',
  'ProductTitle,ProductId,SkuId,SkuTitle,TermDuration,BillingPlan,Market,Currency,UnitPrice,EffectiveStartDate,EffectiveEndDate,ERP Price,Segment',
  'Suite,CFQ7TTC0LDPB,0001,Suite,P1Y,Monthly,US,USD,126,11/1/2025,12/31/9999,150,Commercial',
  'Suite,CFQ7TTC0LDPB,0001,Suite,P1M,Monthly,US,USD,12,11/1/2025,12/31/9999,15,Commercial',
);
const RECON = file(
  'recon.csv',
  'PartnerId,CustomerId,CustomerName,InvoiceNumber,OrderId,OrderDate,ProductId,SkuId,SkuName,ProductName,ChargeType,UnitPrice,Quantity,Subtotal,TaxTotal,Total,Currency,SubscriptionId,ChargeStartDate,ChargeEndDate,TermAndBillingCycle,EffectiveUnitPrice,BillableQuantity,BillingFrequency,PricingCurrency,PCToBCExchangeRate,SubscriptionStartDate,SubscriptionEndDate,ReferenceId,PromotionId',
  'p,c,Contoso,G001,o,1/1/2026,CFQ7TTC0LDPB,0001,Suite,Suite,cycleCharge,10.5,5,48.75,0,48.75,USD,b,10/1/2026,10/31/2026,One-Year commitment for monthly billing,9.75,5,Monthly,USD,1,1/1/2026,12/31/2026,r,',
);

async function started(): Promise<Runner<EngineJobs>> {
  const runner = cloningRunner(engineHost());
  await runner.run('open', undefined);
  return runner;
}

async function drop(runner: Runner<EngineJobs>, name: string, ...files: readonly DroppedFile[]): Promise<void> {
  const answers = new Map<string, never>();
  await runner.run('importFiles', { files, answers, encodings: new Map(), drop: { drop: name, importedOn: asOf } });
}

async function workspaceOf(runner: Runner<EngineJobs>): Promise<Workspace> {
  return runner.run('workspace', undefined);
}

async function results(runner: Runner<EngineJobs>): Promise<string> {
  const kind = { kind: 'results-json', simulation: request, workbookName: '', locale: 'en' } as const;
  return new TextDecoder().decode((await runner.run('exportResults', kind)).bytes);
}

/** What `npm run model` writes for these files. */
async function headless(...dropped: readonly DroppedFile[]): Promise<string> {
  const sources = dropped.map(({ name, blob }) => ({ name, size: blob.size, stream: () => blob.stream() }));
  const { files } = await importSources(sources);
  const datasets = datasetsOf(freshFiles(files, new Map()).fresh, 0);
  return resultsJson(simulate(prepareBook({ datasets }), request), datasets);
}

const idsIn = (json: string): readonly string[] =>
  (JSON.parse(json) as ResultsDocument).subscriptions.map(({ id }) => id);

const OLDER = portfolioCsv('october.csv', ['a', 'b', 'c']);
const NEWER = portfolioCsv('november.csv', ['b', 'c', 'd']);

describe('a later export of the same subscriptions', () => {
  it('counts alone, and gives the bytes of the headless runner on the files in use, also after a reload', async () => {
    const runner = await started();
    await drop(runner, 'first', LIST, OLDER);
    await drop(runner, 'second', NEWER, RECON);
    const wanted = await headless(LIST, NEWER, RECON);
    expect(idsIn(wanted)).toEqual(['b', 'c', 'd']);
    expect((JSON.parse(wanted) as ResultsDocument).subscriptions[0]?.currentUnit).toBe('9.75');
    expect(await results(runner)).toBe(wanted);
    expect(await results(await started())).toBe(wanted);
    expect((await workspaceOf(runner)).entries.map(({ file: name }) => name)).toContain('october.csv');
  });

  it('counts besides when the user says so, or when the earlier one is said to be the newer', async () => {
    const runner = await started();
    await drop(runner, 'first', LIST, OLDER);
    await drop(runner, 'second', NEWER);
    const { entries } = await workspaceOf(runner);
    const idOf = (name: string): string => entries.find((entry) => entry.file === name)?.id ?? '';
    const [older, newer] = [idOf('october.csv'), idOf('november.csv')];
    const { workspace } = await runner.run('change', { kind: 'amend', id: newer, amendment: { follows: '' } });
    expect(workspace.snapshots.newerOf.size).toBe(0);
    expect(idsIn(await results(runner))).toEqual(['a', 'b', 'c', 'd']);
    await runner.run('change', { kind: 'amend', id: older, amendment: { follows: newer } });
    expect(idsIn(await results(runner))).toEqual(['a', 'b', 'c']);
    expect(idsIn(await results(await started()))).toEqual(['a', 'b', 'c']);
  });

  it('is the older one when its export is dated earlier; deleted, the other counts again', async () => {
    const runner = await started();
    await drop(runner, 'first', LIST, OLDER);
    await drop(runner, 'second', NEWER);
    const newer = (await workspaceOf(runner)).entries.find(({ file: name }) => name === 'november.csv')?.id ?? '';
    const exportedOn = day('2026-09-01');
    await runner.run('change', { kind: 'amend', id: newer, amendment: { exportedOn } });
    expect(idsIn(await results(runner))).toEqual(['a', 'b', 'c']);
    const other = (await workspaceOf(runner)).entries.find(({ file: name }) => name === 'october.csv')?.id ?? '';
    await runner.run('change', { kind: 'remove', id: other });
    expect(idsIn(await results(runner))).toEqual(['b', 'c', 'd']);
  });

  it('keeps its place among the snapshots when a file replaces it', async () => {
    const runner = await started();
    await drop(runner, 'first', LIST, OLDER);
    await drop(runner, 'second', NEWER);
    const older = (await workspaceOf(runner)).entries.find(({ file: name }) => name === 'october.csv')?.id ?? '';
    await runner.run('importFiles', {
      ...{ files: [portfolioCsv('october-2.csv', ['a', 'b', 'c', 'x'])], answers: new Map(), encodings: new Map() },
      ...{ replaces: older, drop: { drop: 'third', importedOn: asOf + 1 } },
    });
    expect(idsIn(await results(runner))).toEqual(['b', 'c', 'd']);
  });
});
