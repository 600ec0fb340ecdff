/** Tornado and spider: one input at a time, all others as they are. */
import { isKnown, readingFloat } from './readings.ts';
import type { Reading, Spider, Tornado, TornadoBar } from './types.ts';

/** An input of a tornado; `set` gives what is evaluated with the input at a value. */
export interface TornadoInput<S, V> {
  readonly low: V;
  readonly high: V;
  readonly set: (state: S, value: V) => S;
}

/**
 * The result with each input at its low and its high, the widest span first. Works on any state: the scenario as it is, or
 * all uncertain inputs at their median. Yields how many results there are.
 * @param start all inputs as they are
 */
export function* tornadoOf<S, V>(
  start: S,
  inputs: readonly TornadoInput<S, V>[],
  evaluate: (state: S) => Reading,
): Generator<number, Tornado> {
  const present = evaluate(start);
  yield 1;
  const bars: TornadoBar[] = [];
  for (const [input, { low, high, set }] of inputs.entries()) {
    const atLow = evaluate(set(start, low));
    yield bars.length * 2 + 2;
    bars.push({ input, low: atLow, high: evaluate(set(start, high)) });
    yield bars.length * 2 + 1;
  }
  return { present, bars: bars.sort((a, b) => spanOf(b) - spanOf(a) || a.input - b.input) };
}

/** How far apart the results at both ends are; 0 where there is none. */
export function spanOf({ low, high }: TornadoBar): number {
  return isKnown(low) && isKnown(high) ? Math.abs(readingFloat(high) - readingFloat(low)) : 0;
}

/** The result at several values of each input. Yields how many results there are. */
export function* spiderOf<S, V>(
  start: S,
  inputs: readonly { readonly values: readonly V[]; readonly set: (state: S, value: V) => S }[],
  evaluate: (state: S) => Reading,
): Generator<number, Spider> {
  const present = evaluate(start);
  let done = 1;
  yield done;
  const lines: Reading[][] = [];
  for (const { values, set } of inputs) {
    const line: Reading[] = [];
    for (const value of values) {
      line.push(evaluate(set(start, value)));
      done += 1;
      yield done;
    }
    lines.push(line);
  }
  return { present, lines };
}
