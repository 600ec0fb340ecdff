/** Numbering the distinct pairs of two codes: the one kernel behind the levels of an axis and the cells of a pivot. */
import { allRows, radixSort } from '../kernels/radix.ts';

/** Distinct pairs in order, and which of them each item has. */
export interface Pairs {
  /** The pair of each item. */
  readonly ids: Uint32Array;
  /** `first × secondSize + second` of each pair, ascending. */
  readonly keys: Float64Array;
  readonly secondSize: number;
}

/** Below this many possible pairs (or so many an item) they are ticked off in a table, beyond it they are sorted. */
const TABLE = 1 << 16;
const TABLE_AN_ITEM = 8;
const WORD = 2 ** 32;

/** Pairs of two codes an item; `firstSize × secondSize` is a safe integer. */
export function groupPairs(first: Uint32Array, firstSize: number, second: Uint32Array, secondSize: number): Pairs {
  const possible = firstSize * secondSize;
  return possible <= Math.max(TABLE, TABLE_AN_ITEM * first.length)
    ? byTable(first, second, secondSize, possible)
    : bySort(first, second, secondSize);
}

function byTable(first: Uint32Array, second: Uint32Array, secondSize: number, possible: number): Pairs {
  const items = first.length;
  const ids = new Uint32Array(items);
  const numbers = new Uint32Array(possible);
  for (let item = 0; item < items; item++) {
    const key = (first[item] ?? 0) * secondSize + (second[item] ?? 0);
    ids[item] = key;
    numbers[key] = 1;
  }
  let found = 0;
  for (let key = 0; key < possible; key++) if (numbers[key] === 1) numbers[key] = ++found;
  const keys = new Float64Array(found);
  for (let key = 0; key < possible; key++) {
    const number = numbers[key] ?? 0;
    if (number > 0) keys[number - 1] = key;
  }
  for (let item = 0; item < items; item++) ids[item] = (numbers[ids[item] ?? 0] ?? 1) - 1;
  return { ids, keys, secondSize };
}

function bySort(first: Uint32Array, second: Uint32Array, secondSize: number): Pairs {
  const items = first.length;
  const keyOf = (item: number): number => (first[item] ?? 0) * secondSize + (second[item] ?? 0);
  const low = new Uint32Array(items);
  const high = new Uint32Array(items);
  for (let item = 0; item < items; item++) {
    const key = keyOf(item);
    low[item] = key % WORD;
    high[item] = key / WORD;
  }
  const ids = new Uint32Array(items);
  const keys = new Float64Array(items);
  let found = 0;
  for (const item of radixSort(allRows(items), [low, high])) {
    const key = keyOf(item);
    if (found === 0 || keys[found - 1] !== key) keys[found++] = key;
    ids[item] = found - 1;
  }
  return { ids, keys: keys.slice(0, found), secondSize };
}

/** The number of a pair; −1 when no item has it. */
export function pairOf({ keys, secondSize }: Pairs, first: number, second: number): number {
  const key = first * secondSize + second;
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return keys[low] === key ? low : -1;
}

/** The first code of each pair. */
export function firstCodes({ keys, secondSize }: Pairs): Uint32Array {
  const codes = new Uint32Array(keys.length);
  for (let id = 0; id < keys.length; id++) codes[id] = (keys[id] ?? 0) / secondSize;
  return codes;
}

/** The second code of each pair. */
export function secondCodes({ keys, secondSize }: Pairs): Uint32Array {
  const codes = new Uint32Array(keys.length);
  for (let id = 0; id < keys.length; id++) codes[id] = (keys[id] ?? 0) % secondSize;
  return codes;
}

/** What stands at each place: `values[places[i]]`. A loop, since `map` with a function takes several times as long. */
export function pick(values: Uint32Array, places: Uint32Array): Uint32Array {
  const picked = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i++) picked[i] = values[places[i] ?? 0] ?? 0;
  return picked;
}
