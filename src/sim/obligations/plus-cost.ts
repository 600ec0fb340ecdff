/**
 * What entry to CSPP Plus may cost: seeded trials of costs that are drawn on their own, with the generator, the distributions and the
 * percentiles of the uncertainty tools. The same lines, seed and number of trials give the same bits.
 */
import { type CostRange, costRanges } from '../../core/obligations/plus/cost.ts';
import { DrawMaker, SLAB, valueAt } from '../uncertainty/draws.ts';
import { pertTable } from '../uncertainty/pert.ts';
import { keyOfSeed, wordsOfId } from '../uncertainty/seed.ts';
import { spreadOf } from '../uncertainty/summary.ts';
import type { PlannedInput } from '../uncertainty/types.ts';
import type { CostSwing, PlusCost, PlusCostRequest } from './types.ts';

/** Draws are shares of a line's range in billionths, so that no amount is too large for them. */
const WHOLE = 1_000_000_000;

interface PlannedLine {
  readonly range: CostRange;
  readonly input: PlannedInput;
}

/** @param request `trials` 1 to 100,000; lines that say nothing or cannot be drawn are left out */
export function plusCost({ lines, currency, trials, seed }: PlusCostRequest): PlusCost {
  const planned = costRanges(lines, currency).map(plannedLine);
  const totals = trialSums(planned, trials, seed);
  const median = sumOf(planned, (line) => amountAt(line, valueAt(line.input, 0.5)));
  return {
    ...{ currency, trials, seed, lines: planned.length, median },
    sums: {
      low: sumOf(planned, ({ range }) => range.low),
      likely: sumOf(planned, ({ range }) => range.likely),
      high: sumOf(planned, ({ range }) => range.high),
    },
    sorted: totals.toSorted(),
    spread: spreadOf(totals),
    swings: planned.map((line) => swingOf(line, median)).toSorted((a, b) => widthOf(b) - widthOf(a)),
  };
}

function plannedLine(range: CostRange, index: number): PlannedLine {
  const { low, likely, high } = range;
  const form = low === high ? 'constant' : range.form;
  const mode = low === high ? 0 : (likely - low) / (high - low);
  const shape = form === 'pert' ? [...pertTable(mode)] : form === 'triangular' ? [mode] : [];
  const numbers = Float64Array.from([0, WHOLE, ...shape]);
  return { range, input: { index, what: 'price', form, shared: false, numbers, value: 0, loading: 0, rest: 1 } };
}

/** A line keeps its draws whatever other lines there are. */
function trialSums(planned: readonly PlannedLine[], trials: number, seed: string): Float64Array {
  const draws = new DrawMaker(keyOfSeed(seed));
  const totals = new Float64Array(trials);
  const drawn = new Int32Array(SLAB);
  for (let first = 0; first < trials; first += SLAB) {
    const count = Math.min(SLAB, trials - first);
    draws.begin(first, count);
    for (const line of planned) {
      if (line.input.form === 'constant') drawn.fill(line.input.value);
      else {
        const [c1, c2] = wordsOfId(line.range.id);
        draws.own(drawn, line.input, 0, { c1, c2, twin: 0 });
      }
      for (let t = 0; t < count; t++) totals[first + t] = (totals[first + t] ?? 0) + amountAt(line, drawn[t] ?? 0);
    }
  }
  return totals;
}

/** Rounded half up to a whole minor unit; exact, since a range times a share is beyond what floats hold. */
function amountAt({ range: { low, high } }: PlannedLine, share: number): number {
  const twice = 2n * BigInt(high - low) * BigInt(share) + BigInt(WHOLE);
  return low + Number(twice / BigInt(2 * WHOLE));
}

function swingOf(line: PlannedLine, median: number): CostSwing {
  const [p10, p50, p90] = [amountOf(line, 0.1), amountOf(line, 0.5), amountOf(line, 0.9)];
  return { id: line.range.id, p10, p90, atLow: median - p50 + p10, atHigh: median - p50 + p90 };
}

function amountOf(line: PlannedLine, chance: number): number {
  return amountAt(line, valueAt(line.input, chance));
}

function widthOf({ atLow, atHigh }: CostSwing): number {
  return atHigh - atLow;
}

function sumOf(planned: readonly PlannedLine[], amount: (line: PlannedLine) => number): number {
  return planned.reduce((sum, line) => sum + amount(line), 0);
}
