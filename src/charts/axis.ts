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
  return firstAxis(high - low || Math.abs(high), maxTicks, (at) => {
    const first = Math.floor(low / at(1));
    const last = Math.max(Math.ceil(high / at(1)), first + 1);
    return { low: at(first), high: at(last), ticks: ticksOf(first, last, at) };
  });
}

/** An axis for bars from zero: it ends at a tick above them, and where the lowest bar that hangs from zero does. */
export function barAxis(lowest: number, highest: number): Axis {
  const low = Math.min(0, lowest);
  if (low === 0 && highest <= 0) return { low, high: 1, ticks: [0] };
  return firstAxis(Math.max(0, highest) - low, MAX_TICKS, (at) => {
    const last = Math.max(Math.ceil(highest / at(1)), 0);
    return { low, high: at(last), ticks: ticksOf(Math.ceil(low / at(1)), last, at) };
  });
}

/** The position of a tick by its index from zero. */
type TickAt = (index: number) => number;

/** The axis with the smallest round step that needs no more than `maxTicks`. */
function firstAxis(span: number, maxTicks: number, axisWith: (at: TickAt) => Axis): Axis {
  for (let power = Math.floor(Math.log10((span || 1) / maxTicks)); ; power += 1) {
    for (const factor of STEPS) {
      const axis = axisWith((index) => (power < 0 ? (index * factor) / 10 ** -power : index * factor * 10 ** power));
      if (axis.ticks.length <= maxTicks) return axis;
    }
  }
}

function ticksOf(first: number, last: number, at: TickAt): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => at(first + index));
}

/** How a chart writes its drawn figures. */
export interface FigureScale {
  readonly unit: string;
  /** A figure on a bar, rounded to the unit. */
  readonly label: (amount: Minor) => string;
  /** The round figure at a tick, with the digits that it has. */
  readonly tick: (amount: Minor) => string;
}

const UNITS = [
  { power: 9, unit: 'billion', from: 1e9 },
  { power: 6, unit: 'million', from: 1e6 },
  { power: 3, unit: 'thousand', from: 1e4 },
  { power: 0, unit: 'plain', from: 0 },
] as const;

/** A label with more digits than this before the point is too wide for its bar. */
const WIDEST = 1e5;

/**
 * The unit for amounts up to `peak`: figures on bars have three digits, or four before the point; five where a larger
 * unit would leave nothing of the smallest.
 * @param least the smallest amount on a bar, 0 when there is none
 */
export function figureScale(peak: Minor, currency: string, context: ChartContext, least = peak): FigureScale {
  const { format, text } = context;
  const finest = minorDigits(currency);
  const [most, fewest] = [Math.abs(peak) / 10 ** finest, Math.abs(least) / 10 ** finest];
  const fitting = UNITS.filter(({ from }) => most >= from);
  const isLegible = ({ power }: (typeof UNITS)[number]): boolean => {
    const shown = fewest / 10 ** power;
    return shown === 0 || shown >= 0.5 / 10 ** digitsOf(most, power, finest);
  };
  const legible = fitting.find(isLegible);
  const chosen = legible && most / 10 ** legible.power < WIDEST ? legible : (fitting[0] ?? UNITS[3]);
  const { power, unit } = chosen;
  const digits = digitsOf(most, power, finest);
  return {
    unit: text.unit[unit](currency),
    label: (amount) => format.scaled(amount, currency, power, [digits, digits]),
    tick: (amount) => format.scaled(amount, currency, power, [0, 3]),
  };
}

/** Digits after the point of figures up to `most` in 10^`power`; a plain amount has at most `finest`. */
function digitsOf(most: number, power: number, finest: number): number {
  const scaled = most / 10 ** power;
  return Math.min(power === 0 ? finest : 2, scaled < 10 ? 2 : scaled < 100 ? 1 : 0);
}
