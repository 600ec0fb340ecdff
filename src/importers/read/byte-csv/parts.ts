const COLON = 0x3a;

/** Start and end of one part of `ProductId:SkuId:AvailabilityId`; nothing where there are fewer parts. */
export function partPlace(bytes: Uint8Array, start: number, end: number, part: number): readonly [number, number] {
  let from = start;
  for (let left = part; left > 0; left--) {
    const colon = bytes.subarray(from, end).indexOf(COLON);
    if (colon < 0) return [end, end];
    from += colon + 1;
  }
  const colon = bytes.subarray(from, end).indexOf(COLON);
  return [from, colon < 0 ? end : from + colon];
}
