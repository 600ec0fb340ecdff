/** A price list's own change indicator against its prices: preview lists are known to flag what did not move. */
import { equals } from '../../core/exact.ts';
import type { Dataset } from '../../core/schema/dataset.ts';
import { type Column, dayAt, exactAt, textAt } from '../../core/table.ts';
import { type Offer, offerKey, termPlan } from '../price-rows.ts';
import { priceSeries, segmentAt } from '../price-series.ts';
import type { FlagCheck } from './types.ts';

/** @param fresh the lists that came after those that `before` was read from */
export function checkFlags(fresh: readonly Dataset[], before: ReadonlyMap<string, Offer>): FlagCheck {
  let [rows, changeButSame, unchangedButMoved, addButKnown] = [0, 0, 0, 0];
  for (const { table } of fresh) {
    const at = (name: string): Column | undefined => table.columns.get(name);
    const text = (name: string, row: number): string => textAt(at(name), row);
    for (let row = 0; row < table.rows; row++) {
      const flag = text('changeIndicator', row).toLowerCase();
      const moved = flag === '' ? undefined : hasMoved(row);
      if (moved === undefined) continue;
      rows++;
      if (flag === 'add') addButKnown++;
      else if (flag === 'unchanged' && moved) unchangedButMoved++;
      else if (flag === 'change' && !moved) changeButSame++;
    }

    /** Undefined when there was no price before. */
    function hasMoved(row: number): boolean | undefined {
      const [cost, erp, start] = [
        exactAt(at('unitPrice'), row),
        exactAt(at('erpPrice'), row),
        dayAt(at('effectiveStart'), row),
      ];
      const [productId, skuId, segment] = [text('productId', row), text('skuId', row), text('segment', row)];
      const key = offerKey({ productId, skuId, segment, market: text('market', row), currency: text('currency', row) });
      const plan = termPlan(text('termDuration', row), text('billingPlan', row));
      const offer = before.get(key);
      const price = offer && start !== undefined ? segmentAt(priceSeries(offer, plan, []), start)?.price : undefined;
      return price && cost && erp && !(equals(price.row.cost, cost) && equals(price.row.erp, erp));
    }
  }
  return { rows, changeButSame, unchangedButMoved, addButKnown };
}
