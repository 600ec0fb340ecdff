/** Axes: round tick positions, and the unit in which a chart's figures are short enough to stand on bars. */
import { type Minor, minorDigits } from '../core/money.ts';
import type { ChartContext } from './context.ts';

const MAX_TICKS = 5;
const STEPS = [1, 2, 2.5, 5, 10];

export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** An axis of at most `maxTicks` round ticks that covers `low` to `high` (not below `low`); its ends are ticks. */
export function niceAxis(low: number, high: number, maxTicks = MAX_TICKS): Axis {
  const span = high - low || Math.abs(high) || 1;
  for (let power = Math.floor(Math.log10(span / maxTicks)); ; power += 1) {
    for (const factor of STEPS) {
      const axis = stepAxis(low, high, factor, power);
      if (axis.ticks.length <= maxTicks) return axis;
    }
  }
}

/** An axis for bars from zero: it ends at a tick above, and just below the lowest bar where bars hang from zero. */
export function barAxis(lowest: number, highest: number): Axis {
  const { low, high, ticks } = niceAxis(Math.min(0, lowest), Math.max(0, highest));
  if (lowest >= 0 || low === lowest) return { low, high, ticks };
  return { low: lowest, high, ticks: ticks.filter((tick) => tick >= lowest) };
}

function stepAxis(low: number, high: number, factor: number, power: number): Axis {
  const at = (index: number): number => (power < 0 ? (index * factor) / 10 ** -power : index * factor * 10 ** power);
  const step = at(1);
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => at(first + index));
  return { low: at(first), high: at(last), ticks };
}

/** How a chart writes its drawn figures. */
export interface FigureScale {
  readonly unit: string;
  /** A figure on a bar, rounded to the unit. */
  readonly label: (amount: Minor) => string;
  /** A figure at a tick. */
  readonly tick: (amount: Minor) => string;
}

const UNITS = [
  { power: 9, unit: 'billion' },
  { power: 6, unit: 'million' },
  { power: 3, unit: 'thousand' },
] as const;

/** The unit for amounts up to `peak`: so large that five digits before the point are never needed. */
export function figureScale(peak: Minor, currency: string, context: ChartContext): FigureScale {
  const { format, text } = context;
  const major = Math.abs(peak) / 10 ** minorDigits(currency);
  const { power, unit } = UNITS.find((candidate) => major >= 10 ** (candidate.power + 1)) ?? {
    power: 0,
    unit: 'plain',
  };
  const digits = power > 0 || major >= 100 ? 0 : minorDigits(currency);
  return {
    unit: text.unit[unit](currency),
    label: (amount) => format.scaled(amount, currency, power, power > 0 ? 1 : digits),
    tick: (amount) => format.scaled(amount, currency, power, digits),
  };
}
