/** Where each compared subscription stands in each simulation, and which of them differ. */
import { textAt } from '../../core/table.ts';
import { AMOUNTS, OUTCOMES, type Simulation } from '../types.ts';

/** One simulation with the way into its rows. */
export interface Placed {
  readonly simulation: Simulation;
  /** Row of the result for each compared row; −1 where it has no price. */
  readonly at: Int32Array;
  /** One more than the place in `OUTCOMES` of each row of the result. */
  readonly outcome: Uint8Array;
  /** Code of the currency of each row of the result. */
  readonly currency: Uint16Array;
}

/**
 * @param compared rows of the portfolio, ascending; undefined: all, `count` of them
 * @param currencies grows by those that are new
 */
export function placed(
  simulation: Simulation,
  compared: Uint32Array | undefined,
  count: number,
  currencies: string[],
): Placed {
  const { table } = simulation;
  const at = new Int32Array(count).fill(-1);
  const source = table.columns.get('row');
  const rows = source?.kind === 'count' ? source.counts : new Uint32Array(0);
  let place = 0;
  for (let index = 0; index < count && place < rows.length; index++) {
    if ((compared ? compared[index] : index) === rows[place]) at[index] = place++;
  }
  const outcomeOf = (name: string): number => OUTCOMES.findIndex((outcome) => outcome === name) + 1;
  const currencyOf = (name: string): number => {
    const known = currencies.indexOf(name);
    return known >= 0 ? known : currencies.push(name) - 1;
  };
  const outcome = coded(simulation, 'outcome', outcomeOf, new Uint8Array(rows.length));
  const currency = coded(simulation, 'currency', currencyOf, new Uint16Array(rows.length));
  return { simulation, at, outcome, currency };
}

/** The codes of a text column in another dictionary, which is asked once for each text that occurs. */
function coded<Codes extends Uint8Array | Uint16Array>(
  { table }: Simulation,
  name: string,
  codeOf: (text: string) => number,
  codes: Codes,
): Codes {
  const column = table.columns.get(name);
  if (column?.kind !== 'text') return codes;
  const known = new Int32Array(column.values.length).fill(-1);
  for (let row = 0; row < codes.length; row++) {
    const code = column.codes[row] ?? 0;
    if ((known[code] ?? -1) < 0) known[code] = codeOf(textAt(column, row));
    codes[row] = known[code] ?? 0;
  }
  return codes;
}

/** Marks the compared rows that are not the same in both: outcome, currency or an amount, to the minor unit. */
export function markDifferences(one: Placed, other: Placed, differs: Uint8Array): void {
  for (let index = 0; index < differs.length; index++) {
    const [a, b] = [one.at[index] ?? -1, other.at[index] ?? -1];
    if (a < 0 || b < 0) {
      if (a !== b) differs[index] = 1;
    } else if (one.outcome[a] !== other.outcome[b] || one.currency[a] !== other.currency[b]) differs[index] = 1;
  }
  for (const amount of AMOUNTS) {
    const [left, right] = [one.simulation.amounts[amount], other.simulation.amounts[amount]];
    for (let index = 0; index < differs.length; index++) {
      const [a, b] = [one.at[index] ?? -1, other.at[index] ?? -1];
      if (a >= 0 && b >= 0 && left[a] !== right[b]) differs[index] = 1;
    }
  }
}
