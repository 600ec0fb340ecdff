/** Exact sums of one decimal column, one for each group. */
import { type ExactColumn, ExactBuilder, HIGH_UNIT } from '../../core/exact-column.ts';

/** Digits after the point that sums begin with; a cell with more of them raises it. */
const FIRST_SCALE = 18;
const BIG_HIGH_UNIT = BigInt(HIGH_UNIT);
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

export class GroupSums {
  private scale = FIRST_SCALE;
  private powers = powersUpTo(FIRST_SCALE);
  /** In units of `10^-scale`; undefined: all cells of the group are empty. */
  private units: (bigint | undefined)[] = [];
  /** Most digits after the point among the cells of each group. */
  private places: number[] = [];

  add(group: number, column: ExactColumn, row: number): void {
    const low = column.low[row] ?? NaN;
    if (Number.isNaN(low)) {
      const text = column.wide.get(row);
      if (text !== undefined) this.addText(group, text);
      return;
    }
    const high = column.high?.[row] ?? 0;
    const units = high === 0 ? BigInt(low) : BigInt(high) * BIG_HIGH_UNIT + BigInt(low);
    this.addUnits(group, units, column.places[row] ?? 0);
  }

  /** The sums of some groups, each with as many digits after the point as its most precise cell. */
  columnOf(from: number, end: number): ExactColumn {
    const builder = new ExactBuilder();
    for (let group = from; group < end; group++) builder.push(this.textOf(group));
    return builder.finish();
  }

  clear(): void {
    this.units = [];
    this.places = [];
  }

  private addText(group: number, text: string): void {
    const [, sign = '', whole = '0', part = ''] = DECIMAL.exec(text) ?? [];
    this.addUnits(group, BigInt(`${sign}${whole}${part}`), part.length);
  }

  private addUnits(group: number, units: bigint, places: number): void {
    if (places > this.scale) this.rescale(places);
    this.units[group] = (this.units[group] ?? 0n) + units * (this.powers[this.scale - places] ?? 1n);
    this.places[group] = Math.max(this.places[group] ?? 0, places);
  }

  private rescale(scale: number): void {
    const factor = 10n ** BigInt(scale - this.scale);
    for (const [group, units] of this.units.entries()) if (units !== undefined) this.units[group] = units * factor;
    this.powers = powersUpTo(scale);
    this.scale = scale;
  }

  private textOf(group: number): string {
    const units = this.units[group];
    if (units === undefined) return '';
    const places = this.places[group] ?? 0;
    const reduced = units / (this.powers[this.scale - places] ?? 1n);
    const digits = String(reduced < 0n ? -reduced : reduced).padStart(places + 1, '0');
    const whole = digits.slice(0, digits.length - places);
    return `${reduced < 0n ? '-' : ''}${whole}${places === 0 ? '' : `.${digits.slice(digits.length - places)}`}`;
  }
}

function powersUpTo(scale: number): readonly bigint[] {
  return Array.from({ length: scale + 1 }, (_, power) => 10n ** BigInt(power));
}
