/** Sums of decimals that are exact however many there are, without a bigint for each. */
import { HIGH_UNIT } from './exact-column.ts';
import type { DecimalColumn, ExactColumn } from './table.ts';

/** Units are cut here, so that the sum of either part stays a safe integer for `MAX_ADDED` numbers. */
const CUT = 1e8;
const MAX_ADDED = 5e7;

interface Parts {
  /** Sum of the parts above `CUT`, in units of `CUT`. */
  upper: number;
  lower: number;
  added: number;
  /** What was added before, when `added` began again. */
  before: bigint;
}

/** Adds numbers that are whole units of `10^-places` each. */
export class ExactSum {
  private readonly byPlaces: (Parts | undefined)[] = [];

  /** @param units a safe integer */
  add(units: number, places: number): void {
    const parts = (this.byPlaces[places] ??= { upper: 0, lower: 0, added: 0, before: 0n });
    const upper = Math.trunc(units / CUT);
    parts.upper += upper;
    parts.lower += units - upper * CUT;
    if (++parts.added === MAX_ADDED) settle(parts);
  }

  addBig(units: bigint, places: number): void {
    const parts = (this.byPlaces[places] ??= { upper: 0, lower: 0, added: 0, before: 0n });
    parts.before += units;
  }

  /** Adds another sum. */
  addSum(other: ExactSum): void {
    for (const [places, parts] of other.byPlaces.entries()) {
      if (parts === undefined) continue;
      settle(parts);
      this.addBig(parts.before, places);
    }
  }

  /** Adds a canonical decimal text of any length. */
  addText(decimal: string): void {
    const point = decimal.indexOf('.');
    const places = point < 0 ? 0 : decimal.length - point - 1;
    this.addBig(BigInt(decimal.replace('.', '')), places);
  }

  /** The sum as a canonical decimal text without zeros at its end: equal sums have equal texts. */
  text(): string {
    const most = Math.max(0, this.byPlaces.length - 1);
    let units = 0n;
    for (const [places, parts] of this.byPlaces.entries()) {
      if (parts === undefined) continue;
      settle(parts);
      units += parts.before * 10n ** BigInt(most - places);
    }
    return decimalText(units, most);
  }
}

function settle(parts: Parts): void {
  parts.before += BigInt(parts.upper) * BigInt(CUT) + BigInt(parts.lower);
  parts.upper = 0;
  parts.lower = 0;
  parts.added = 0;
}

/** `units / 10^places` without zeros at its end. */
function decimalText(units: bigint, places: number): string {
  const sign = units < 0n ? '-' : '';
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const part = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${sign}${whole}${part === '' ? '' : `.${part}`}`;
}

/** Adds one cell to a sum; an empty cell adds nothing. */
export function addCell(sum: ExactSum, column: DecimalColumn | ExactColumn, row: number): void {
  const units = (column.kind === 'decimal' ? column.units[row] : column.low[row]) ?? NaN;
  if (Number.isNaN(units)) {
    const text = column.wide.get(row);
    if (text !== undefined) sum.addText(text);
    return;
  }
  if (column.kind === 'decimal') return sum.add(units, column.scale);
  const places = column.places[row] ?? 0;
  const high = column.high?.[row] ?? 0;
  if (high === 0) return sum.add(units, places);
  sum.addBig(BigInt(high) * BigInt(HIGH_UNIT) + BigInt(units), places);
}
