/** The filter that charts and grids share: every part that is set has to hold. */
import type { Month } from '../core/days.ts';
import { type Column, textAt } from '../core/table.ts';
import type { Simulation } from '../sim/types.ts';

export interface Filter {
  /** Only subscriptions with a cycle in this month. */
  readonly month?: Month;
  readonly customerId?: string;
  readonly outcome?: string;
  readonly segment?: string;
  /** Only subscriptions whose amount of this part is not zero. */
  readonly part?: 'promotion' | 'listMove' | 'commitment' | 'estUplift' | 'currencyMove';
  /** Part of a customer's or product's name or of an id, without case. */
  readonly find?: string;
}

export function isEmptyFilter(filter: Filter): boolean {
  return Object.values(filter).every((value) => value === undefined || value === '');
}

/** Positions in the simulation's table that pass, in ascending order. */
export function matchingRows(simulation: Simulation, filter: Filter): Uint32Array {
  const tests = testsOf(simulation, filter);
  const rows = new Uint32Array(simulation.table.rows);
  let count = 0;
  for (let row = 0; row < simulation.table.rows; row++) if (tests.every((test) => test(row))) rows[count++] = row;
  return rows.slice(0, count);
}

/** The same rows as rows of the portfolio, for a simulation of only these. */
export function portfolioRows({ table }: Simulation, rows: Uint32Array): Uint32Array {
  const column = table.columns.get('row');
  return column?.kind === 'count' ? rows.map((row) => column.counts[row] ?? 0) : new Uint32Array(0);
}

type Test = (row: number) => boolean;

function testsOf({ table, amounts }: Simulation, filter: Filter): readonly Test[] {
  const column = (name: string): Column | undefined => table.columns.get(name);
  const tests: Test[] = [];
  const { month, customerId, outcome, segment, part, find } = filter;
  if (month !== undefined) tests.push(monthTest(column('firstMonth'), column('lastMonth'), month));
  if (customerId !== undefined) tests.push(sameText(column('customerId'), customerId));
  if (outcome !== undefined) tests.push(sameText(column('outcome'), outcome));
  if (segment !== undefined) tests.push(sameText(column('segment'), segment));
  if (part !== undefined) tests.push((row) => amounts[part][row] !== 0);
  if (find) {
    const contains = ['customer', 'product', 'id', 'customerId', 'skuId'].map((name) => hasText(column(name), find));
    tests.push((row) => contains.some((test) => test(row)));
  }
  return tests;
}

function monthTest(first: Column | undefined, last: Column | undefined, month: Month): Test {
  if (first?.kind !== 'count' || last?.kind !== 'count') return () => false;
  return (row) => (first.counts[row] ?? 0) <= month && month <= (last.counts[row] ?? 0);
}

function sameText(column: Column | undefined, text: string): Test {
  return (row) => textAt(column, row) === text;
}

/** The dictionary is searched once, not every row. */
function hasText(column: Column | undefined, text: string): Test {
  if (column?.kind !== 'text') return () => false;
  const wanted = text.toLowerCase();
  const hits = Uint8Array.from(column.values, (value) => (value.toLowerCase().includes(wanted) ? 1 : 0));
  return (row) => hits[column.codes[row] ?? 0] === 1;
}
