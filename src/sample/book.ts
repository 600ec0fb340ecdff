/** The sample's book in any size, for benchmarks: as chunks of portfolio text, or as tables in memory. */
import type { Day } from '../core/days.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import type { Dataset, DatasetKind } from '../core/schema/dataset.ts';
import type { Table } from '../core/table.ts';
import { portfolioTable, priceTable } from './book-tables.ts';
import { sampleScenario } from './contracts.ts';
import { portfolioHeader, portfolioLine } from './portfolio-file.ts';
import { priceListName } from './price-list-file.ts';
import { samplePriceLists } from './sample.ts';
import { type Subscription, type World, makeWorld, subscriptionAt, subscriptionId } from './subscriptions.ts';

export interface BookOptions {
  readonly asOf: Day;
  readonly seed: number;
  readonly subscriptions: number;
  /** A tenth of the subscriptions unless given. */
  readonly customers?: number;
  readonly twoMarkets?: boolean;
}

export interface Book {
  /** Price lists and portfolio as tables, in import order; built anew at each call. */
  readonly datasets: () => readonly Dataset[];
  /** The portfolio file in pieces of some thousand lines. */
  readonly portfolioCsvChunks: () => Iterable<string>;
  readonly scenario: Scenario;
}

const LINES_PER_CHUNK = 4096;

function* subscriptionsOf(world: World, count: number): Iterable<Subscription> {
  for (let index = 0; index < count; index++) yield subscriptionAt(world, index);
}

function* chunks(subscriptions: Iterable<Subscription>): Iterable<string> {
  yield portfolioHeader();
  let lines: string[] = [];
  for (const subscription of subscriptions) {
    lines.push(portfolioLine(subscription));
    if (lines.length < LINES_PER_CHUNK) continue;
    yield lines.join('');
    lines = [];
  }
  if (lines.length > 0) yield lines.join('');
}

function dataset(kind: DatasetKind, file: string, table: Table, order: number): Dataset {
  const ledger = { read: table.rows, accepted: table.rows, rejected: 0, skipped: 0 };
  return { id: file, kind, file, sha256: '', bytes: 0, ledger, diagnostics: [], order, table };
}

/** A book of ordinary subscriptions without planted traps; equal options give equal content. */
export function makeBook({ asOf, seed, subscriptions: count, customers, twoMarkets = true }: BookOptions): Book {
  const world = makeWorld(seed, asOf, customers ?? Math.ceil(count / 10), twoMarkets);
  const lists = samplePriceLists(asOf, twoMarkets);
  return {
    datasets: () => [
      ...lists.map((list, order) =>
        dataset('licence-prices', `${String(order)}/${priceListName(list)}`, priceTable(list), order),
      ),
      dataset('portfolio', 'portfolio.csv', portfolioTable(subscriptionsOf(world, count)), lists.length),
    ],
    portfolioCsvChunks: () => chunks(subscriptionsOf(world, count)),
    scenario: sampleScenario(world, subscriptionId(seed, 0)),
  };
}
