/** What a trail's words need besides the derivation. */
import type { Format } from '../../core/format.ts';
import type { EstAssumptions } from '../../core/scenario/scenario.ts';
import { type Table, textAt } from '../../core/table.ts';
import { trailText } from '../../core/text/en/trail.ts';

export interface TrailContext {
  readonly format: Format;
  readonly portfolio: Table;
  readonly est: EstAssumptions;
}

/** Customer and product of a portfolio row. */
export function nameOfRow({ portfolio }: TrailContext, row: number): string {
  const cell = (name: string): string => textAt(portfolio.columns.get(name), row);
  return trailText.customer(
    cell('customerName') || cell('customerId') || trailText.noCustomer,
    cell('offerName') || `${cell('productId')}:${cell('skuId')}`,
  );
}
