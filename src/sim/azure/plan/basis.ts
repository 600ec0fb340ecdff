/** What runs now: the last whole weeks, told apart by which assumptions are about it. Floats: an estimate is made of it. */
import type { AzureAssumptions } from '../../../core/scenario/azure.ts';
import type { Day } from '../../../core/days.ts';
import type { TextColumn } from '../../../core/table.ts';
import { WEEK } from '../forecast/methods.ts';
import { GroupedAmounts } from '../model/amounts.ts';
import { rowsOf, scopeRows } from '../model/index.ts';
import { MeasuredSums } from '../model/measured.ts';
import type { Usage } from '../types.ts';
import { hoursOf } from './hours.ts';

/** Consumption that all assumptions treat alike, by day of the basis. */
export interface Atom {
  /** Places of the assumptions about it. */
  readonly changes: ReadonlySet<number>;
  /** Those that could cover it. */
  readonly commitments: ReadonlySet<number>;
  /** It is priced in another currency than it is billed in. */
  readonly foreign: boolean;
  readonly cost: Float64Array;
  /** Before the earned credit. */
  readonly list: Float64Array;
  /** Hours of use; zeros where its unit is none. */
  readonly hours: Float64Array;
}

export interface Basis {
  readonly from: Day;
  readonly days: number;
  readonly atoms: readonly Atom[];
  readonly cost: number;
}

/** Whole weeks that tell what runs. */
const MOST_WEEKS = 4;

/**
 * The weeks before a day.
 * @param history complete days before it
 */
export function basisOf(
  usage: Usage,
  currency: string,
  { changes, commitments }: Pick<AzureAssumptions, 'changes' | 'commitments'>,
  { before, history }: { readonly before: Day; readonly history: number },
): Basis {
  const days = Math.min(MOST_WEEKS, Math.floor(history / WEEK)) * WEEK;
  const from = before - days;
  const query = { filter: { currency, from, to: before - 1 }, by: [], measure: 'list' } as const;
  const rows = rowsOf(usage, { ...query, measure: 'cost' });
  const scopes = [...changes, ...commitments].map(({ match }) => scopeRows(usage, match));
  const unitHours = usage.unit.values.map(hoursOf);
  const foreign = foreignCodes(usage.pricingCurrency, currency);
  const keys = new Keys(rows.length);
  for (const [at, scope] of scopes.entries()) {
    const isCommitment = at >= changes.length;
    keys.split(rows, (row) => (isCommitment && !isCoverable(usage, row) ? 0 : (scope[row] ?? 0)));
  }
  keys.split(rows, (row) => foreign[usage.pricingCurrency.codes[row] ?? 0] ?? 0);
  keys.split(rows, (row) => unitHours[usage.unit.codes[row] ?? 0] ?? 0);
  const cellOf = Uint32Array.from(rows, (row, at) => (keys.codes[at] ?? 0) * days + (usage.days[row] ?? 0) - from);
  const cells = keys.parts.length * days;
  const cost = new GroupedAmounts(cells);
  const quantity = new GroupedAmounts(cells);
  cost.addAll(rows, cellOf, usage.cost);
  quantity.addAll(rows, cellOf, usage.quantity);
  const list = new MeasuredSums(usage, query).by(rows, cellOf, cells);
  const atoms = keys.parts.map((parts, atom): Atom => {
    const hours = parts.at(-1) ?? 0;
    const series = (value: (cell: number) => number): Float64Array =>
      Float64Array.from({ length: days }, (_, day) => value(atom * days + day));
    return {
      changes: new Set([...changes.keys()].filter((place) => parts[place] === 1)),
      commitments: new Set([...commitments.keys()].filter((place) => parts[changes.length + place] === 1)),
      foreign: parts.at(-2) === 1,
      cost: series((cell) => cost.float(cell)),
      list: series((cell) => list.float(cell)),
      hours: series((cell) => (hours === 0 ? 0 : quantity.float(cell) * hours)),
    };
  });
  return { from, days, atoms, cost: atoms.reduce((sum, atom) => sum + total(atom.cost), 0) };
}

export function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/**
 * Whether a commitment could cover it: what one covers already has a quantity and no cost, or says so; what others than
 * Microsoft sell and Spot are never covered.
 */
export function isCoverable({ cost, excluded }: Usage, row: number): boolean {
  const isPaid = (cost.whole[row] ?? 0) > 0 || (cost.nano[row] ?? 0) > 0 || (cost.atto[row] ?? 0) > 0;
  return excluded[row] === 0 && (isPaid || cost.beyond.has(row));
}

function foreignCodes({ values }: TextColumn, currency: string): Uint8Array {
  return Uint8Array.from(values, (value) => (value !== '' && value !== currency ? 1 : 0));
}

/** Rows told apart test by test; only combinations that occur have a code. */
class Keys {
  readonly codes: Uint32Array;
  /** By code: what each test gave. */
  parts: (readonly number[])[] = [[]];

  constructor(rows: number) {
    this.codes = new Uint32Array(rows);
  }

  split(rows: Uint32Array, test: (row: number) => number): void {
    const parts: (readonly number[])[] = [];
    const known = this.parts.map(() => new Map<number, number>());
    for (const [at, row] of rows.entries()) {
      const code = this.codes[at] ?? 0;
      const value = test(row);
      const next = known[code]?.get(value) ?? parts.push([...(this.parts[code] ?? []), value]) - 1;
      known[code]?.set(value, next);
      this.codes[at] = next;
    }
    this.parts = parts;
  }
}
