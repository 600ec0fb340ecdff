/** The figures of single rows: where the grouping of a value begins. */
import type { Column } from '../../core/table.ts';
import { isEmpty } from '../kernels/filter.ts';
import { selectedDecimals, whole } from './decimals.ts';
import { type Figures, type Held, NO_CURRENCY } from './figures.ts';
import type { Field } from './field.ts';
import { pick } from './pairs.ts';

/** Of a column, or of the rows themselves when it is undefined. */
export function rowFigures(
  column: Column | undefined,
  rows: Uint32Array,
  currency: Field | undefined,
  members: Field | undefined,
): Figures {
  if (!column) {
    const ones = new Float64Array(rows.length).fill(1);
    return { values: whole(ones), counts: ones, currency: undefined, held: undefined };
  }
  const empty = isEmpty(column);
  const counts = new Float64Array(rows.length);
  for (let item = 0; item < rows.length; item++) counts[item] = empty(rows[item] ?? 0) ? 0 : 1;
  return {
    values: selectedDecimals(column, rows) ?? whole(new Float64Array(rows.length).fill(NaN)),
    counts,
    currency: currency && currencyOfRows(currency, counts),
    held: members && heldByRows(members),
  };
}

function currencyOfRows({ codes }: Field, counts: Float64Array): Int32Array {
  const currency = new Int32Array(codes.length);
  for (let item = 0; item < codes.length; item++) {
    currency[item] = counts[item] === 1 ? (codes[item] ?? NO_CURRENCY) : NO_CURRENCY;
  }
  return currency;
}

/** Every row holds its own member, unless its cell is empty. */
function heldByRows({ codes, members }: Field): Held {
  const values: readonly unknown[] = members.values;
  const size = values.length;
  const emptyCode = values.indexOf(undefined);
  const group = new Uint32Array(codes.length);
  let held = 0;
  for (let item = 0; item < codes.length; item++) if (codes[item] !== emptyCode) group[held++] = item;
  const filled = group.slice(0, held);
  return { group: filled, member: pick(codes, filled), size };
}
