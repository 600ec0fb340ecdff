/** The compared subscriptions as columns: what becomes of each in every scenario. */
import { type TextColumn, textAt } from '../../core/table.ts';
import { remember } from '../remember.ts';
import { AMOUNTS, type Amount } from '../types.ts';
import { type Placed, markDifferences } from './place.ts';
import type { ComparedRows, ScenarioRows } from './types.ts';

/**
 * @param compared rows of the portfolio; undefined: all
 * @param unchangedToo also what is the same in every scenario
 */
export function comparedRows(
  scenarios: readonly Placed[],
  compared: Uint32Array | undefined,
  currencies: readonly string[],
  unchangedToo: boolean,
): ComparedRows {
  const kept = keptPlaces(scenarios, unchangedToo);
  return {
    row: compared ? kept.map((index) => compared[index] ?? 0) : kept,
    product: productsOf(scenarios, kept),
    currencies,
    scenarios: scenarios.map((one) => taken(one, kept)),
  };
}

/** Places among the compared rows. */
function keptPlaces(scenarios: readonly Placed[], unchangedToo: boolean): Uint32Array {
  const [first, ...others] = scenarios;
  const keep = new Uint8Array(first?.at.length ?? 0);
  if (first) for (const other of others) markDifferences(first, other, keep);
  if (unchangedToo) for (const { at } of scenarios) at.forEach((place, index) => place >= 0 && (keep[index] = 1));
  const kept = new Uint32Array(keep.length);
  let count = 0;
  for (let index = 0; index < keep.length; index++) if (keep[index] === 1) kept[count++] = index;
  return kept.slice(0, count);
}

function taken({ simulation, at, outcome, currency }: Placed, kept: Uint32Array): ScenarioRows {
  const rows: ScenarioRows = {
    outcome: new Uint8Array(kept.length),
    currency: new Uint16Array(kept.length),
    amounts: Object.fromEntries(AMOUNTS.map((amount) => [amount, new Float64Array(kept.length)])) as Record<
      Amount,
      Float64Array
    >,
  };
  const places = Int32Array.from(kept, (index) => at[index] ?? -1);
  places.forEach((place, index) => {
    if (place < 0) return;
    rows.outcome[index] = outcome[place] ?? 0;
    rows.currency[index] = currency[place] ?? 0;
  });
  for (const amount of AMOUNTS) {
    const [from, to] = [simulation.amounts[amount], rows.amounts[amount]];
    for (let index = 0; index < places.length; index++) to[index] = from[places[index] ?? -1] ?? 0;
  }
  return rows;
}

/** The product's name by the first scenario that can price it. */
function productsOf(scenarios: readonly Placed[], kept: Uint32Array): TextColumn {
  const values = [''];
  const codeOf = new Map([['', 0]]);
  const codes = Uint32Array.from(kept, (index) => {
    const priced = scenarios.find(({ at }) => (at[index] ?? -1) >= 0);
    const name = priced ? textAt(priced.simulation.table.columns.get('product'), priced.at[index] ?? 0) : '';
    return remember(codeOf, name, () => values.push(name) - 1);
  });
  return { kind: 'text', codes, values };
}
