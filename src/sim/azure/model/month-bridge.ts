/** What changed from one month to the next: gone, new, more or less of it, and dearer or cheaper. The four add up to the difference. */
import { type Month, monthOfDay } from '../../../core/days.ts';
import { type Exact, ZERO, add, divide, isZero, multiply, subtract, toDecimal } from '../../../core/exact.ts';
import { MONTH_STEPS, type MonthBridge, type Usage, type UsageFilter } from '../types.ts';
import { GroupedAmounts } from './amounts.ts';
import { rowsOf } from './group.ts';

const DIGITS = 18;

/** What one meter of one subscription and resource group had in both months. */
interface Pair {
  readonly cost: readonly [Exact, Exact];
  readonly quantity: readonly [Exact, Exact];
  readonly rows: readonly [number, number];
}

/**
 * The bridge of cost from the month before to a month. What is in both months is told apart by its average price: quantity is
 * the difference in units at the old price, price is the rest.
 */
export function monthBridge(usage: Usage, filter: UsageFilter, month: Month): MonthBridge {
  const rows = rowsOf(usage, { filter, measure: 'cost' }).filter((row) => {
    const own = monthOfDay(usage.days[row] ?? 0);
    return own === month || own === month - 1;
  });
  const steps: Record<(typeof MONTH_STEPS)[number], Exact> = { gone: ZERO, new: ZERO, quantity: ZERO, price: ZERO };
  let [before, after] = [ZERO, ZERO];
  for (const { cost, quantity, rows: count } of pairsOf(usage, rows, month)) {
    before = add(before, cost[0]);
    after = add(after, cost[1]);
    if (count[1] === 0) steps.gone = subtract(steps.gone, cost[0]);
    else if (count[0] === 0) steps.new = add(steps.new, cost[1]);
    else {
      const more = isZero(quantity[0])
        ? ZERO
        : multiply(subtract(quantity[1], quantity[0]), divide(cost[0], quantity[0]));
      steps.quantity = add(steps.quantity, more);
      steps.price = add(steps.price, subtract(subtract(cost[1], cost[0]), more));
    }
  }
  const text = (value: Exact): string => toDecimal(value, 0, DIGITS);
  return {
    month,
    before: text(before),
    after: text(after),
    steps: MONTH_STEPS.map((name) => text(steps[name])),
  };
}

function pairsOf(usage: Usage, rows: Uint32Array, month: Month): readonly Pair[] {
  const { subscription, resourceGroup, category, meter } = usage.dimensions;
  const columns = [subscription, resourceGroup, category, meter, usage.unit];
  const placeOf = new Map<string, number>();
  const places = Uint32Array.from(rows, (row) => {
    const key = columns.map(({ codes }) => codes[row]).join(' ');
    const place = placeOf.get(key) ?? placeOf.size;
    placeOf.set(key, place);
    return place * 2 + (monthOfDay(usage.days[row] ?? 0) === month ? 1 : 0);
  });
  const cost = new GroupedAmounts(placeOf.size * 2);
  const quantity = new GroupedAmounts(placeOf.size * 2);
  const count = new Uint32Array(placeOf.size * 2);
  for (const [at, row] of rows.entries()) {
    const place = places[at] ?? 0;
    cost.add(place, usage.cost, row);
    quantity.add(place, usage.quantity, row);
    count[place] = (count[place] ?? 0) + 1;
  }
  return Array.from({ length: placeOf.size }, (_, pair) => ({
    cost: [cost.exact(pair * 2), cost.exact(pair * 2 + 1)],
    quantity: [quantity.exact(pair * 2), quantity.exact(pair * 2 + 1)],
    rows: [count[pair * 2] ?? 0, count[pair * 2 + 1] ?? 0],
  }));
}
