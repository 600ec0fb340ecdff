/** Action packs from generated portfolios and decisions, with hostile names and canaries in what no customer may see. */
import fc from 'fast-check';
import { type JsonData, dataOf, parseJson } from '../../../src/core/actions/json-tree.ts';
import { idKey } from '../../../src/core/ids.ts';
import type { Decision } from '../../../src/core/scenario/scenario.ts';
import { LETTER_LOCALES } from '../../../src/core/text/action-pack.ts';
import { PACK_PARTS } from '../../../src/core/actions/pack-choices.ts';
import type { PackInput } from '../../../src/exporters/actions/types.ts';
import { type Book, type SimulationRequest, actionRows, prepareBook } from '../../../src/sim/index.ts';
import { AS_OF, books, datasetsOfBook } from '../../support/arbitrary-books.ts';
import { type SubscriptionCells, scenario } from '../../support/books.ts';
import { day } from '../../support/simulation.ts';
import { EVERYTHING } from '../hostile.ts';

export interface DrawnPack {
  readonly book: Book;
  readonly simulation: SimulationRequest;
  readonly input: PackInput;
}

/** In prices paid, authors and reasons: none of it is for customers. */
export const CANARY = { paid: '913373.31', author: 'CANARYAUTHOR', reason: 'CANARYREASON' } as const;

/** Ids as Partner Center has them, in place of the short ones of generated books. */
const IDS: Readonly<Record<string, string>> = {
  ALPHA: 'CFQ7TTC0ALPH',
  BETA: 'CFQ7TTC0BETA',
  YEN: 'CFQ7TTC00YEN',
  UNKNOWN: 'CFQ7TTC0UNKN',
  'customer-a': guid(900),
  'customer-b': guid(901),
  'customer-c': guid(902),
};
const NAMES = ['Contoso GmbH & Co. KG', 'Füße, Ärger; Söhne', EVERYTHING];

function guid(index: number): string {
  return `0a1b2c3d-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

function renamed<T extends object>(row: T): T {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, IDS[String(value)] ?? (value as unknown)])) as T; // prettier-ignore
}

function subscriptionOf(row: SubscriptionCells, index: number): SubscriptionCells {
  const customer = ['customer-a', 'customer-b', 'customer-c'].indexOf(row.customerId ?? '');
  return {
    ...renamed(row),
    subscriptionId: guid(index),
    customerName: NAMES[customer] ?? '',
    offerName: `Suite ${String(index)}, ${index % 4 === 0 ? EVERYTHING : 'plain'}`,
    pricePaid: CANARY.paid,
  };
}

type Gap = 'whole' | 'no-file' | 'stale' | 'without-offer';

/** The resource of a row as the API gives it, in the state that is drawn. */
function resourceOf(row: SubscriptionCells, gap: Gap): JsonData | undefined {
  if (gap === 'no-file') return undefined;
  const value = {
    id: row.subscriptionId?.toUpperCase(),
    ...(gap === 'without-offer' ? {} : { offerId: `${row.productId ?? ''}:0001:CFQ7TTC0AVAI` }),
    friendlyName: EVERYTHING,
    quantity: Number(row.quantity) + (gap === 'stale' ? 1 : 0),
    commitmentEndDate: `${row.commitmentEnd ?? ''}T23:59:59Z`,
    status: row.status,
    autoRenewEnabled: row.autoRenew === 'true',
    billingCycle: row.billingPlan?.toLowerCase(),
    termDuration: row.termDuration,
    scheduledNextTermInstructions: { product: { productId: row.productId }, quantity: 3 },
    scheduledActions: row.scheduledAction === '' ? null : [{ scheduledType: 'TermEnd', actionType: row.scheduledAction }],
    refundOptions: [{ type: 'Full', expiresAt: '2026-11-29T00:00:00Z' }],
    attributes: { etag: 'W/"1"', objectType: 'Subscription' },
  };
  const { root } = parseJson(JSON.stringify(value).replace('"refundOptions"', '"long":12345678901234567890.10,"refundOptions"'));
  return root && dataOf(root);
} // prettier-ignore

const decided = fc.array(
  fc.record({
    outcome: fc.constantFrom('renews', 'cancels', 'est'),
    bridgeDays: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
    quantity: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
    gap: fc.constantFrom<Gap>('whole', 'whole', 'no-file', 'stale', 'without-offer'),
  }),
  { minLength: 12, maxLength: 12 },
);

export const packs: fc.Arbitrary<DrawnPack> = fc
  .record({
    drawn: books,
    decided,
    locale: fc.constantFrom(...LETTER_LOCALES),
    scheduleField: fc.constantFrom('scheduledType', 'scheduleType'),
    estAutoRenew: fc.boolean(),
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Auckland'),
  })
  .map(({ drawn, decided: choices, ...rest }) => {
    const subscriptions = drawn.subscriptions.map(subscriptionOf);
    const lists = drawn.lists.map((rows) => rows.map(renamed));
    const book = prepareBook({ datasets: datasetsOfBook({ ...drawn, lists, subscriptions, recon: [] }) });
    // Some are decided one by one, some by a decision for several, some not at all.
    const own = choices.slice(0, 8).flatMap(({ outcome, bridgeDays, quantity }, index): Decision[] =>
      index >= subscriptions.length
        ? []
        : [{ match: { subscriptionId: guid(index) }, outcome, author: CANARY.author, reason: CANARY.reason, ...(bridgeDays === undefined ? {} : { bridgeDays }), ...(quantity === undefined ? {} : { renewTo: { quantity } }) }],
    ); // prettier-ignore
    const general = (drawn.scenario.decisions ?? []).map((one) => ({ ...one, match: renamed(one.match) }));
    const simulation: SimulationRequest = {
      scenario: scenario({ ...drawn.scenario, decisions: [...general, ...own] }),
      window: { asOf: day(AS_OF), horizonMonths: drawn.horizonMonths },
    };
    const resources = new Map(
      subscriptions.flatMap((row, index) => {
        const resource = resourceOf(row, choices[index]?.gap ?? 'no-file');
        return resource === undefined ? [] : [[idKey(guid(index)), resource] as const];
      }),
    );
    const rows = actionRows(book, { simulation, ids: undefined });
    const input: PackInput = {
      ...{ asOf: day(AS_OF), workbook: EVERYTHING, scenario: 'Base', rows, resources },
      choices: { ...rest, parts: new Set(PACK_PARTS) },
    };
    return { book, simulation, input };
  });
