/** The filter as chips in words, and what clicks on charts make of it. */
import type { Format } from '../../core/format.ts';
import { textAt } from '../../core/table.ts';
import { chartText } from '../../core/text/en/charts.ts';
import { exposureText } from '../../core/text/en/exposure.ts';
import type { Simulation } from '../../sim/types.ts';
import type { Filter } from '../../state/filter.ts';

const text = exposureText.filters;

export interface FilterChip {
  readonly key: keyof Filter;
  readonly text: string;
}

/** One chip for each part of the filter that is set. `table` gives customers their names. */
export function filterChips(filter: Filter, table: Simulation['table'], format: Format): readonly FilterChip[] {
  const { month, customerId, outcome, segment, part, find } = filter;
  const chips: FilterChip[] = [];
  const chip = (key: keyof Filter, label: string, value: string): void => {
    chips.push({ key, text: text.chip(label, value) });
  };
  if (month !== undefined) chip('month', text.month, format.month(month));
  if (customerId !== undefined) chip('customerId', text.customer, customerName(table, customerId));
  if (outcome !== undefined) chip('outcome', text.outcome, exposureText.outcomes[outcome] ?? outcome);
  if (segment !== undefined) chip('segment', text.segment, segment);
  if (part !== undefined) chip('part', text.part, partText(part));
  if (find) chips.push({ key: 'find', text: text.contains(find) });
  return chips;
}

/** The filter with a part changed, taken away when it is undefined or what it already was. */
export function toggled<K extends keyof Filter>(filter: Filter, key: K, value: Filter[K]): Filter {
  return filter[key] === value ? without(filter, key) : { ...filter, [key]: value };
}

/** The filter without one part. */
export function without(filter: Filter, key: keyof Filter): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => name !== key));
}

/** A click on a customer's bar: by id, or by name where a file gives no id. */
export function withCustomer(filter: Filter, customerId: string, name: string): Filter {
  return customerId === '' ? toggled(filter, 'find', name) : toggled(filter, 'customerId', customerId);
}

/** Causes to filter by. */
export const FILTER_PARTS = [
  'promotion',
  'listMove',
  'commitment',
  'estUplift',
  'currencyMove',
] as const satisfies readonly Filter['part'][];
type FilterPart = (typeof FILTER_PARTS)[number];

/** The name of a cause. */
export function partText(part: FilterPart): string {
  return chartText.parts[part === 'currencyMove' ? 'currency' : part];
}

/** The cause behind a step of the cliff; undefined for steps that are no cause. */
export function partOfStep(step: string): FilterPart | undefined {
  return step === 'currency' ? 'currencyMove' : FILTER_PARTS.find((part) => part === step);
}

function customerName(table: Simulation['table'], customerId: string): string {
  const ids = table.columns.get('customerId');
  const code = ids?.kind === 'text' ? ids.values.indexOf(customerId) : -1;
  const row = ids?.kind === 'text' && code >= 0 ? ids.codes.indexOf(code) : -1;
  return row < 0 ? customerId : textAt(table.columns.get('customer'), row) || customerId;
}
