/** The order of a large dictionary in slices, for callers that share their thread with a user. */

/** Comparisons between two pauses: a few milliseconds. */
const STEP = 4096;

/**
 * `collationRanks`, pausing after every few milliseconds' worth of comparisons.
 * @returns the rank of each text; texts that the language does not tell apart share a rank
 */
export function* collationRankSteps(values: readonly string[], locale: string): Generator<undefined, Uint32Array> {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const order = (a: number, b: number): number => compare(values[a] ?? '', values[b] ?? '');
  const sorted = yield* mergeSort(values.length, order);
  const ranks = new Uint32Array(values.length);
  let rank = 0;
  for (let position = 0; position < sorted.length; position++) {
    if (position % STEP === STEP - 1) yield;
    const code = sorted[position] ?? 0;
    if (position > 0 && order(sorted[position - 1] ?? 0, code) !== 0) rank = position;
    ranks[code] = rank;
  }
  return ranks;
}

/** Bottom-up and stable: runs of doubling width are merged until one is left. */
function* mergeSort(count: number, order: (a: number, b: number) => number): Generator<undefined, Uint32Array> {
  let from = Uint32Array.from({ length: count }, (_, code) => code);
  let to = new Uint32Array(count);
  let untilPause = STEP;
  for (let width = 1; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const middle = Math.min(start + width, count);
      const end = Math.min(start + 2 * width, count);
      let [left, right] = [start, middle];
      for (let at = start; at < end; at++) {
        const takeLeft = left < middle && (right >= end || order(from[left] ?? 0, from[right] ?? 0) <= 0);
        to[at] = from[takeLeft ? left++ : right++] ?? 0;
        if (--untilPause > 0) continue;
        untilPause = STEP;
        yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
