/** A column of exact amounts in one currency. */
import { parseExact, toFloat } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import type { PayColumn } from '../../payers/sheet/columns.ts';
import { figuresOf } from '../consumption/usage-series.ts';

type Shape = Pick<PayColumn<never>, 'key' | 'title' | 'width'>;

/** Shown with the digits of the currency; a file has all of them. */
export function moneyColumn<Row>(
  shape: Shape,
  format: Format,
  of: (row: Row) => { readonly decimal: string | undefined; readonly currency: string },
): PayColumn<Row> {
  const exact = (row: Row) => {
    const { decimal } = of(row);
    return decimal === undefined ? undefined : parseExact(decimal);
  };
  return {
    ...shape,
    kind: 'number',
    text: (row) => {
      const value = exact(row);
      return value ? figuresOf(of(row).currency, true, format).write(value) : '';
    },
    order: (row) => {
      const value = exact(row);
      return value && toFloat(value);
    },
    unitOf: (row) => of(row).currency,
    raw: (row) => {
      const { decimal, currency } = of(row);
      return decimal === undefined ? undefined : { kind: 'number', decimal, currency };
    },
  };
}
