/** Everything that changed between two snapshots of the workbook's files. */
import type { Day } from '../../core/days.ts';
import type { Dataset } from '../../core/schema/dataset.ts';
import { type Book, prepareBook } from '../book.ts';
import { latestStart, readOffers } from '../price-rows.ts';
import { type Snapshots, inUse, isSubscriptions, readSnapshots } from '../snapshots.ts';
import { checkFlags } from './flag-check.ts';
import { estMoves, listMoves, ownedOffers } from './price-moves.ts';
import { promotionMoves } from './promotion-moves.ts';
import { subscriptionChanges } from './subscription-changes.ts';
import type { SinceRequest, SinceResult } from './types.ts';

/**
 * Compares the subscriptions as the files stood after two drops, both at the present lists and as-of; prices by the lists up
 * to two dates, on as-of; promotions by their exports.
 * @param present the book of the datasets in use: it is the newer side when nothing came after that drop
 */
export function changesSince(
  datasets: readonly Dataset[],
  snapshots: Snapshots,
  present: Book,
  request: SinceRequest,
): SinceResult {
  const { before, after, lists, simulation } = request;
  const { asOf } = simulation.window;
  const [was, is] = [datasetsAt(datasets, snapshots, before), datasetsAt(datasets, snapshots, after)];
  const rest = datasets.filter((dataset) => !isSubscriptions(dataset));
  const book = (subscriptions: readonly Dataset[]): Book =>
    sameDatasets(subscriptions, present)
      ? present
      : prepareBook({ datasets: [...rest, ...subscriptions].sort(byOrder) });
  const newer = book(is.filter(isSubscriptions));
  const compared =
    before === after ? undefined : subscriptionChanges(book(was.filter(isSubscriptions)), newer, simulation);
  const owned = ownedOffers(newer);
  const since = snapshots.groups.find(({ key }) => key === before)?.day;
  const [oldLists, newLists] = [listsUpTo(datasets, lists?.before), listsUpTo(datasets, lists?.after)];
  const [oldOffers, newOffers] = [readOffers(oldLists), readOffers(newLists)];
  return {
    subscriptions: compared?.changes,
    unchanged: compared?.unchanged ?? 0,
    prices: lists && [
      ...listMoves(oldOffers, newOffers, asOf, owned),
      ...estMoves(oldOffers, newOffers, asOf, simulation.scenario, owned),
    ],
    flags: checkFlags(
      newLists.filter((list) => !oldLists.includes(list)),
      oldOffers,
    ),
    promotions: promotionMoves(
      lastPromotions(was, snapshots),
      lastPromotions(is, snapshots),
      { since, asOf },
      newer.portfolio.table,
    ),
  };
}

const byOrder = (a: Dataset, b: Dataset): number => a.order - b.order;

/** The compared datasets as they counted after a drop. */
function datasetsAt(datasets: readonly Dataset[], { groups }: Snapshots, key: string): readonly Dataset[] {
  const last = groups.findIndex((group) => group.key === key);
  const ids = new Set(groups.slice(0, last + 1).flatMap((group) => group.ids));
  const known = datasets.filter(({ id }) => ids.has(id));
  return inUse(known, readSnapshots(known));
}

function sameDatasets(subscriptions: readonly Dataset[], { portfolio }: Book): boolean {
  const used = new Set(portfolio.datasets);
  return used.size === subscriptions.length && subscriptions.every((dataset) => used.has(dataset));
}

/** The promotions of the last drop that has any. */
function lastPromotions(datasets: readonly Dataset[], { groups }: Snapshots): readonly Dataset[] {
  const promotions = datasets.filter(({ kind }) => kind === 'promotions');
  const last = groups.findLast(({ ids }) => promotions.some(({ id }) => ids.includes(id)));
  return promotions.filter(({ id }) => last?.ids.includes(id));
}

function isPriceList({ kind }: Dataset): boolean {
  return kind === 'licence-prices' || kind === 'est-prices';
}

function dateOf({ listDate, table }: Dataset): Day {
  return listDate ?? latestStart(table.columns.get('effectiveStart'));
}

function listsUpTo(datasets: readonly Dataset[], day: Day | undefined): readonly Dataset[] {
  return datasets.filter((dataset) => isPriceList(dataset) && day !== undefined && dateOf(dataset) <= day);
}

/** The dates of the price lists, the oldest first. */
export function listDates(datasets: readonly Dataset[]): readonly Day[] {
  return [...new Set(datasets.filter(isPriceList).map(dateOf))].sort((a, b) => a - b);
}
