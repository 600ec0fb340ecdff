/** Days of prices: lists that begin, rows that end, what the scenario supposes, and promotions that end. */
import type { Day } from '../../../core/days.ts';
import { firstDayOfMonth, monthOfDay } from '../../../core/days.ts';
import type { Scenario } from '../../../core/scenario/scenario.ts';
import { type Dataset, TERM_PRICE_KINDS } from '../../../core/schema/dataset.ts';
import { type Column, textAt } from '../../../core/table.ts';
import { hashText } from '../../../core/text-hash.ts';
import { promotionKey } from '../../promotions.ts';
import type { Book } from '../../book.ts';
import type { PriceEvent, PromotionEvent } from './types.ts';

/** Days before the first of a month from which its list can be read. */
const PREVIEW_DAYS = 30;

interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** Rows of the lists in use that begin or end in the span, by list and day; and the preview of each month’s list. */
export function priceEvents(datasets: readonly Dataset[], span: Span): readonly PriceEvent[] {
  const lists = datasets.filter(({ kind }) => TERM_PRICE_KINDS.has(kind));
  return [
    ...lists.flatMap((list) => [
      ...rowEvents(list, 'begin', daysOf(list.table.columns.get('effectiveStart'), span)),
      // The last day is the one on which the rows still count.
      ...rowEvents(list, 'end', daysOf(list.table.columns.get('effectiveEnd'), span)),
    ]),
    ...(lists.length > 0 ? previews(span) : []),
  ];
}

function daysOf(column: Column | undefined, { from, to }: Span): ReadonlyMap<Day, number> {
  const days = new Map<Day, number>();
  if (column?.kind !== 'day') return days;
  for (const day of column.days) if (from <= day && day <= to) days.set(day, (days.get(day) ?? 0) + 1);
  return days;
}

function rowEvents(
  { sha256, file }: Dataset,
  what: 'begin' | 'end',
  days: ReadonlyMap<Day, number>,
): readonly PriceEvent[] {
  return [...days].map(([day, rows]) => ({
    ...{ kind: 'prices', what, day, rows, about: file, customerId: '', rule: 'R-046' },
    id: `${what} ${String(day)} ${file} ${sha256}`,
  }));
}

function previews({ from, to }: Span): readonly PriceEvent[] {
  const events: PriceEvent[] = [];
  for (let month = monthOfDay(from); firstDayOfMonth(month) - PREVIEW_DAYS <= to; month++) {
    const day = firstDayOfMonth(month) - PREVIEW_DAYS;
    if (day < from) continue;
    const base = { about: '', customerId: '', rule: 'R-047', rows: 0 };
    events.push({ kind: 'prices', what: 'preview', day, id: `preview ${String(day)}`, ...base });
  }
  return events;
}

/** What the scenario supposes about prices and currencies. */
export function supposedEvents({ priceChanges, fx }: Scenario, { from, to }: Span): readonly PriceEvent[] {
  const base = { kind: 'prices', customerId: '', rule: '', rows: 0 } as const;
  const events = [
    ...priceChanges.map((change): PriceEvent => ({
      ...base,
      ...{ what: 'supposed', day: change.from, id: idOf('supposed', change) },
      about: [change.match.text, change.match.productId, change.match.skuId].find((one) => one) ?? '',
      customerId: change.match.customerId ?? '',
    })),
    ...fx.shocks.map((shock): PriceEvent => ({
      ...base,
      ...{ what: 'currency', day: shock.from, id: idOf('currency', shock) },
      about: shock.currency,
    })),
  ];
  const inSpan = events.filter(({ day }) => from <= day && day <= to);
  return [...new Map(inSpan.map((event) => [event.id, event])).values()];
}

/** The same change is the same event, wherever it stands among others. */
function idOf(kind: string, supposed: object): string {
  return `${kind} ${hashText(JSON.stringify(supposed)).toString(16)}`;
}

/** Promotions that end in the span, by day, with the subscriptions that hold one of them. */
export function promotionEvents(
  datasets: readonly Dataset[],
  { portfolio }: Book,
  { from, to }: Span,
): readonly PromotionEvent[] {
  const held = heldPromotions(portfolio.table.columns.get('promotionId'));
  const days = new Map<Day, Map<string, string>>();
  for (const { kind, table } of datasets) {
    const ends = table.columns.get('end');
    if (kind !== 'promotions' || ends?.kind !== 'day') continue;
    for (const [row, day] of ends.days.entries()) {
      if (day < from || day > to) continue;
      const ofDay = days.get(day) ?? new Map<string, string>();
      days.set(day, ofDay);
      const id = textAt(table.columns.get('promotionId'), row);
      ofDay.set(promotionKey(id), textAt(table.columns.get('name'), row) || id);
    }
  }
  return [...days].map(([day, promotions]) => ({
    ...{ kind: 'promotion', day, customerId: '', rule: 'R-074', id: `promotion ${String(day)}` },
    about: promotions.size === 1 ? ([...promotions.values()][0] ?? '') : '',
    promotions: promotions.size,
    subscriptions: [...promotions.keys()].reduce((sum, id) => sum + (held.get(id) ?? 0), 0),
  }));
}

function heldPromotions(column: Column | undefined): ReadonlyMap<string, number> {
  const held = new Map<string, number>();
  if (column?.kind !== 'text') return held;
  const counts = new Uint32Array(column.values.length);
  for (const code of column.codes) counts[code] = (counts[code] ?? 0) + 1;
  for (const [code, value] of column.values.entries()) {
    const key = promotionKey(value);
    if (value !== '') held.set(key, (held.get(key) ?? 0) + (counts[code] ?? 0));
  }
  return held;
}
