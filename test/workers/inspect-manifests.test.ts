/** `npm run inspect` with a manifest and its files: they are held against each other. */
import { expect, it } from 'vitest';
import { inspectFiles } from '../../src/workers/inspect-files.ts';
import { sourceOf } from '../importers/support.ts';

const CUSTOMERS = 'CustomerId,CustomerName\nc-1,Contoso\nc-2,Fabrikam\n';
const manifest = (run: string, submittedTime: string, rows: number) =>
  JSON.stringify({
    manifestVersion: '2024-04-01',
    exportConfig: { exportName: 'daily', type: 'ActualCost', dataVersion: '2023-12-01-preview' },
    deliveryConfig: { fileFormat: 'Csv', compressionMode: 'None' },
    runInfo: { submittedTime, runId: run, startDate: '2026-03-01T00:00:00', endDate: '2026-03-31T00:00:00Z' },
    blobs: [{ blobName: `root/${run}/${run}.csv`, byteCount: CUSTOMERS.length, dataRowCount: rows }],
  });

async function said(...files: readonly (readonly [string, string])[]) {
  const { document, clean } = await inspectFiles(files.map(([name, content]) => sourceOf(name, content)), false); // prettier-ignore
  return { codes: document.files.map(({ diagnostics }) => diagnostics.map(({ code }) => code)), clean };
}

it('says that all are there, also when the manifest comes first', async () => {
  const complete = manifest('run-1', '2026-03-05T01:00:00Z', 2);
  const all = { codes: [['manifest-complete'], []], clean: true };
  expect(await said(['manifest.json', complete], ['run-1.csv', CUSTOMERS])).toEqual(all);
});

it('says which rows are too few, and what is missing', async () => {
  const more = manifest('run-1', '2026-03-05T01:00:00Z', 3);
  expect((await said(['run-1.csv', CUSTOMERS], ['manifest.json', more])).codes).toEqual([
    [],
    ['manifest-complete', 'manifest-differs'],
  ]);
  expect((await said(['manifest.json', more])).codes).toEqual([['manifest-alone']]);
});

it('refuses the files of an older run', async () => {
  const runs = ['run-1', 'run-2'].map(
    (run, i) => [`${run}.json`, manifest(run, `2026-03-0${String(i + 5)}T01:00:00Z`, 2)] as const,
  );
  const { codes, clean } = await said(['run-1.csv', CUSTOMERS], ['run-2.csv', CUSTOMERS], ...runs);
  expect(codes).toEqual([['older-run-file'], [], ['older-run', 'manifest-complete'], ['manifest-complete']]);
  expect(clean).toBe(false);
});
