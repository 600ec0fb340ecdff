/** Whole numbers in the narrowest array that holds them; cells that are all alike in none at all. */

export type Numbers = Uint32Array | Float64Array | Int32Array | Uint8Array;
type Stored = Numbers | Uint16Array;

/** How the numbers of one array were packed; stands in the manifest. */
export interface Packing {
  /** Added to each stored number. */
  readonly base: number;
  /** A stored 0 is an empty cell, all other numbers are one too large. */
  readonly hasEmpty: boolean;
  /** All cells are `base` (with `hasEmpty`: empty), so none is stored. */
  readonly constant: boolean;
}

export interface Packed {
  readonly packing: Packing;
  /** Undefined for constants. */
  readonly data: Stored | undefined;
}

const PLAIN: Packing = { base: 0, hasEmpty: false, constant: false };
const MAX_NARROW = 0xffff_ffff;

/** Packs numbers. @param empty the value of an empty cell, undefined when there are none */
export function pack(values: Numbers, empty: number | undefined): Packed {
  const range = rangeOf(values, empty);
  if (range === undefined) return { packing: PLAIN, data: values };
  const { min, max, hasEmpty } = range;
  if (min > max) return { packing: { base: 0, hasEmpty, constant: true }, data: undefined };
  if (min === max && !hasEmpty) return { packing: { base: min, hasEmpty, constant: true }, data: undefined };
  const isSmall = min >= 0 && max <= MAX_NARROW && !hasEmpty && widthOf(max) === widthOf(max - min);
  const base = isSmall ? 0 : min;
  const shift = (hasEmpty ? 1 : 0) - base;
  if (max + shift > MAX_NARROW) return { packing: PLAIN, data: values };
  const data = arrayOf(max + shift, values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    data[i] = isEmptyCell(value, empty) ? 0 : value + shift;
  }
  return { packing: { base, hasEmpty, constant: false }, data };
}

/** Writes `count` packed numbers into `target` from `from` on. @param data undefined for constants */
export function unpack(
  target: Numbers,
  from: number,
  count: number,
  {
    packing: { base, hasEmpty, constant },
    data,
  }: { readonly packing: Packing; readonly data: ArrayLike<number> | undefined },
  empty: number | undefined,
): void {
  const none = empty ?? 0;
  if (constant || data === undefined) {
    target.fill(hasEmpty ? none : base, from, from + count);
    return;
  }
  target.set(data, from);
  if (base === 0 && !hasEmpty) return;
  const shift = base - (hasEmpty ? 1 : 0);
  for (let i = from; i < from + count; i++) {
    const stored = target[i] ?? 0;
    target[i] = hasEmpty && stored === 0 ? none : stored + shift;
  }
}

/** Smallest and largest value; undefined when some are no whole numbers, or a negative zero. `min > max`: all are empty. */
function rangeOf(
  values: Numbers,
  empty: number | undefined,
): { min: number; max: number; hasEmpty: boolean } | undefined {
  let min = Infinity;
  let max = -Infinity;
  let hasEmpty = false;
  for (const value of values) {
    if (isEmptyCell(value, empty)) {
      hasEmpty = true;
      continue;
    }
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) return undefined;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max, hasEmpty };
}

function isEmptyCell(value: number, empty: number | undefined): boolean {
  return value === empty || (empty !== undefined && Number.isNaN(value));
}

function widthOf(max: number): 1 | 2 | 4 {
  return max <= 0xff ? 1 : max <= 0xffff ? 2 : 4;
}

function arrayOf(max: number, length: number): Uint8Array | Uint16Array | Uint32Array {
  const width = widthOf(max);
  return width === 1 ? new Uint8Array(length) : width === 2 ? new Uint16Array(length) : new Uint32Array(length);
}
