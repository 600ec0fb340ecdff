/** What the filter dialog offers: only values that exposed subscriptions of the currency have. */
import { customerExtras } from '../../charts/customer-extras.ts';
import { monthsOf } from '../../charts/window.ts';
import type { Format } from '../../core/format.ts';
import { flagAt } from '../../core/table.ts';
import { exposureText } from '../../core/text/en/exposure.ts';
import type { Simulation } from '../../sim/types.ts';
import { FILTER_PARTS, partText } from './filter-chips.ts';

export interface FilterOption {
  readonly value: string;
  readonly text: string;
}

export interface FilterOptions {
  readonly months: readonly FilterOption[];
  readonly customers: readonly FilterOption[];
  /** There are more customers than `customers` lists. */
  readonly moreCustomers: boolean;
  readonly outcomes: readonly FilterOption[];
  readonly segments: readonly FilterOption[];
  readonly parts: readonly FilterOption[];
}

/** A list to pick from gets no shorter by being longer. */
const MAX_CUSTOMERS = 300;

/** @param simulation of all rows, whatever the filter */
export function filterOptions(simulation: Simulation, currency: string, format: Format): FilterOptions {
  const customers = customerExtras(simulation, currency).filter(({ customerId }) => customerId !== '');
  return {
    months: monthsOf(simulation, currency).map(([month]) => ({ value: String(month), text: format.month(month) })),
    customers: customers.slice(0, MAX_CUSTOMERS).map(({ customerId, name }) => ({ value: customerId, text: name })),
    moreCustomers: customers.length > MAX_CUSTOMERS,
    outcomes: exposedValues(simulation, 'outcome').map((value) => ({
      value,
      text: exposureText.outcomes[value] ?? value,
    })),
    segments: exposedValues(simulation, 'segment').map((value) => ({ value, text: value })),
    parts: FILTER_PARTS.map((part) => ({ value: part, text: partText(part) })),
  };
}

/** The texts that exposed rows have in a column, empty ones aside, in alphabetical order. */
function exposedValues({ table }: Simulation, name: string): readonly string[] {
  const column = table.columns.get(name);
  const exposed = table.columns.get('exposed');
  if (column?.kind !== 'text') return [];
  const seen = new Uint8Array(column.values.length);
  for (let row = 0; row < table.rows; row++) if (flagAt(exposed, row) === true) seen[column.codes[row] ?? 0] = 1;
  return column.values.filter((value, code) => value !== '' && seen[code] === 1).toSorted();
}
