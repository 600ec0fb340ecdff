/** Promotions that appeared, left, changed or ended between two exports of the promotions. */
import type { Day } from '../../core/days.ts';
import { toDecimal } from '../../core/exact.ts';
import { productKey, skuKey } from '../../core/ids.ts';
import type { Dataset } from '../../core/schema/dataset.ts';
import { type Column, type Table, dayAt, exactAt, textAt } from '../../core/table.ts';
import { termPlan } from '../price-rows.ts';
import { promotionKey } from '../promotions.ts';
import type { PromotionKind, PromotionMove, PromotionTerms } from './types.ts';

type Line = Pick<PromotionMove, 'id' | 'name' | 'productId' | 'skuId' | 'termPlan'> & {
  readonly terms: PromotionTerms;
};

/**
 * @param before promotions of the older export; empty: there is none, so only what ended can be told
 * @param since first day after the older export; undefined: unknown
 * @param portfolio counts the subscriptions that name a promotion
 */
export function promotionMoves(
  before: readonly Dataset[],
  after: readonly Dataset[],
  { since, asOf }: { readonly since: Day | undefined; readonly asOf: Day },
  portfolio: Table,
): readonly PromotionMove[] {
  const [was, is] = [linesOf(before), linesOf(after)];
  const holders = countHolders(portfolio);
  const compared = before.length > 0 && after.length > 0;
  const keys = new Set([...is.keys(), ...(compared ? was.keys() : [])]);
  return [...keys].flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)];
    const line = now ?? old;
    const kinds = [
      ...(compared ? moveKinds(old, now) : []),
      ...(now && endedSince(now.terms, since, asOf) ? (['ended'] as const) : []),
    ];
    if (!line || kinds.length === 0) return [];
    const { terms: _, ...what } = line;
    return [
      { ...what, kinds, before: old?.terms, after: now?.terms, subscriptions: holders.get(promotionKey(line.id)) ?? 0 },
    ];
  });
}

function moveKinds(old: Line | undefined, now: Line | undefined): readonly PromotionKind[] {
  if (!old) return ['appeared'];
  if (!now) return ['gone'];
  const [a, b] = [old.terms, now.terms];
  return a.percent === b.percent && a.start === b.start && a.end === b.end ? [] : ['changed'];
}

/** Its last day lies before as-of, and not before the older export. */
function endedSince({ end }: PromotionTerms, since: Day | undefined, asOf: Day): boolean {
  return end !== undefined && since !== undefined && end < asOf && end >= since;
}

function linesOf(datasets: readonly Dataset[]): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>();
  for (const { table } of datasets) {
    const at = (name: string): Column | undefined => table.columns.get(name);
    const text = (name: string, row: number): string => textAt(at(name), row);
    for (let row = 0; row < table.rows; row++) {
      const percent = exactAt(at('percent'), row);
      const line: Line = {
        id: text('promotionId', row),
        name: text('name', row),
        productId: text('productId', row),
        skuId: text('skuId', row),
        termPlan: termPlan(text('termDuration', row), text('billingPlan', row)),
        terms: {
          percent: percent ? toDecimal(percent, 0, 10) : '',
          start: dayAt(at('start'), row),
          end: dayAt(at('end'), row),
        },
      };
      const key = [promotionKey(line.id), productKey(line.productId), skuKey(line.skuId), line.termPlan.toLowerCase()];
      lines.set(key.join('|'), line);
    }
  }
  return lines;
}

function countHolders(portfolio: Table): ReadonlyMap<string, number> {
  const ids = portfolio.columns.get('promotionId');
  const counts = new Map<string, number>();
  for (let row = 0; row < portfolio.rows; row++) {
    const id = textAt(ids, row);
    if (id !== '') counts.set(promotionKey(id), (counts.get(promotionKey(id)) ?? 0) + 1);
  }
  return counts;
}
