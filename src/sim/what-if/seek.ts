/** Goal seek on whole numbers: looks over the range first, then narrows each place where the result meets the target. */
import { spreadSteps } from '../../core/assumptions/steps.ts';
import { type Probe, narrow } from './bracket.ts';

/** Places of the first look. */
const FIRST_LOOK = 33;
/** Places of each closer look where nothing was found. */
const CLOSER_LOOK = 9;

/** A meeting with the target: `at` is the nearest place, `beside` its neighbour across. */
export interface Meeting {
  readonly at: Probe;
  readonly beside: Probe | undefined;
}

export interface Sought {
  readonly meetings: readonly Meeting[];
  /** No place that was tried is nearer; undefined when none has a result. */
  readonly closest: Probe | undefined;
  /** All places that have a result have the same. */
  readonly isFlat: boolean;
  readonly scanned: readonly Probe[];
}

export interface Search {
  readonly from: number;
  readonly to: number;
  /** A place that belongs to the first look, such as the present value. */
  readonly present: number;
  /** Remembers what it was asked. A place without a result has a sign of NaN. */
  readonly probe: (at: number) => Probe;
}

/** Yields before each new place. */
export function* seek({ from, to, present, probe }: Search): Generator<undefined, Sought> {
  const inside = present > from && present < to ? [present] : [];
  const places = [...new Set([...spreadSteps(from, to, FIRST_LOOK), ...inside])].sort((a, b) => a - b);
  const scanned = yield* probeAll(places, probe);
  const looked = meets(scanned) ? scanned : yield* lookCloser(scanned, probe);
  const meetings = yield* meetingsOf(looked, { from, to, probe });
  const tried = [...looked, ...meetings.flatMap(({ at, beside }) => (beside ? [at, beside] : [at]))];
  return { meetings, closest: nearest(tried), isFlat: isLevel([...scanned, ...looked]), scanned };
}

/** More than one place has a result, and all have the same. */
function isLevel(probes: readonly Probe[]): boolean {
  const known = probes.filter(isKnown);
  return known.length > 1 && known.every(({ at, gap }) => gap === known[0]?.gap || at === known[0]?.at);
}

function* probeAll(places: readonly number[], probe: Search['probe']): Generator<undefined, readonly Probe[]> {
  const probes: Probe[] = [];
  for (const at of places) {
    yield;
    probes.push(probe(at));
  }
  return probes;
}

function isKnown({ sign }: Probe): boolean {
  return !Number.isNaN(sign);
}

/** Some place is the target, or two neighbours lie on either side of it. */
function meets(probes: readonly Probe[]): boolean {
  return probes.some(({ sign }, index) => sign === 0 || crosses(probes[index - 1], probes[index]));
}

function crosses(one: Probe | undefined, other: Probe | undefined): boolean {
  return one !== undefined && other !== undefined && one.sign * other.sign < 0;
}

function nearest(probes: readonly Probe[]): Probe | undefined {
  const known = probes.filter(isKnown);
  return known.reduce<Probe | undefined>(
    (best, one) => (best === undefined || Math.abs(one.gap) < Math.abs(best.gap) ? one : best),
    undefined,
  );
}

/** Around the nearest place, closer and closer, until the target is met or there is nothing between. */
function* lookCloser(scanned: readonly Probe[], probe: Search['probe']): Generator<undefined, readonly Probe[]> {
  let probes = scanned;
  for (;;) {
    const best = nearest(probes);
    const at = best ? probes.indexOf(best) : -1;
    const [left, right] = [probes[Math.max(0, at - 1)], probes[Math.min(probes.length - 1, at + 1)]];
    if (!best || !left || !right) return probes;
    const isLevel = left.gap === best.gap && right.gap === best.gap;
    const isDense = best.at - left.at <= 1 && right.at - best.at <= 1;
    if (isLevel || isDense) return probes;
    const places = [...new Set([...spreadSteps(left.at, right.at, CLOSER_LOOK), best.at])].sort((a, b) => a - b);
    probes = yield* probeAll(places, probe);
    if (meets(probes)) return probes;
  }
}

/** One meeting for each run of places on the target, and for each two neighbours on either side of it. */
function* meetingsOf(
  probes: readonly Probe[],
  { from, to, probe }: Pick<Search, 'from' | 'to' | 'probe'>,
): Generator<undefined, readonly Meeting[]> {
  const meetings: Meeting[] = [];
  for (const [index, one] of probes.entries()) {
    const before = probes[index - 1];
    if (one.sign === 0 && before?.sign !== 0) meetings.push(yield* exactly(one, { from, to, probe }));
    if (before === undefined || !crosses(before, one)) continue;
    const { below, above } = yield* narrow({ below: before, above: one }, probe);
    if (below.sign === 0) meetings.push(yield* exactly(below, { from, to, probe }));
    else meetings.push(Math.abs(above.gap) < Math.abs(below.gap) ? pair(above, below) : pair(below, above));
  }
  return meetings;
}

function pair(at: Probe, beside: Probe): Meeting {
  return { at, beside };
}

function* exactly(
  at: Probe,
  { from, to, probe }: Pick<Search, 'from' | 'to' | 'probe'>,
): Generator<undefined, Meeting> {
  const beside = at.at < to ? at.at + 1 : at.at - 1;
  if (beside < from) return { at, beside: undefined };
  yield;
  return { at, beside: probe(beside) };
}
