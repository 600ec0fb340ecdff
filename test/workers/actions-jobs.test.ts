/** Action packs from imported files: where the subscriptions came as JSON, packed or not, the requests are whole. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { gzipSync, strFromU8, strToU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { PACK_PARTS } from '../../src/core/actions/pack-choices.ts';
import { parseDay } from '../../src/core/days.ts';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/defaults.ts';
import type { ActionPackRequest } from '../../src/workers/actions-jobs.ts';
import type { DroppedFile, EngineJobs } from '../../src/workers/engine-jobs.ts';
import { engineHost } from '../../src/workers/engine-host.ts';
import { cloningRunner } from '../../src/workers/in-process-runner.ts';
import type { Runner } from '../../src/workers/runner.ts';
import { portfolioCsv, zipOf } from './support/drops.ts';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

const ID = '3f2a9c1e-7b54-4d0a-9e61-5a7c0d8f1b22';
const CUSTOMER = '0c7e1f55-3f0e-4a2b-8d53-2f1f7a6b9c10';
const RESOURCE = {
  id: ID.toUpperCase(),
  offerId: 'CFQ7TTC0LH18:0001:CFQ7TTC0K5BD',
  offerName: 'Suite',
  quantity: 25,
  effectiveStartDate: '2026-03-15T00:00:00Z',
  commitmentEndDate: '2027-03-14T23:59:59Z',
  status: 'active',
  autoRenewEnabled: true,
  billingCycle: 'monthly',
  billingType: 'license',
  termDuration: 'P1Y',
  refundOptions: [{ type: 'Full', expiresAt: '2026-03-22T00:00:00Z' }],
  links: { self: { uri: `/customers/${CUSTOMER}/subscriptions/${ID}`, method: 'GET', headers: [] } },
  attributes: { etag: 'abc', objectType: 'Subscription' },
};
const JSON_TEXT = JSON.stringify({ totalCount: 1, items: [RESOURCE], attributes: { objectType: 'Collection' } });
/** The list that says market and currency. */
const PRICES: DroppedFile = {
  name: 'prices.csv',
  blob: new Blob([
    'ProductTitle,ProductId,SkuId,SkuTitle,Publisher,SkuDescription,UnitOfMeasure,TermDuration,BillingPlan,Market,Currency,UnitPrice,PricingTierRangeMin,PricingTierRangeMax,EffectiveStartDate,EffectiveEndDate,Tags,ERP Price,Segment\n',
    'Suite,CFQ7TTC0LH18,0001,Suite,Microsoft,Suite,,P1Y,Monthly,US,USD,240,,,2025-11-01T00:00:00Z,9999-12-31T00:00:00Z,,288,Commercial\n',
  ]),
};
const PLAIN: DroppedFile = { name: 'subscriptions.json', blob: new Blob([JSON_TEXT]) };

const scenario = {
  ...DEFAULT_SCENARIO,
  decisions: [{ match: { subscriptionId: ID }, outcome: 'cancels' as const, author: 'Ana' }],
};
const simulation = { scenario, window: { asOf: parseDay('2026-11-26') ?? 0, horizonMonths: 12 } };
const request: ActionPackRequest = {
  actions: { simulation, ids: undefined },
  choices: { locale: 'en-GB', scheduleField: 'scheduledType', estAutoRenew: true, parts: new Set(PACK_PARTS), timeZone: 'UTC' },
  workbookName: 'Book',
}; // prettier-ignore

async function withFile(file: DroppedFile): Promise<Runner<EngineJobs>> {
  const runner = cloningRunner(engineHost());
  await runner.run('open', undefined);
  await runner.run('importFiles', { files: [PRICES, file], answers: new Map(), encodings: new Map() });
  return runner;
}

describe('the action pack', () => {
  it.each<[string, () => Promise<DroppedFile>]>([
    ['as it is', () => Promise.resolve(PLAIN)],
    [
      'in gzip',
      () => Promise.resolve({ name: 'subscriptions.json.gz', blob: new Blob([gzipSync(strToU8(JSON_TEXT))]) }),
    ],
    ['in a zip', () => zipOf('all.zip', [PLAIN])],
  ])('has a whole body from JSON %s', async (_, file) => {
    const runner = await withFile(await file());
    const plan = await runner.run('actionPlan', request);
    expect(plan.map(({ request: one }) => one)).toEqual([{ kind: 'complete' }]);
    const { name, bytes } = await runner.run('actionPack', request);
    expect(name).toBe('termwise-book-action-pack-2026-11-26.zip');
    const text = strFromU8(unzipSync(bytes)['actions.json'] ?? new Uint8Array());
    const { requests } = JSON.parse(text) as { requests: { body: object; path: string }[] };
    expect(requests[0]?.path).toBe(`/v1/customers/${CUSTOMER}/subscriptions/${ID}`);
    expect(requests[0]?.body).toEqual({
      ...RESOURCE,
      autoRenewEnabled: false,
      scheduledActions: [{ scheduledType: 'TermEnd', actionType: 'Cancel' }],
    });
    expect(await runner.run('lintActions', { text, simulation })).toEqual({ subjects: 1, findings: [] });
  });

  it('says what to fetch where the subscriptions came as a table', async () => {
    const runner = await withFile(portfolioCsv('portfolio.csv', [ID]));
    const [planned] = await runner.run('actionPlan', { ...request, actions: { simulation, ids: [ID] } });
    expect(planned?.row.outcome).toMatchObject({ type: 'Cancel' });
    expect(planned?.request).toMatchObject({ kind: 'merge', isStale: false });
  });
});

describe('the linter', () => {
  it('holds JSON against the imported subscriptions and the decisions', async () => {
    const runner = await withFile(PLAIN);
    const text = JSON.stringify({ ...RESOURCE, quantity: 20 });
    const { findings } = await runner.run('lintActions', { text, simulation });
    expect(findings.map(({ code }) => code)).toEqual(['seats-change-now', 'differs-from-decision']);
    const other = JSON.stringify({ ...RESOURCE, id: '00000000-0000-4000-8000-000000000001' });
    const unknown = await runner.run('lintActions', { text: other, simulation });
    expect(unknown.findings.map(({ code }) => code)).toEqual(['unknown-subscription']);
  });
});
