/** What can be compared, what is compared unless the user says otherwise, and what of the result is shown. */
import type { Day } from '../../core/days.ts';
import type { Format } from '../../core/format.ts';
import { sinceText } from '../../core/text/en/since.ts';
import type {
  Comparison,
  PriceMove,
  PromotionMove,
  SincePart,
  SinceResult,
  SubscriptionChange,
} from '../../state/since.ts';
import type { Workspace } from '../../state/workbook.svelte.ts';

type Facts = Pick<Workspace, 'entries' | 'snapshots' | 'priceLists'>;

/** The dates of the price lists, the oldest first. */
export function listDates({ priceLists }: Pick<Workspace, 'priceLists'>): readonly Day[] {
  const dates = [...priceLists.values()].flatMap(({ date }) => (date === undefined ? [] : [date]));
  return [...new Set(dates)].sort((a, b) => a - b);
}

/** The newest snapshot against the last one that it replaces, else against the one before; the two newest list dates. */
export function defaultComparison(workspace: Facts): Comparison | undefined {
  const { groups, newerOf } = workspace.snapshots;
  const dates = listDates(workspace);
  const [beforeList, afterList] = dates.slice(-2);
  const lists =
    beforeList === undefined || afterList === undefined ? undefined : { before: beforeList, after: afterList };
  const after = groups.at(-1);
  const before = groups.slice(0, -1).findLast(({ ids }) => ids.some((id) => newerOf.has(id))) ?? groups.at(-2) ?? after;
  if (!lists && before === after) return undefined;
  return { before: before?.key ?? '', after: after?.key ?? '', lists };
}

/** The snapshots as choices, the newest first. */
export function snapshotOptions(
  { entries, snapshots }: Facts,
  format: Format,
): readonly { value: string; text: string }[] {
  return snapshots.groups.toReversed().map(({ key, day, ids }) => {
    const file = entries.find(({ id }) => id === ids[0])?.file ?? '';
    return {
      value: key,
      text: sinceText.snapshot(day === undefined ? sinceText.noDay : format.day(day), file, ids.length - 1),
    };
  });
}

/** What of a part is shown. */
export interface SinceFilter {
  /** A kind of change; empty: any. */
  readonly kind: string;
  readonly find: string;
  /** Only what the portfolio holds. */
  readonly owned: boolean;
}

/** Places of a part's rows that pass. */
export function shownRows<Row>(rows: readonly Row[], passes: (row: Row) => boolean): Uint32Array {
  return Uint32Array.from(rows.flatMap((row, place) => (passes(row) ? [place] : [])));
}

const contains = (find: string, ...texts: readonly string[]): boolean =>
  find === '' || texts.some((text) => text.toLowerCase().includes(find.toLowerCase()));

export function passesSubscription({ kind, find }: SinceFilter): (row: SubscriptionChange) => boolean {
  return ({ kinds, customer, customerId, product, id }) =>
    (kind === '' || kinds.some((one) => one === kind)) && contains(find, customer, customerId, product, id);
}

export function passesPrice(
  { kind, find, owned }: SinceFilter,
  directionOf: (row: PriceMove) => string,
): (row: PriceMove) => boolean {
  return (row) =>
    (!owned || row.subscriptions > 0) &&
    (kind === '' || directionOf(row) === kind) &&
    contains(find, row.title, row.productId, row.skuId);
}

export function passesPromotion({ kind, find, owned }: SinceFilter): (row: PromotionMove) => boolean {
  return (row) =>
    (!owned || row.subscriptions > 0) &&
    (kind === '' || row.kinds.some((one) => one === kind)) &&
    contains(find, row.name, row.id, row.productId);
}

/** The kinds of change that a part can be filtered by. */
export function kindOptions(part: SincePart): readonly { value: string; text: string }[] {
  const words: Readonly<Record<string, string>> =
    part === 'subscriptions' ? sinceText.kinds : part === 'promotions' ? sinceText.promotionKinds : sinceText.moves;
  const kinds = Object.entries(words).map(([value, text]) => ({ value, text }));
  return [{ value: '', text: sinceText.filters.anyKind }, ...kinds];
}

/** The prices of one part. */
export function pricesOf({ prices }: SinceResult, part: 'list' | 'est'): readonly PriceMove[] {
  return (prices ?? []).filter(({ what }) => what === part);
}
