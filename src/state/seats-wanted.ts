/** Seats wanted after a term end, by subscription: an input that counts until something is decided. */

/** By the subscription's id as it is matched (`idKey`). */
export type SeatsWanted = ReadonlyMap<string, number>;

/** The seats after some changes; undefined takes a wish away. */
export function withSeats(seats: SeatsWanted, changes: ReadonlyMap<string, number | undefined>): SeatsWanted {
  const next = new Map(seats);
  for (const [id, wanted] of changes) {
    if (wanted === undefined) next.delete(id);
    else next.set(id, wanted);
  }
  return next;
}

/** As it was stored: pairs of id and seats; what is neither is left out. */
export function readSeats(value: unknown): SeatsWanted {
  if (!Array.isArray(value)) return new Map();
  return new Map(
    value.flatMap((pair: unknown) => {
      if (!Array.isArray(pair)) return [];
      const [id, seats] = pair as readonly unknown[];
      return typeof id === 'string' && isSeats(seats) ? [[id, seats] as const] : [];
    }),
  );
}

function isSeats(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}
