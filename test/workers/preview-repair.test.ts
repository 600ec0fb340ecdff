/** What the clinic's dialog shows: any page of the places of a finding, read from the file again. */
import { expect, it } from 'vitest';
import type { RepairChoice, Spotlight } from '../../src/importers/index.ts';
import { previewRepair } from '../../src/workers/preview-repair.ts';

const HEADER = 'SubscriptionId,ProductId,SkuId,Quantity,TermDuration,BillingPlan,CommitmentEndDate';
const ROWS = 250;
const text = [
  HEADER,
  ...Array.from({ length: ROWS }, (_, i) => `sub-${String(i)},CFQ7TTC0AAAA,0001,5,P1Y,Annual,31/12/${String(2027 + (i % 3))}`),
].join('\n'); // prettier-ignore

function page(spotlight: Pick<Spotlight, 'from' | 'count'>, choices: readonly RepairChoice[] = []) {
  return previewRepair(
    {
      file: { name: 'dates.csv', blob: new Blob([text]) },
      shownAs: 'dates.csv',
      answers: new Map(),
      encodings: new Map(),
      choices,
      spotlight: { code: 'date-order', column: 'CommitmentEndDate', ...spotlight },
    },
    new AbortController().signal,
  );
}

it('gives the page that is asked for, in the lines of the file', async () => {
  const samples = await page({ from: 200, count: 100 });
  expect(samples.map(({ row }) => row)).toStrictEqual(Array.from({ length: 50 }, (_, i) => 202 + i));
  expect(samples[0]).toStrictEqual({ row: 202, before: '31/12/2029', after: '2029-12-31', otherwise: '' });
});

it('gives the same places whatever has been chosen so far', async () => {
  const choices = [{ code: 'date-order', column: 'CommitmentEndDate', treatment: 'leave' }] as const;
  expect(await page({ from: 0, count: 3 }, choices)).toStrictEqual(await page({ from: 0, count: 3 }));
});

it('gives nothing for a finding that the file does not have', async () => {
  expect(await page({ from: ROWS, count: 100 })).toStrictEqual([]);
});
