/** The revenue of one unit by month and customer, in the floor’s currency: billed, typed in its place, or expected. */
import type { Month } from '../../../core/days.ts';
import { minorDigits, type Minor, roundToMinor } from '../../../core/money.ts';
import { parseExact, roundHalfAway, ZERO } from '../../../core/exact.ts';
import type { TypedRevenue } from '../../../core/obligations/programme.ts';
import { inner, remember } from '../../remember.ts';
import type { FloorRates } from './rates.ts';
import type { MonthState, RevenueCell } from './types.ts';

interface Part {
  licence: Minor;
  other: Minor;
}

/** Amounts of a month in minor units of the floor’s currency; what the user typed has no customer, ''. */
interface KnownMonth {
  readonly isTyped: boolean;
  readonly customers: ReadonlyMap<string, Part>;
  readonly replaced: Minor;
}

export interface UnitInputs {
  readonly billed: readonly RevenueCell[];
  /** What counts of what the user typed. */
  readonly typed: readonly TypedRevenue[];
  /** Of the portfolio; undefined: the average month that is known counts instead. */
  readonly ahead: readonly RevenueCell[] | undefined;
  readonly rates: FloorRates;
  /** The first month that may be expected where it is not known. */
  readonly open: Month;
}

/** Months that an average is of. */
const MONTHS = { all: 12, other: 3 } as const;

export class UnitRevenue {
  private readonly known: ReadonlyMap<Month, KnownMonth>;
  private readonly expected: ReadonlyMap<Month, ReadonlyMap<string, Minor>>;
  private readonly average: ReadonlyMap<string, Minor>;
  private readonly open: Month;

  constructor({ billed, typed, ahead, rates, open }: UnitInputs) {
    this.open = open;
    this.known = knownMonths(billed, typed, rates);
    this.average = averageOf(this.known, open, ahead ? 'other' : 'all');
    this.expected = expectedMonths(ahead ?? [], rates);
  }

  /** The first and the last month that is known. */
  get span(): { readonly first: Month | undefined; readonly last: Month | undefined } {
    const months = [...this.known.keys()].sort((a, b) => a - b);
    return { first: months[0], last: months.at(-1) };
  }

  state(month: Month): MonthState {
    const known = this.known.get(month);
    if (known) return known.isTyped ? 'typed' : 'billed';
    return month >= this.open && this.known.size + this.expected.size > 0 ? 'expected' : 'missing';
  }

  /** What files hold of a month that the user typed. */
  replaced(month: Month): Minor {
    return this.known.get(month)?.replaced ?? 0;
  }

  /** Of each customer; nobody in a missing month. */
  *customers(month: Month): Generator<readonly [customer: string, amount: Minor]> {
    const known = this.known.get(month);
    if (known) for (const [customer, { licence, other }] of known.customers) yield [customer, licence + other];
    else if (this.state(month) === 'expected') {
      const own = this.expected.get(month);
      for (const [customer, amount] of own ?? []) yield [customer, amount + (this.average.get(customer) ?? 0)];
      for (const [customer, amount] of this.average) if (!own?.has(customer)) yield [customer, amount];
    }
  }

  amount(month: Month): Minor {
    let sum = 0;
    for (const [, amount] of this.customers(month)) sum += amount;
    return sum;
  }
}

interface Gathered {
  isTyped: boolean;
  /** By customer and currency, in minor units of that. */
  readonly parts: Map<string, Part & { readonly customer: string; readonly currency: string }>;
  replaced: Minor;
}

/** Sums come before rates, so that it does not matter which file says what. */
function knownMonths(
  billed: readonly RevenueCell[],
  typed: readonly TypedRevenue[],
  rates: FloorRates,
): ReadonlyMap<Month, KnownMonth> {
  const months = new Map<Month, Gathered>();
  const monthOf = (month: Month): Gathered =>
    remember(months, month, () => ({ isTyped: false, parts: new Map<string, never>(), replaced: 0 }));
  const put = (month: Month, customer: string, currency: string, { licence, other }: Part): void => {
    const { parts } = monthOf(month);
    const part = remember(parts, `${customer}\n${currency}`, () => ({ customer, currency, licence: 0, other: 0 }));
    part.licence += licence;
    part.other += other;
  };
  const instead = new Set(typed.filter(({ kind }) => kind === 'csp').map(placeOf));
  for (const { month, currency, amount, kind } of typed) {
    if (kind === 'csp') monthOf(month).isTyped = true;
    const licence = roundToMinor(parseExact(amount) ?? ZERO, minorDigits(currency));
    put(month, '', currency, { licence, other: 0 });
  }
  for (const cell of billed) {
    if (!instead.has(placeOf(cell))) put(cell.month, cell.customer, cell.currency, cell);
    else monthOf(cell.month).replaced += rates.convert(cell.licence + cell.other, cell.currency) ?? 0;
  }
  return new Map([...months].map(([month, gathered]) => [month, converted(gathered, rates)]));
}

function converted({ isTyped, parts, replaced }: Gathered, rates: FloorRates): KnownMonth {
  const customers = new Map<string, Part>();
  for (const { customer, currency, licence, other } of parts.values()) {
    const part = remember(customers, customer, () => ({ licence: 0, other: 0 }));
    part.licence += rates.convert(licence, currency) ?? 0;
    part.other += rates.convert(other, currency) ?? 0;
  }
  return { isTyped, customers, replaced };
}

function placeOf({ month, currency }: Pick<RevenueCell, 'month' | 'currency'>): string {
  return `${String(month)} ${currency}`;
}

/** Of a customer over the last months before `open` that are known; credits that outweigh are taken for nothing, not to come again. */
function averageOf(
  known: ReadonlyMap<Month, KnownMonth>,
  open: Month,
  of: keyof typeof MONTHS,
): ReadonlyMap<string, Minor> {
  const last = [...known.keys()].filter((month) => month <= open).sort((a, b) => b - a);
  const months = last.slice(0, MONTHS[of]);
  const sums = new Map<string, Minor>();
  for (const month of months)
    for (const [customer, { licence, other }] of known.get(month)?.customers ?? [])
      sums.set(customer, (sums.get(customer) ?? 0) + other + (of === 'all' ? licence : 0));
  const averages = [...sums].map(([customer, sum]) => {
    const average = Number(roundHalfAway(BigInt(Math.max(0, sum)), BigInt(months.length)));
    return [customer, average] as const;
  });
  return new Map(averages.filter(([, average]) => average > 0));
}

function expectedMonths(
  cells: readonly RevenueCell[],
  rates: FloorRates,
): ReadonlyMap<Month, ReadonlyMap<string, Minor>> {
  const months = new Map<Month, Map<string, Minor>>();
  for (const { month, customer, licence, currency } of cells) {
    const own = inner(months, month);
    own.set(customer, (own.get(customer) ?? 0) + (rates.convert(licence, currency) ?? 0));
  }
  return months;
}
