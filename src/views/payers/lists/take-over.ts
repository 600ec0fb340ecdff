/** Prices of a newer list as price changes of the scenario: the same prices, whatever lists are in force then. */
import type { Day } from '../../../core/days.ts';
import type { PriceChange } from '../../../core/scenario/scenario.ts';
import type { ListDifference } from '../../../sim/payers/types.ts';

/** One change a price that moved, both columns in one where they are equal; EST prices follow from the rules, so they are left out. */
export function takeOver(rows: readonly ListDifference[], from: Day): readonly PriceChange[] {
  return rows.flatMap(
    ({ what, after, before, productId, skuId, segment, market, currency, termPlan }): PriceChange[] => {
      if (what !== 'list' || !after) return [];
      const [termDuration = '', billingPlan = ''] = termPlan.split('/');
      const match = {
        productId,
        skuId,
        ...(segment === '' ? {} : { segment }),
        market,
        currency,
        termDuration,
        billingPlan,
      };
      const set = (value: string, columns: PriceChange['columns']): PriceChange => ({
        match,
        from,
        kind: 'set',
        value,
        columns,
      });
      if (after.cost === after.erp) return [set(after.cost, 'both')];
      return [
        ...(before?.cost === after.cost ? [] : [set(after.cost, 'cost')]),
        ...(before?.erp === after.erp ? [] : [set(after.erp, 'erp')]),
      ];
    },
  );
}
