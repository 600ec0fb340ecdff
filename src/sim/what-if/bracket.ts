/**
 * Narrows a change of sign on whole numbers to two neighbours: interpolate, truncate towards the middle, project into what
 * bisection would have left (the ITP method), so that it never takes more than one step over bisection, whatever the function.
 */

/** A place on the grid with how far its result lies from the target; the sign is exact. */
export interface Probe {
  readonly at: number;
  readonly sign: number;
  /** Float, of that sign; only to guess where to look next. */
  readonly gap: number;
}

export interface Bracket {
  readonly below: Probe;
  readonly above: Probe;
}

/**
 * Both ends have a sign, and not the same. Ends with neighbours of different signs, or with a place whose sign is 0 as
 * both ends. Yields before each probe.
 */
export function* narrow(start: Bracket, probe: (at: number) => Probe): Generator<undefined, Bracket> {
  let { below, above } = start;
  const width = above.at - below.at;
  let budget = 1;
  for (let reach = 1; reach < width; reach *= 2) budget *= 2;
  while (above.at - below.at > 1) {
    yield;
    const at = nextPlace({ below, above }, width, budget);
    budget /= 2;
    const middle = probe(at);
    if (middle.sign === 0) return { below: middle, above: middle };
    // A place without a result tells nothing: it counts as the far side.
    if (middle.sign === below.sign) below = middle;
    else above = middle;
  }
  return { below, above };
}

/** A whole number between the ends. @param budget the width that bisection with a step to spare would have by now */
function nextPlace({ below, above }: Bracket, width: number, budget: number): number {
  const span = above.at - below.at;
  const half = below.at + span / 2;
  const guess = (below.at * above.gap - above.at * below.gap) / (above.gap - below.gap);
  const straight = Number.isFinite(guess) ? guess : half;
  const side = Math.sign(half - straight);
  const shift = (0.2 * span * span) / width;
  const truncated = shift <= Math.abs(half - straight) ? straight + side * shift : half;
  const radius = Math.max(0, budget - span / 2);
  const projected = Math.abs(truncated - half) <= radius ? truncated : half - side * radius;
  return Math.min(above.at - 1, Math.max(below.at + 1, Math.floor(projected + 0.5)));
}
