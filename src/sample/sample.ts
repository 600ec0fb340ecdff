/** The sample portfolio as files. Equal options give equal bytes. */
import { type Day, addMonths, dayToText } from '../core/days.ts';
import { agreementsCsv } from './agreements.ts';
import { customersJson, promotionsJson, subscriptionsJson } from './api-files.ts';
import { sampleScenario, scenarioText } from './contracts.ts';
import { usageFiles } from './daily-usage.ts';
import { invoiceFiles } from './invoices.ts';
import { monthBefore } from './month-before.ts';
import { type Trap, listTraps, plantSubscriptions } from './plant.ts';
import { portfolioCsv } from './portfolio-file.ts';
import { priceListName, priceListText } from './price-list-file.ts';
import { type PriceList, DE, US, makePriceList } from './price-rows.ts';
import { type Subscription, type World, makeWorld, subscriptionAt } from './subscriptions.ts';

export interface SampleFile {
  readonly name: string;
  /** Without encoding; price lists begin with a byte order mark. */
  readonly text: string;
}

export interface SampleOptions {
  readonly asOf: Day;
  readonly seed?: number;
  readonly subscriptions?: number;
  /** At least 25, so that every planted customer exists. */
  readonly customers?: number;
  /** `api`: the API's JSON documents (customers billed in euros come as a portfolio file); `portfolio`: one CSV. */
  readonly format?: 'api' | 'portfolio';
  /** German customers with a list of their own in euros. */
  readonly twoMarkets?: boolean;
}

export const SAMPLE_DEFAULTS = {
  seed: 7,
  subscriptions: 400,
  customers: 40,
  format: 'api',
  twoMarkets: true,
} as const satisfies Omit<Required<SampleOptions>, 'asOf'>;

function worldOf(options: SampleOptions): World {
  const { seed, customers, twoMarkets, asOf } = { ...SAMPLE_DEFAULTS, ...options };
  return makeWorld(seed, asOf, customers, twoMarkets);
}

/** The price lists of the sample: the older and the newer one of each market. */
export function samplePriceLists(asOf: Day, twoMarkets: boolean): readonly PriceList[] {
  const markets = twoMarkets ? [US, DE] : [US];
  return markets.flatMap((market) => (['older', 'newer'] as const).map((which) => makePriceList(market, asOf, which)));
}

/** The portal writes CRLF; the German list looks as if a tool had passed it on. */
function priceListFile(list: PriceList): SampleFile {
  return { name: priceListName(list), text: priceListText(list, list.market === 'US' ? '\r\n' : '\n') };
}

function apiFiles(world: World, subscriptions: readonly Subscription[]): readonly SampleFile[] {
  const german = subscriptions.filter(({ customer }) => customer.market === 'DE');
  const rest = subscriptions.filter(({ customer }) => customer.market !== 'DE');
  const files = [
    { name: 'subscriptions.json', text: subscriptionsJson(rest) },
    { name: 'productpromotions.json', text: promotionsJson(world.promotions) },
  ];
  return german.length === 0 ? files : [...files, { name: 'portfolio-germany.csv', text: portfolioCsv(german) }];
}

/** Ordinary subscriptions by number, then the planted ones. */
function allSubscriptions(world: World, count: number): readonly Subscription[] {
  const planted = plantSubscriptions(world).map(({ subscription }) => subscription);
  const length = Math.max(0, count - planted.length);
  return [...Array.from({ length }, (_, index) => subscriptionAt(world, index)), ...planted];
}

/** The same subscriptions as they were exported a month before as-of: only these files, which are the older snapshot. */
export function makeEarlierSample(options: SampleOptions): readonly SampleFile[] {
  const world = worldOf(options);
  const { subscriptions: count } = { ...SAMPLE_DEFAULTS, ...options };
  const before = monthBefore(world, allSubscriptions(world, count));
  const date = dayToText(addMonths(world.asOf, -1));
  const german = before.filter(({ customer }) => customer.market === 'DE');
  const rest = before.filter(({ customer }) => customer.market !== 'DE');
  const files = [{ name: `subscriptions-${date}.json`, text: subscriptionsJson(rest) }];
  return german.length === 0
    ? files
    : [...files, { name: `portfolio-germany-${date}.csv`, text: portfolioCsv(german) }];
}

/** Its invoices of the last two closed months, with a few things that went wrong in the last one: only these files. */
export function makeSampleInvoices(options: SampleOptions): readonly SampleFile[] {
  const world = worldOf(options);
  const { subscriptions: count, twoMarkets } = { ...SAMPLE_DEFAULTS, ...options };
  const older = (twoMarkets ? [US, DE] : [US]).map((market) => makePriceList(market, world.asOf, 'older'));
  return invoiceFiles(world, allSubscriptions(world, count), older);
}

/** What its customers accepted: only this file. */
export function makeSampleAgreements(options: SampleOptions): readonly SampleFile[] {
  return [{ name: 'customer-agreements.csv', text: agreementsCsv(worldOf(options)) }];
}

/** All files of the sample, in the order in which they should be imported. */
export function makeSample(options: SampleOptions): readonly SampleFile[] {
  const world = worldOf(options);
  const { subscriptions: count, format, twoMarkets } = { ...SAMPLE_DEFAULTS, ...options };
  const all = allSubscriptions(world, count);
  const [planted] = plantSubscriptions(world);
  const scenario = sampleScenario(world, planted?.subscription.id ?? '');
  return [
    ...samplePriceLists(world.asOf, twoMarkets).map(priceListFile),
    ...(format === 'api' ? apiFiles(world, all) : [{ name: 'portfolio.csv', text: portfolioCsv(all) }]),
    ...usageFiles(world),
    { name: 'customers.json', text: customersJson(world.customers) },
    { name: 'scenario.json', text: scenarioText(scenario) },
  ];
}

/** The planted traps of the sample with these options. */
export function traps(options: SampleOptions): readonly Trap[] {
  const world = worldOf(options);
  return listTraps(plantSubscriptions(world), world.customers);
}
