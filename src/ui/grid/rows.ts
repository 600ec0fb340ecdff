/** Which rows show, and which pool slot draws which of them. */

/** The first row of which at least a pixel shows. */
export function firstRow(top: number, rowHeight: number): number {
  return Math.max(0, Math.floor(top / rowHeight));
}

/** How many slots draw every row that can show at once in a body of `height` pixels. */
export function poolSize(height: number, rowHeight: number): number {
  return Math.max(0, Math.ceil(height / rowHeight)) + 1;
}

/** The row that a slot draws: the one at or after `first` whose number leaves the slot's when divided by the pool. */
export function rowOfSlot(slot: number, first: number, pool: number): number {
  return first + ((((slot - first) % pool) + pool) % pool);
}

const BASE_STEP = 4096;

/**
 * The row from which positions inside the track are counted. It moves seldom, so that scrolling leaves rows alone, and it
 * is near, because transforms are 32-bit floats: pixels blur beyond 16 million.
 */
export function baseRow(first: number): number {
  return Math.floor(first / BASE_STEP) * BASE_STEP;
}
