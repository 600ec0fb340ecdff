/** The exact requests for decisions by hand: what is sent whole, what has to be fetched first, and what is left out. */
import { describe, expect, it } from 'vitest';
import { type JsonData, dataOf, jsonFile, parseJson } from '../../../src/core/actions/json-tree.ts';
import { isoIn } from '../../../src/exporters/actions/wording.ts';
import { packFiles, requestsOf } from '../../../src/exporters/actions/pack.ts';
import { PACK_PARTS, type PackChoices } from '../../../src/core/actions/pack-choices.ts';
import type { PackInput } from '../../../src/exporters/actions/types.ts';
import type { Decision, Scenario } from '../../../src/core/scenario/scenario.ts';
import { actionRows, prepareBook } from '../../../src/sim/index.ts';
import { type SubscriptionCells, portfolio, price, priceList, scenario } from '../../support/books.ts';
import { day } from '../../support/simulation.ts';

const ID = '3f2a9c1e-7b54-4d0a-9e61-5a7c0d8f1b22';
const CUSTOMER = '0c7e1f55-3f0e-4a2b-8d53-2f1f7a6b9c10';
const PRODUCT = 'CFQ7TTC0LH18';
const RESOURCE = {
  id: ID,
  offerId: `${PRODUCT}:0001:CFQ7TTC0K5BD`,
  friendlyName: 'Our suite',
  quantity: 25,
  commitmentEndDate: '2027-03-14T23:59:59Z',
  status: 'active',
  autoRenewEnabled: true,
  billingCycle: 'monthly',
  termDuration: 'P1Y',
  scheduledActions: null,
  attributes: { etag: 'abc' },
};

interface Case {
  readonly decision?: Partial<Decision>;
  readonly cells?: SubscriptionCells;
  readonly resource?: object | undefined;
  readonly choices?: Partial<PackChoices>;
  readonly est?: Partial<Scenario['est']>;
}

function inputOf({ decision, cells, resource, choices, est }: Case): PackInput {
  const row = {
    ...{ subscriptionId: ID, customerId: CUSTOMER, customerName: 'Contoso', offerName: 'Suite', productId: PRODUCT },
    ...{ skuId: '1', quantity: '25', termDuration: 'P1Y', billingPlan: 'Monthly', autoRenew: 'true', status: 'active' },
    ...{ commitmentStart: '2026-03-15', commitmentEnd: '2027-03-14', ...cells },
  };
  const list = [['P1Y/Monthly', '240'], ['P1M/Monthly', '24'], ['P3Y/Annual', '700']].map(([plan = '', cost = '']) => price(plan, cost, cost, { productId: PRODUCT })); // prettier-ignore
  const book = prepareBook({ datasets: [priceList(list), portfolio([row], 1, 'portfolio.csv')] });
  const decisions = decision ? [{ match: { subscriptionId: ID }, outcome: 'renews' as const, ...decision }] : [];
  const simulation = {
    scenario: scenario({ decisions, est: est ?? {} }),
    window: { asOf: day('2026-11-26'), horizonMonths: 12 },
  };
  const { root } = parseJson(JSON.stringify(resource ?? null));
  const resources = new Map<string, JsonData>(resource && root ? [[ID, dataOf(root)]] : []);
  return {
    ...{ asOf: day('2026-11-26'), workbook: 'Book', scenario: 'Base', resources },
    rows: actionRows(book, { simulation, ids: [ID] }),
    choices: {
      ...{ locale: 'en-GB', scheduleField: 'scheduledType', estAutoRenew: true, timeZone: 'Europe/Berlin' },
      ...{ parts: new Set(PACK_PARTS), ...choices },
    },
  };
}

/** The only request, its JSON as plain objects. */
function requestFor(given: Case): Record<string, unknown> {
  const [request] = requestsOf(inputOf(given)).values();
  if (!request) throw new Error('no request');
  return Object.fromEntries(
    Object.entries(request).map(([name, value]) => [name, value instanceof Map ? (JSON.parse(jsonFile(value as JsonData)) as unknown) : (value as unknown)]),
  ); // prettier-ignore
}

const PATH = `/v1/customers/${CUSTOMER}/subscriptions/${ID}`;
const { scheduledActions: _, ...KEPT } = RESOURCE;

describe('the request', () => {
  it('cancels with the whole resource, auto-renew off', () => {
    expect(requestFor({ decision: { outcome: 'cancels' }, resource: RESOURCE })).toEqual({
      kind: 'complete',
      path: PATH,
      body: { ...KEPT, autoRenewEnabled: false, scheduledActions: [{ scheduledType: 'TermEnd', actionType: 'Cancel' }] },
      checkFirst: { quantity: 25, status: 'active', commitmentEndDate: '2027-03-14T23:59:59Z', autoRenewEnabled: true, etag: 'abc' },
      notes: [],
    }); // prettier-ignore
  });

  it('renews to the seats, term and plan of the decision, today’s seats untouched', () => {
    const decision = { renewTo: { termDuration: 'P3Y', billingPlan: 'Annual', quantity: 20 } };
    const product = { productId: PRODUCT, skuId: '0001', availabilityId: 'CFQ7TTC0K5BD', billingCycle: 'Annual', termDuration: 'P3Y' }; // prettier-ignore
    const action = { scheduleType: 'TermEnd', actionType: 'RenewToNewTerm', instructions: { product, quantity: 20 } };
    const { body } = requestFor({ decision, resource: RESOURCE, choices: { scheduleField: 'scheduleType' } });
    expect(body).toEqual({ ...KEPT, quantity: 25, autoRenewEnabled: true, scheduledActions: [action] });
  });

  it('moves to EST with no instructions, auto-renew as chosen', () => {
    const { body } = requestFor({ decision: { outcome: 'est' }, resource: RESOURCE, choices: { estAutoRenew: false } });
    expect(body).toEqual({
      ...KEPT,
      autoRenewEnabled: false,
      scheduledActions: [{ scheduledType: 'TermEnd', actionType: 'RenewToExtendedServiceTerm' }],
    });
  });

  it('takes the old field away, replaces what was scheduled for the term end and keeps an upgrade before it', () => {
    const upgrade = { scheduledType: 'CustomDate', effectiveDate: '2027-01-01T00:00:00Z', actionType: 'Transition' };
    const before = [upgrade, { scheduledType: 'TermEnd', actionType: 'RenewToNewTerm' }];
    const resource = { ...RESOURCE, scheduledNextTermInstructions: { quantity: 3 }, scheduledActions: before };
    const request = requestFor({ decision: { outcome: 'cancels' }, resource });
    expect(request['notes']).toEqual(['removedLegacy', 'droppedActions', 'keptActions']);
    expect(request['body']).toEqual({
      ...KEPT,
      autoRenewEnabled: false,
      scheduledActions: [upgrade, { scheduledType: 'TermEnd', actionType: 'Cancel' }],
    });
  });

  it('is no body where no JSON was imported: it names what to fetch', () => {
    const request = requestFor({ decision: { outcome: 'cancels' } });
    expect(request).toMatchObject({ kind: 'merge', path: PATH, isStale: false });
    expect(request['fields']).toEqual(['id', 'offerId', 'quantity', 'billingCycle', 'termDuration', 'commitmentEndDate', 'status', 'autoRenewEnabled']); // prettier-ignore
    expect(Object.keys(request['merge'] as object)).toEqual(['autoRenewEnabled', 'scheduledActions']);
  });

  it.each([
    ['a field is missing', { ...RESOURCE, offerId: undefined }, ['offerId'], false],
    ['seats have changed since', { ...RESOURCE, quantity: 30 }, ['quantity'], true],
    ['the term is another', { ...RESOURCE, commitmentEndDate: '2026-03-14T23:59:59Z' }, ['commitmentEndDate'], true],
  ])('is no body where %s', (_, resource, fields, isStale) => {
    expect(requestFor({ decision: {}, resource })).toMatchObject({ kind: 'merge', fields, isStale });
  });

  it('is none for ids that Partner Center cannot know', () => {
    const cells = { productId: 'Suite' };
    expect(requestFor({ decision: {}, cells, resource: RESOURCE })).toEqual({ kind: 'none', why: 'product' });
  });
});

describe('left out is', () => {
  it.each<[string, string, Case]>([
    ['what nobody decided', 'undecided', {}],
    ['what has locked', 'lock-passed', { decision: {}, cells: { commitmentEnd: '2026-11-26' } }],
    ['what is over', 'term-over', { decision: {}, cells: { commitmentEnd: '2026-11-20' } }],
    ['what is suspended', 'suspended', { decision: {}, cells: { status: 'suspended' } }],
    ['what has expired', 'not-active', { decision: { outcome: 'est' }, cells: { status: 'expired' } }],
    ['a trial', 'excluded', { decision: {}, cells: { isTrial: 'true' } }],
    ['EST where it is not on offer', 'not-eligible', { decision: { outcome: 'est' }, cells: { commitmentStart: '2024-03-15' } }],
    ['a renewal to no seats', 'no-seats', { decision: { renewTo: { quantity: 0 } } }],
    ['a term that is not sold so', 'odd-term', { decision: { renewTo: { billingPlan: 'Triennial' } } }],
  ])('%s', (_, reason, given) => {
    expect(inputOf(given).rows.map(({ outcome }) => outcome)).toEqual([reason]);
  }); // prettier-ignore
});

describe('the files', () => {
  it('say EST and the day on which it is to be ended', async () => {
    const files = await packFiles(inputOf({ decision: { outcome: 'est', bridgeDays: 30 } }));
    expect(files.get('actions.csv')).toMatch(/,RenewToExtendedServiceTerm,true,true,,25,25,/);
    expect(files.get('deadlines.ics')).toContain(`UID:${ID}-bridge-2027-03-14@termwise`);
    expect(files.get('letters/letter-contoso.txt')).toContain(
      'On 14 Apr 2027 it renews: 1 year, billed monthly, 25 seats.',
    );
  });

  it('are in German with German dates and the price that the customer knows', async () => {
    const cells = { customerPrice: '12.5', currency: 'EUR', commitmentEnd: '2027-03-14' };
    const files = await packFiles(inputOf({ decision: { outcome: 'cancels' }, cells, choices: { locale: 'de-DE' } }));
    const letter = String(files.get('letters/letter-contoso.txt'));
    expect(letter).toContain('Es endet am 14. März 2027 und wird nicht verlängert.');
    expect(letter).toContain('Preis heute je Lizenz und Monat: 12,50 EUR');
    expect(letter).toContain('Änderungen bis: 14. März 2027, 00:00 UTC (14. März 2027, 01:00 Europe/Berlin)');
  });

  it('give local locks with the offset of that day', () => {
    expect(isoIn(day('2026-12-14'), 'Europe/Berlin')).toBe('2026-12-14T01:00+01:00');
    expect(isoIn(day('2026-07-14'), 'America/St_Johns')).toBe('2026-07-13T21:30-02:30');
    expect(isoIn(day('2026-07-14'), 'UTC')).toBe('2026-07-14T00:00+00:00');
  });
});
