/** The forecast with assumptions: what runs now, changed day by day. Floats: an estimate of an estimate. */
import { type Day, firstDayOfMonth, monthOfDay } from '../../../core/days.ts';
import { toFloat } from '../../../core/exact.ts';
import type { AzureChange } from '../../../core/scenario/azure.ts';
import type { FxShock } from '../../../core/scenario/scenario.ts';
import type { ForecastMonth } from '../forecast/types.ts';
import type { Atom, Basis } from './basis.ts';
import type { Term } from './terms.ts';

/** What is assumed; places are those in the scenario's lists. */
export interface Assumed {
  readonly changes: ReadonlyMap<number, AzureChange>;
  readonly terms: ReadonlyMap<number, Term>;
  /** Of the billing currency. */
  readonly shocks: readonly FxShock[];
}

/** What the assumptions do to a month. */
export interface MonthEffect {
  /** Difference to the forecast, with what is committed. */
  readonly difference: number;
  readonly committed: number;
  readonly unused: number;
}

/** The effect on a month's days from the first forecast day on. */
export function monthEffect(
  basis: Basis,
  { month, used, value }: Pick<ForecastMonth, 'month' | 'used' | 'value'>,
  first: Day,
  assumed: Assumed,
): MonthEffect {
  const from = Math.max(first, firstDayOfMonth(month));
  const end = firstDayOfMonth(month + 1);
  /** What a day of the basis becomes on a day of this month, without assumptions. */
  const scale = basis.cost > 0 ? (((value - used) / (end - from)) * basis.days) / basis.cost : 0;
  const effect = { difference: 0, committed: 0, unused: 0 };
  const cuts = cutsOf(assumed, from, end, first);
  for (const [at, start] of cuts.entries()) {
    const days = (cuts[at + 1] ?? end) - start;
    const own = dayEffect(basis, scale, assumed, { day: start, first });
    effect.difference += own.difference * days;
    effect.committed += own.committed * days;
    effect.unused += own.unused * days;
  }
  return effect;
}

/** Days of a month on which something begins or ends, its first one too. */
function cutsOf({ changes, terms, shocks }: Assumed, from: Day, end: Day, first: Day): readonly Day[] {
  const starts = [...changes.values(), ...shocks].map((one) => Math.max(first, one.from));
  const ends = [...terms.values()].flatMap((term) => [term.from, term.end]);
  const inside = [...starts, ...ends].filter((day) => day > from && day < end);
  return [...new Set([from, ...inside])].sort((a, b) => a - b);
}

interface When {
  readonly day: Day;
  /** The first forecast day: what began before it counts from it on. */
  readonly first: Day;
}

function dayEffect(basis: Basis, scale: number, { changes, terms, shocks }: Assumed, when: When): MonthEffect {
  const shock = product(
    shocks.filter(({ from }) => Math.max(from, when.first) <= when.day).map(({ percent }) => percent),
  );
  const atoms = basis.atoms.map((atom) => {
    const own = [...changes].filter(([place]) => atom.changes.has(place)).map(([, change]) => change);
    const quantity =
      scale * own.filter(({ kind }) => kind !== 'price').reduce((all, change) => all * factorOf(change, when), 1);
    const price =
      (atom.foreign ? shock : 1) *
      own.filter(({ kind }) => kind === 'price').reduce((all, change) => all * factorOf(change, when), 1);
    return { atom, quantity, price };
  });
  let difference = 0;
  for (const { atom, quantity, price } of atoms) {
    // Nothing changes nothing, to the last bit.
    if (quantity === scale && price === 1) continue;
    for (const cost of atom.cost) difference += (cost * (quantity * price - scale)) / basis.days;
  }
  const running = [...terms].filter(([, { from, end }]) => from <= when.day && when.day < end);
  // Reservations come first, then savings plans take what is left.
  const inOrder = [
    ...running.filter(([, { kind }]) => kind === 'reservation'),
    ...running.filter(([, { kind }]) => kind !== 'reservation'),
  ];
  const paid = inOrder.map(([, term]) => toFloat(term.perDay) * (term.foreign ? shock : 1));
  const { saved, idle } = covered(basis, atoms, inOrder, shock);
  const committed = paid.reduce((sum, one) => sum + one, 0);
  return {
    difference: difference + committed - saved,
    committed,
    unused: paid.reduce((sum, one, at) => sum + one * (idle[at] ?? 0), 0),
  };
}

interface Scaled {
  readonly atom: Atom;
  readonly quantity: number;
  readonly price: number;
}

/** What commitments take over in an average day, and the share of each that nothing uses. */
function covered(
  { days }: Basis,
  atoms: readonly Scaled[],
  terms: readonly (readonly [number, Term])[],
  shock: number,
): { readonly saved: number; readonly idle: readonly number[] } {
  let saved = 0;
  const idle = terms.map(() => 0);
  for (let day = 0; day < days && terms.length > 0; day++) {
    const left = atoms.map(() => 1);
    for (const [at, [place, term]] of terms.entries()) {
      const capacity = toFloat(term.capacity) * (term.kind === 'savings-plan' && term.foreign ? shock : 1);
      const useOf = ({ atom, quantity, price }: Scaled, index: number): number =>
        atom.commitments.has(place)
          ? (left[index] ?? 0) *
            quantity *
            (term.kind === 'reservation' ? (atom.hours[day] ?? 0) : (atom.list[day] ?? 0) * price)
          : 0;
      const use = atoms.map(useOf).map((one) => Math.max(0, one));
      const all = use.reduce((sum, one) => sum + one, 0);
      const share = all > 0 ? Math.min(1, capacity / all) : 0;
      idle[at] = (idle[at] ?? 0) + (capacity > 0 ? 1 - (share * all) / capacity : 0) / days;
      for (const [index, { atom, quantity, price }] of atoms.entries()) {
        if ((use[index] ?? 0) <= 0) continue;
        saved += ((atom.cost[day] ?? 0) * quantity * price * (left[index] ?? 0) * share) / days;
        left[index] = (left[index] ?? 0) * (1 - share);
      }
    }
  }
  return { saved, idle };
}

/** What a change multiplies by on a day. */
function factorOf({ kind, from, percent }: AzureChange, { day, first }: When): number {
  const start = Math.max(from, first);
  if (day < start) return 1;
  const share = Number(percent) / 100;
  if (kind === 'off') return 1 - share;
  if (kind === 'price') return 1 + share;
  let factor = 1;
  // More with each month, that of its first day too.
  for (let month = monthOfDay(start); month <= monthOfDay(day); month++) factor *= 1 + share;
  return factor;
}

function product(percents: readonly string[]): number {
  return percents.reduce((all, percent) => all * (1 + Number(percent) / 100), 1);
}
