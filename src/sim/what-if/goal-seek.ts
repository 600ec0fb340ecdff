/** Goal seek: the value of one assumption at which a result is what the user wants. */
import { assumptionAt } from '../../core/assumptions/assumptions.ts';
import { fromSteps, toSteps, withinLimits } from '../../core/assumptions/steps.ts';
import { remember } from '../remember.ts';
import type { Probe } from './bracket.ts';
import { type Evaluate, requestAt } from './evaluate.ts';
import { compareReadings, readingFloat } from './readings.ts';
import { type Meeting, seek } from './seek.ts';
import type { GoalSeekInput, GoalSeekResult, Point, Reading, Solution } from './types.ts';

interface Placed extends Probe {
  readonly reading: Reading;
}

/**
 * Searches the decimal grid of the input. Every result comes from the engine at that value, exactly. Yields how many values
 * have been tried.
 * @param evaluate gives the one measure that is asked for
 */
export function* goalSeek(input: GoalSeekInput, evaluate: Evaluate): Generator<number, GoalSeekResult> {
  const { request, path, target } = input;
  const assumption = assumptionAt(request, path);
  if (!assumption) throw new Error(`INTERNAL: the scenario has no assumption ${path}`);
  const placed = new Map<number, Placed>();
  const probe = (at: number): Placed =>
    remember(placed, at, () => {
      const [reading] = evaluate(requestAt(request, [{ path, value: fromSteps(at, assumption) }]));
      if (!reading) throw new Error('INTERNAL: goal seek without a measure');
      const sign = compareReadings(reading, target);
      return { at, sign, gap: sign === 0 ? 0 : readingFloat(reading) - readingFloat(target), reading };
    });
  const [one, other] = [input.from, input.to].map((value) => withinLimits(toSteps(value, assumption), assumption));
  const ends = { from: Math.min(one ?? 0, other ?? 0), to: Math.max(one ?? 0, other ?? 0) };
  const search = seek({ ...ends, present: toSteps(assumption.value, assumption), probe });
  let step = search.next();
  while (step.done !== true) {
    yield placed.size;
    step = search.next();
  }
  const { meetings, closest, isFlat, scanned } = step.value;
  const pointAt = ({ at }: Probe): Point => ({ value: fromSteps(at, assumption), reading: probe(at).reading });
  const solutions = meetings.map((meeting) => solutionOf(meeting, pointAt));
  return {
    kind: isFlat ? 'flat' : solutions.length === 0 ? 'none' : solutions.length === 1 ? 'found' : 'several',
    solutions: isFlat ? [] : solutions,
    closest: closest && pointAt(closest),
    scanned: scanned.map(pointAt),
    evaluations: placed.size,
  };
}

function solutionOf({ at, beside }: Meeting, pointAt: (probe: Probe) => Point): Solution {
  return { at: pointAt(at), beside: beside && pointAt(beside), isExact: at.sign === 0 };
}
