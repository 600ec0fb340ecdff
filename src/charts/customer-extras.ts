/** The extra of each customer in one currency, summed from the result columns. */
import { safeMinor } from '../core/money.ts';
import type { Table } from '../core/table.ts';
import type { Amount, Simulation } from '../sim/types.ts';
import { type Parts, partsOf } from './parts.ts';

export interface CustomerExtra {
  readonly customerId: string;
  /** The customer's name, or its id where no file names it. */
  readonly name: string;
  readonly parts: Parts;
  /** Minor units; the parts but `current` add up to it. */
  readonly extra: number;
}

type Results = Pick<Simulation, 'table' | 'amounts'>;

/** What is known of a result, by currency; goes with the result. */
const known = new WeakMap<Results['amounts'], Map<string, readonly CustomerExtra[]>>();

/**
 * Customers with an exposed subscription in `currency`, the largest extra first, equal ones by name and id.
 * Customers are told apart by id; by name where the id is empty. Summed once for each result and currency.
 */
export function customerExtras(simulation: Results, currency: string): readonly CustomerExtra[] {
  const byCurrency = known.get(simulation.amounts) ?? new Map<string, readonly CustomerExtra[]>();
  const extras = byCurrency.get(currency) ?? sortedExtras(simulation, currency);
  known.set(simulation.amounts, byCurrency.set(currency, extras));
  return extras;
}

function sortedExtras(simulation: Results, currency: string): readonly CustomerExtra[] {
  const { members, rows, groups } = groupRows(simulation.table, currency);
  const sumsOf = (amount: Amount): Float64Array => sumBy(groups, rows, simulation.amounts[amount], members.length);
  const [est, current, promotion] = [sumsOf('est'), sumsOf('current'), sumsOf('promotion')];
  const [listMove, commitment, currencyMove] = [sumsOf('listMove'), sumsOf('commitment'), sumsOf('currencyMove')];
  const at = (sums: Float64Array, group: number): number => safeMinor(sums[group] ?? 0);
  return members
    .map(({ customerId, name }, group): CustomerExtra => {
      const parts = partsOf({
        est: at(est, group),
        current: at(current, group),
        promotion: at(promotion, group),
        listMove: at(listMove, group),
        commitment: at(commitment, group),
        currencyMove: at(currencyMove, group),
      });
      return { customerId, name, parts, extra: at(est, group) - parts.current };
    })
    .sort((a, b) => b.extra - a.extra || compareTexts(a.name, b.name) || compareTexts(a.customerId, b.customerId));
}

interface Groups {
  readonly members: readonly Pick<CustomerExtra, 'customerId' | 'name'>[];
  /** Exposed rows of the currency. */
  readonly rows: Uint32Array;
  /** The member of each of these rows. */
  readonly groups: Uint32Array;
}

/** Groups by dictionary code: a million rows need no text. Codes of names stand behind those of ids. */
function groupRows(table: Table, currency: string): Groups {
  const [ids, names] = [texts(table, 'customerId'), texts(table, 'customer')];
  const rows = exposedRows(table, currency);
  const groups = new Uint32Array(rows.length);
  const members: Groups['members'][number][] = [];
  /** One more than the member, 0 for none yet. */
  const memberOf = new Uint32Array(ids.values.length + names.values.length);
  for (let i = 0; i < rows.length; i += 1) {
    const id = ids.same[ids.codes[rows[i] ?? 0] ?? 0] ?? 0;
    const name = names.same[names.codes[rows[i] ?? 0] ?? 0] ?? 0;
    const key = id === 0 ? ids.values.length + name : id;
    if (memberOf[key] === 0) {
      const customerId = ids.values[id] ?? '';
      memberOf[key] = members.push({ customerId, name: name === 0 ? customerId : (names.values[name] ?? '') });
    }
    groups[i] = (memberOf[key] ?? 1) - 1;
  }
  return { members, rows, groups };
}

function exposedRows(table: Table, currency: string): Uint32Array {
  const [exposed, currencies] = [table.columns.get('exposed'), texts(table, 'currency')];
  const wanted = currencies.values.indexOf(currency);
  const rows = new Uint32Array(table.rows);
  if (exposed?.kind !== 'flag') return new Uint32Array(0);
  let count = 0;
  for (let row = 0; row < table.rows; row += 1) {
    if (exposed.flags[row] !== 1 || currencies.same[currencies.codes[row] ?? 0] !== wanted) continue;
    rows[count] = row;
    count += 1;
  }
  return rows.subarray(0, count);
}

function sumBy(groups: Uint32Array, rows: Uint32Array, values: Float64Array, members: number): Float64Array {
  const sums = new Float64Array(members);
  for (let i = 0; i < rows.length; i += 1) {
    const group = groups[i] ?? 0;
    sums[group] = (sums[group] ?? 0) + (values[rows[i] ?? 0] ?? 0);
  }
  return sums;
}

interface Texts {
  readonly codes: Uint32Array;
  readonly values: readonly string[];
  /** The first code of each code's text, where a dictionary holds one twice. Code 0 is the empty text. */
  readonly same: Uint32Array;
}

function texts(table: Table, name: string): Texts {
  const column = table.columns.get(name);
  if (column?.kind !== 'text') return { codes: new Uint32Array(0), values: [''], same: new Uint32Array(1) };
  const { codes, values } = column;
  const same = firstCodes.get(values) ?? firstCodesOf(values);
  firstCodes.set(values, same);
  return { codes, values, same };
}

/** By dictionary: results share those of the portfolio. */
const firstCodes = new WeakMap<readonly string[], Uint32Array>();

function firstCodesOf(values: readonly string[]): Uint32Array {
  const first = new Map<string, number>();
  return Uint32Array.from(values, (text, code) => {
    const known = first.get(text);
    if (known === undefined) first.set(text, code);
    return known ?? code;
  });
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
