/** The extra of each customer in one currency, summed from the result columns. */
import { safeMinor } from '../core/money.ts';
import { flagAt } from '../core/table.ts';
import type { Simulation } from '../sim/types.ts';
import { type Parts, partsOf } from './parts.ts';

export interface CustomerExtra {
  readonly customerId: string;
  /** The customer's name, or its id where no file names it. */
  readonly name: string;
  readonly parts: Parts;
  /** Minor units; the parts but `current` add up to it. */
  readonly extra: number;
}

const SUMMED = ['est', 'current', 'promotion', 'listMove', 'commitment'] as const;

/**
 * Customers with an exposed subscription in `currency`, the largest extra first, equal ones by name and id.
 * Customers are told apart by id; by name where the id is empty.
 */
export function customerExtras(simulation: Pick<Simulation, 'table' | 'amounts'>, currency: string): CustomerExtra[] {
  const groups = groupRows(simulation, currency);
  return [...groups.values()]
    .map(({ customerId, name, sums }) => {
      const [est = 0, current = 0, promotion = 0, listMove = 0, commitment = 0] = sums.map(safeMinor);
      const parts = partsOf({ est, current, promotion, listMove, commitment });
      return { customerId, name, parts, extra: est - current };
    })
    .sort((a, b) => b.extra - a.extra || compareTexts(a.name, b.name) || compareTexts(a.customerId, b.customerId));
}

interface Group {
  readonly customerId: string;
  readonly name: string;
  readonly sums: number[];
}

/** Sums by dictionary code: a million rows need no text. Names take negative keys, below those of ids. */
function groupRows({ table, amounts }: Pick<Simulation, 'table' | 'amounts'>, currency: string): Map<number, Group> {
  const [ids, names, currencies] = [texts(table, 'customerId'), texts(table, 'customer'), texts(table, 'currency')];
  const exposed = table.columns.get('exposed');
  const wanted = currencies.values.indexOf(currency);
  const columns = SUMMED.map((amount) => amounts[amount]);
  const groups = new Map<number, Group>();
  for (let row = 0; row < table.rows; row += 1) {
    if (currencies.codeAt(row) !== wanted || flagAt(exposed, row) !== true) continue;
    const [id, name] = [ids.codeAt(row), names.codeAt(row)];
    const key = id === 0 ? -1 - name : id;
    let group = groups.get(key);
    if (!group) {
      const customerId = ids.values[id] ?? '';
      group = { customerId, name: name === 0 ? customerId : (names.values[name] ?? ''), sums: SUMMED.map(() => 0) };
      groups.set(key, group);
    }
    for (let slot = 0; slot < columns.length; slot += 1) {
      group.sums[slot] = (group.sums[slot] ?? 0) + (columns[slot]?.[row] ?? 0);
    }
  }
  return groups;
}

interface Texts {
  readonly values: readonly string[];
  /** The code of a row's text: the same for the same text, also where a dictionary holds it twice. 0 is empty. */
  readonly codeAt: (row: number) => number;
}

function texts(table: Simulation['table'], name: string): Texts {
  const column = table.columns.get(name);
  if (column?.kind !== 'text') return { values: [''], codeAt: () => 0 };
  const { codes, values } = column;
  const first = new Map<string, number>();
  for (const [code, text] of values.entries()) if (!first.has(text)) first.set(text, code);
  const same = Uint32Array.from(values, (text) => first.get(text) ?? 0);
  return { values, codeAt: (row) => same[codes[row] ?? 0] ?? 0 };
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
