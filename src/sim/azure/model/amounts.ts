/** Exact amounts of consumption, and their sums by group. */
import { type ExactColumn, HIGH_UNIT, exactText } from '../../../core/exact-column.ts';
import { type Exact, ZERO, add, fraction, parseExact, toDecimal } from '../../../core/exact.ts';
import { type Column, exactAt } from '../../../core/table.ts';
import type { AmountColumn } from '../types.ts';

const NANO = 1e9;
const PLACES = 18;
const BIG_NANO = 10n ** 9n;
const BIG_ATTO = 10n ** 18n;

/** Amounts that are filled row by row. */
export class AmountBuilder {
  readonly whole: Float64Array;
  readonly nano: Int32Array;
  readonly atto: Int32Array;
  readonly beyond = new Map<number, string>();

  constructor(rows: number) {
    this.whole = new Float64Array(rows);
    this.nano = new Int32Array(rows);
    this.atto = new Int32Array(rows);
  }

  /** Takes a cell over; an empty one stays zero. */
  set(at: number, column: Column | undefined, row: number): void {
    if (column?.kind !== 'exact') {
      const value = exactAt(column, row);
      if (value) this.setExact(at, value);
      return;
    }
    const low = column.low[row] ?? NaN;
    const places = column.places[row] ?? 0;
    if ((column.high?.[row] ?? 0) === 0 && places <= 15 && !Number.isNaN(low)) this.setSmall(at, low, places);
    else this.setLarge(at, column, row);
  }

  /** `units / 10^places`, with units below 10^15. */
  private setSmall(at: number, units: number, places: number): void {
    const whole = quotient(units, places);
    const rest = units - whole * 10 ** places;
    this.whole[at] = whole;
    if (places <= 9) {
      this.nano[at] = rest * 10 ** (9 - places);
      return;
    }
    const nano = quotient(rest, places - 9);
    this.nano[at] = nano;
    this.atto[at] = (rest - nano * 10 ** (places - 9)) * 10 ** (PLACES - places);
  }

  private setLarge(at: number, column: ExactColumn, row: number): void {
    const low = column.low[row] ?? NaN;
    const places = column.places[row] ?? 0;
    if (Number.isNaN(low) || places > PLACES) {
      const text = exactText(column, row);
      if (text !== undefined) this.beyond.set(at, text);
      return;
    }
    const units = BigInt(column.high?.[row] ?? 0) * BigInt(HIGH_UNIT) + BigInt(low);
    this.setUnits(at, units * 10n ** BigInt(PLACES - places));
  }

  private setExact(at: number, { n, d }: Exact): void {
    this.setUnits(at, (n * BIG_ATTO) / d);
  }

  private setUnits(at: number, units: bigint): void {
    this.whole[at] = Number(units / BIG_ATTO);
    this.nano[at] = Number((units / BIG_NANO) % BIG_NANO);
    this.atto[at] = Number(units % BIG_NANO);
  }
}

/** Whether a cell is zero or empty. */
export function isAmountZero({ whole, nano, atto, beyond }: AmountColumn, row: number): boolean {
  return whole[row] === 0 && nano[row] === 0 && atto[row] === 0 && !beyond.has(row);
}

/** A cell, exact. */
export function amountAt({ whole, nano, atto, beyond }: AmountColumn, row: number): Exact {
  const more = beyond.get(row);
  if (more !== undefined) return parseExact(more) ?? ZERO;
  const units = BigInt(whole[row] ?? 0) * BIG_ATTO + BigInt(nano[row] ?? 0) * BIG_NANO + BigInt(atto[row] ?? 0);
  return fraction(units, BIG_ATTO);
}

/** A cell as a float: for drawing and sorting. */
export function amountFloat(column: AmountColumn, row: number): number {
  const more = column.beyond.get(row);
  if (more !== undefined) return Number(more);
  return (column.whole[row] ?? 0) + (column.nano[row] ?? 0) / NANO + (column.atto[row] ?? 0) / NANO / NANO;
}

/** `units / 10^power` cut toward zero. */
function quotient(units: number, power: number): number {
  const divisor = 10 ** power;
  let found = Math.trunc(units / divisor);
  // The quotient of floats may be rounded up to the next whole number.
  if (Math.abs(found * divisor) > Math.abs(units)) found -= Math.sign(units);
  return found + 0;
}

/** Most digits that a sum of amounts is written with. */
export const MOST_DIGITS = 60;

/** `units / 10^18` without zeros at its end. */
function unitsText(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(PLACES + 1, '0');
  const part = digits.slice(-PLACES).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -PLACES)}${part === '' ? '' : `.${part}`}`;
}

/** Exact sums, one for each group. */
export class GroupedAmounts {
  private readonly whole: Float64Array;
  private readonly nano: Float64Array;
  private readonly atto: Float64Array;
  private readonly beyond = new Map<number, Exact>();

  constructor(groups: number) {
    this.whole = new Float64Array(groups);
    this.nano = new Float64Array(groups);
    this.atto = new Float64Array(groups);
  }

  add(group: number, column: AmountColumn, row: number): void {
    this.whole[group] = (this.whole[group] ?? 0) + (column.whole[row] ?? 0);
    this.nano[group] = (this.nano[group] ?? 0) + (column.nano[row] ?? 0);
    this.atto[group] = (this.atto[group] ?? 0) + (column.atto[row] ?? 0);
    if (column.beyond.size > 0) this.addBeyond(group, column.beyond.get(row));
  }

  /** Adds rows to their groups, by their places. */
  addAll(rows: Uint32Array, groupOf: Uint32Array, column: AmountColumn): void {
    const { whole, nano, atto } = this;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0;
      const group = groupOf[at] ?? 0;
      whole[group] = (whole[group] ?? 0) + (column.whole[row] ?? 0);
      nano[group] = (nano[group] ?? 0) + (column.nano[row] ?? 0);
      atto[group] = (atto[group] ?? 0) + (column.atto[row] ?? 0);
    }
    if (column.beyond.size === 0) return;
    for (let at = 0; at < rows.length; at++) this.addBeyond(groupOf[at] ?? 0, column.beyond.get(rows[at] ?? 0));
  }

  private addBeyond(group: number, text: string | undefined): void {
    const value = text === undefined ? undefined : parseExact(text);
    if (value) this.beyond.set(group, add(this.beyond.get(group) ?? ZERO, value));
  }

  /** In units of 10^-18, without what is beyond them. */
  private units(group: number): bigint {
    return (
      BigInt(this.whole[group] ?? 0) * BIG_ATTO +
      BigInt(this.nano[group] ?? 0) * BIG_NANO +
      BigInt(this.atto[group] ?? 0)
    );
  }

  /** The sum of some groups as decimal text, without zeros at its end. */
  text(groups: readonly number[]): string {
    if (this.beyond.size > 0) {
      const sum = groups.reduce((all, group) => add(all, this.exact(group)), ZERO);
      return toDecimal(sum, 0, MOST_DIGITS);
    }
    return unitsText(groups.reduce((sum, group) => sum + this.units(group), 0n));
  }

  /** The sum of a group, exact. */
  exact(group: number): Exact {
    const sum = fraction(this.units(group), BIG_ATTO);
    const more = this.beyond.get(group);
    return more ? add(sum, more) : sum;
  }

  /** The sum of a group as a float: for drawing and sorting. */
  float(group: number): number {
    const parts = (this.whole[group] ?? 0) + (this.nano[group] ?? 0) / NANO + (this.atto[group] ?? 0) / NANO / NANO;
    const more = this.beyond.get(group);
    return more ? parts + Number(more.n) / Number(more.d) : parts;
  }
}
