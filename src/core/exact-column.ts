/** Columns of decimals that keep every cell as it was written: `115.2` stays `115.2`, 18 digits after the point stay 18. */
import { type Exact, fraction, parseExact } from './exact.ts';

/**
 * Decimals of bulk files, each cell with its own place of the point, so that every one comes back as it was written:
 * `(high × 10^15 + low) / 10^places`, both parts with the cell's sign. NaN in `low` is an empty cell, unless `wide` has it
 * (more than 30 digits, or more than 255 after the point).
 */
export interface ExactColumn {
  readonly kind: 'exact';
  /** Less than 10^15 either way. */
  readonly low: Float64Array;
  /** Undefined: no cell has more than 15 digits. */
  readonly high: Float64Array | undefined;
  readonly places: Uint8Array;
  readonly wide: ReadonlyMap<number, string>;
}

/** One unit of `high` in units of `low`. */
export const HIGH_UNIT = 1e15;
const LOW_DIGITS = 15;

/** The cell as canonical decimal text (`-12.50`), undefined when it is empty. */
export function exactText({ low, high, places, wide }: ExactColumn, row: number): string | undefined {
  const units = low[row] ?? NaN;
  if (Number.isNaN(units)) return wide.get(row);
  const upper = high?.[row] ?? 0;
  const isNegative = units < 0 || upper < 0 || Object.is(units, -0);
  const lower = String(Math.abs(units));
  const digits = upper === 0 ? lower : String(Math.abs(upper)) + lower.padStart(LOW_DIGITS, '0');
  return (isNegative ? '-' : '') + withPoint(digits, places[row] ?? 0);
}

function withPoint(digits: string, places: number): string {
  if (places === 0) return digits;
  const padded = digits.padStart(places + 1, '0');
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

/** The exact value of a cell, undefined when it is empty. */
export function exactValue(column: ExactColumn, row: number): Exact | undefined {
  const { low, high, places, wide } = column;
  const units = low[row] ?? NaN;
  if (Number.isNaN(units)) {
    const text = wide.get(row);
    return text === undefined ? undefined : parseExact(text);
  }
  const upper = high?.[row] ?? 0;
  const power = places[row] ?? 0;
  if (upper === 0 && power <= LOW_DIGITS) return fraction(units, 10 ** power);
  return fraction(BigInt(upper) * BigInt(HIGH_UNIT) + BigInt(units), 10n ** BigInt(power));
}

/** The nearest float of a cell for sorting and drawing, NaN when it is empty. */
export function exactFloat({ low, high, places, wide }: ExactColumn, row: number): number {
  const units = low[row] ?? NaN;
  if (Number.isNaN(units)) return Number(wide.get(row) ?? NaN);
  return (units + (high?.[row] ?? 0) * HIGH_UNIT) / 10 ** (places[row] ?? 0);
}

const CANONICAL = /^(-?)(\d+)(?:\.(\d+))?$/;
const MAX_PLACES = 255;

/** Builds an `ExactColumn` from canonical decimal texts (`-12.50`, no exponent, no thousands marks); '' is an empty cell. */
export class ExactBuilder {
  private readonly low: number[] = [];
  private readonly high: number[] = [];
  private readonly places: number[] = [];
  private readonly wide = new Map<number, string>();

  /** Returns false, and appends nothing, when the text is not a canonical decimal. */
  push(text: string): boolean {
    const match = CANONICAL.exec(text);
    if (text !== '' && !match) return false;
    const [, sign = '', whole = '', part = ''] = match ?? [];
    const digits = whole + part;
    const fits = digits.length <= 2 * LOW_DIGITS && part.length <= MAX_PLACES && !/^0\d/.test(whole);
    const factor = sign === '-' ? -1 : 1;
    if (text !== '' && !fits) this.wide.set(this.low.length, text);
    this.low.push(text !== '' && fits ? factor * Number(digits.slice(-LOW_DIGITS)) : NaN);
    this.high.push(fits ? factor * Number(digits.slice(0, -LOW_DIGITS)) : 0);
    this.places.push(fits ? part.length : 0);
    return true;
  }

  finish(): ExactColumn {
    const high = this.high.some((units) => units !== 0) ? Float64Array.from(this.high) : undefined;
    return {
      kind: 'exact',
      low: Float64Array.from(this.low),
      high,
      places: Uint8Array.from(this.places),
      wide: this.wide,
    };
  }
}
