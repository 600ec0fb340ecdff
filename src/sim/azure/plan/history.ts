/** A commitment held against the days that are there: what it would have covered, cost and saved. Exact but for the 18th digit. */
import type { Day } from '../../../core/days.ts';
import {
  type Exact,
  ZERO,
  add,
  compare,
  divide,
  fraction,
  isZero,
  multiply,
  roundHalfAway,
  smaller,
  subtract,
  toDecimal,
  toFloat,
} from '../../../core/exact.ts';
import type { AzureCommitment } from '../../../core/scenario/azure.ts';
import { GroupedAmounts } from '../model/amounts.ts';
import { rowsOf, scopeRows } from '../model/index.ts';
import { MeasuredSums } from '../model/measured.ts';
import type { Usage } from '../types.ts';
import { isCoverable } from './basis.ts';
import { bestLevel } from './best-level.ts';
import { hoursOf } from './hours.ts';
import { type Term, exactOf } from './terms.ts';
import type { CommitmentHistory } from './types.ts';

/** Days that a commitment is held against. */
const MOST_DAYS = 365;
const DIGITS = 18;
const UNITS = 10n ** 18n;

/** What a commitment is about, on one day. */
export interface UsedDay {
  readonly cost: Exact;
  /** Before the earned credit. */
  readonly list: Exact;
  /** Hours of a reservation; the list cost of a savings plan. */
  readonly used: Exact;
}

export interface History {
  readonly from: Day;
  readonly to: Day;
  /** One for each day, those without use too. */
  readonly days: readonly UsedDay[];
  /** Whether any row matches, whatever its unit. */
  readonly matches: boolean;
}

/** Histories of the assumptions that were asked about last: their amounts and prices change more often than what they are about. */
const MOST_KEPT = 40;
const kept = new WeakMap<Usage, Map<string, History>>();

/** The last complete days of what a commitment is about: a year of them at most. */
export function historyOf(usage: Usage, currency: string, { kind, match }: AzureCommitment): History {
  const known = kept.get(usage) ?? new Map<string, History>();
  kept.set(usage, known);
  const key = JSON.stringify([currency, kind, match]);
  const found = known.get(key) ?? readHistory(usage, currency, { kind, match });
  known.delete(key);
  known.set(key, found);
  for (const oldest of known.keys()) if (known.size > MOST_KEPT) known.delete(oldest);
  return found;
}

function readHistory(usage: Usage, currency: string, commitment: Pick<AzureCommitment, 'kind' | 'match'>): History {
  const to = usage.facts.completeTo;
  const query = { filter: { currency, from: to - MOST_DAYS + 1, to }, by: [], measure: 'list' } as const;
  const inCurrency = rowsOf(usage, { ...query, measure: 'cost' });
  let from = to;
  for (const row of inCurrency) from = Math.min(from, usage.days[row] ?? from);
  const inside = scopeRows(usage, commitment.match);
  const matching = inCurrency.filter((row) => inside[row] === 1 && isCoverable(usage, row));
  const count = to - from + 1;
  const { rows, used } = commitment.kind === 'reservation' ? hourly(usage, matching, from, count) : ofList(matching);
  const dayOf = rows.map((row) => (usage.days[row] ?? from) - from);
  const cost = new GroupedAmounts(count);
  cost.addAll(rows, dayOf, usage.cost);
  const list = new MeasuredSums(usage, query).by(rows, dayOf, count);
  const days = Array.from({ length: count }, (_, day): UsedDay => {
    const before = exactOf(list.text([day]));
    return { cost: cost.exact(day), list: before, used: used?.(day) ?? before };
  });
  return { from, to, days, matches: matching.length > 0 };
}

/** Rows that are covered, and the use of each day; undefined: their list cost. */
interface Used {
  readonly rows: Uint32Array;
  readonly used: ((day: number) => Exact) | undefined;
}

function ofList(rows: Uint32Array): Used {
  return { rows, used: undefined };
}

/** Rows whose unit is hours, and the hours of each day. */
function hourly(usage: Usage, matching: Uint32Array, from: Day, count: number): Used {
  const { codes, values } = usage.unit;
  const hours = values.map(hoursOf);
  const rows = matching.filter((row) => (hours[codes[row] ?? 0] ?? 0) > 0);
  /** Units of the same size are summed together. */
  const sizes = [...new Set(hours)];
  const placeOf = Uint32Array.from(hours, (size) => sizes.indexOf(size));
  const sums = new GroupedAmounts(sizes.length * count);
  const cells = rows.map((row) => (placeOf[codes[row] ?? 0] ?? 0) * count + (usage.days[row] ?? from) - from);
  sums.addAll(rows, cells, usage.quantity);
  const used = (day: number): Exact =>
    sizes.reduce((sum, size, at) => add(sum, multiply(fraction(size), sums.exact(at * count + day))), ZERO);
  return { rows, used };
}

/** What the commitment would have done on those days; undefined where there was nothing to cover. */
export function heldAgainst(
  { from, to, days }: History,
  term: Term,
  { perHour }: Pick<AzureCommitment, 'perHour'>,
): CommitmentHistory | undefined {
  const sums = { covered: ZERO, coveredList: ZERO, coveredUse: ZERO, cost: ZERO, list: ZERO, used: ZERO };
  for (const { cost, list, used } of days) {
    if (compare(used, ZERO) <= 0) continue;
    const share = divide(smaller(used, term.capacity), used);
    sums.covered = add(sums.covered, cut(multiply(cost, share)));
    sums.coveredList = add(sums.coveredList, cut(multiply(list, share)));
    sums.coveredUse = add(sums.coveredUse, smaller(used, term.capacity));
    sums.cost = add(sums.cost, cost);
    sums.list = add(sums.list, list);
    sums.used = add(sums.used, used);
  }
  const count = fraction(days.length);
  const capacity = multiply(term.capacity, count);
  if (isZero(sums.used) || isZero(capacity) || isZero(sums.cost)) return undefined;
  const committed = multiply(term.perDay, count);
  const utilisation = divide(cut(sums.coveredUse), capacity);
  // What all of the capacity would have cost at the average price of a used unit.
  const worth = (of: Exact): Exact => cut(multiply(capacity, divide(of, sums.used)));
  const text = (value: Exact): string => toDecimal(value, 0, DIGITS);
  return {
    ...{ from, to, days: days.length },
    utilisation: text(utilisation),
    breakEven: text(divide(committed, worth(sums.cost))),
    breakEvenAtList: text(divide(committed, worth(sums.list))),
    committed: text(committed),
    unused: text(multiply(committed, subtract(fraction(1), utilisation))),
    covered: text(sums.covered),
    creditLost: text(subtract(sums.coveredList, sums.covered)),
    saved: text(subtract(sums.covered, committed)),
    best: bestLevel(
      days.map(({ cost, used }) => ({ cost: toFloat(cost), used: toFloat(used) })),
      { ...term, perHour },
    ),
  };
}

/** Rounded to the 18th digit: fractions of a year of days have no end otherwise. */
function cut({ n, d }: Exact): Exact {
  return fraction(roundHalfAway(n * UNITS, d), UNITS);
}
