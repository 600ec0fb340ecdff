/** Tick texts of axes of any unit, in thousands or millions where the figures are large. */
import type { ChartContext } from '../context.ts';

const UNITS = [
  { power: 9, unit: 'billion', from: 1e9 },
  { power: 6, unit: 'million', from: 1e6 },
  { power: 3, unit: 'thousand', from: 1e4 },
] as const;

export interface TickScale {
  readonly unit: string;
  readonly tick: (value: number) => string;
}

export function tickScale(peak: number, unit: string, { format, text }: ChartContext): TickScale {
  const scale = UNITS.find(({ from }) => peak >= from);
  const divisor = 10 ** (scale?.power ?? 0);
  return {
    unit: (scale ? text.unit[scale.unit](unit) : unit).trim(),
    // Twelve digits drop the noise of a division.
    tick: (value) => format.decimal(plain(Number((value / divisor).toPrecision(12)))),
  };
}

/** A number without an exponent, as far as decimals of a tick go. */
function plain(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 10 }) : text;
}
