/** Which inputs tornado and spider begin with, and at which values a spider looks. */
import type { Assumption } from '../../core/assumptions/assumption.ts';
import { type AssumptionRange, rangeOf } from '../../core/assumptions/ranges.ts';
import { fromSteps, toSteps, withinLimits } from '../../core/assumptions/steps.ts';
import type { Scenario } from '../../core/scenario/scenario.ts';
import { measureKey } from '../../charts/what-if/measure-words.ts';
import type { Measure, RangedInput } from '../../sim/what-if/types.ts';

/** How many inputs are offered from the start. */
const MOST_USUAL = 10;

export type SpiderBy = 'percent' | 'range';

/** Results that clauses change. */
const OF_PAYERS = ['passed', 'delayed', 'absorbed', 'margin', 'margin-share', 'absorbed-share'];

export const NO_RANGES: ReadonlyMap<string, AssumptionRange> = new Map();

/** Inputs that somebody gave a range, and others that may move the result, in the order of the scenario. */
export function usualInputs(
  assumptions: readonly Assumption[],
  scenario: Scenario,
  measure: Measure,
): readonly Assumption[] {
  const stated = assumptions.filter((one) => rangeOf(one, scenario).isStated);
  const usual = assumptions.filter((one) => isUsual(one, measure) && !stated.includes(one));
  const first = new Set([...stated, ...usual.slice(0, Math.max(0, MOST_USUAL - stated.length))]);
  return assumptions.filter((one) => first.has(one));
}

/** Dates, the window itself and exceptions of single customers are added by hand. */
function isUsual({ unit, subject }: Assumption, measure: Measure): boolean {
  if (unit === 'date' || subject.kind === 'window') return false;
  const isOfPayers = OF_PAYERS.includes(measureKey(measure));
  if (subject.kind === 'clause') return isOfPayers;
  return subject.kind !== 'margin' || (isOfPayers && subject.level === 'business');
}

/** Places of a spider's points, in per cent. */
const PERCENTS = [-50, -40, -30, -20, -10, 0, 10, 20, 30, 40, 50];
const PLACES = [-100, -75, -50, -25, 0, 25, 50, 75, 100];

export function spiderPlaces(by: SpiderBy): readonly number[] {
  return by === 'percent' ? PERCENTS : PLACES;
}

/** The value of an input at each place; undefined where it has no per cent of its value: dates, and what is 0 or open. */
export function spiderValues(
  assumption: Assumption,
  range: Omit<RangedInput, 'path'>,
  by: SpiderBy,
): readonly string[] | undefined {
  const now = toSteps(assumption.value, assumption);
  const at = (steps: number): string => fromSteps(withinLimits(Math.round(steps), assumption), assumption);
  if (by === 'percent') {
    if (assumption.unit === 'date' || now === 0 || assumption.open) return undefined;
    return PERCENTS.map((percent) => at(now + (Math.abs(now) * percent) / 100));
  }
  const [low, high] = [toSteps(range.low, assumption), toSteps(range.high, assumption)];
  return PLACES.map((place) => at(now + ((place < 0 ? now - low : high - now) * place) / 100));
}
