/** Sequences whose beginning is looked at before they are read. */

/** The items taken for a look, the whole sequence with them, and how to let go of it unread. */
export interface Peeked<T> {
  readonly taken: readonly T[];
  readonly all: AsyncIterable<T>;
  readonly close: () => Promise<void>;
}

/** Takes items until `enough` says so or there are no more. */
export async function peek<T>(items: AsyncIterable<T>, enough: (taken: readonly T[]) => boolean): Promise<Peeked<T>> {
  const iterator = items[Symbol.asyncIterator]();
  const taken: T[] = [];
  while (!enough(taken)) {
    const next = await iterator.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return {
    taken,
    all: resume(taken, iterator),
    close: async () => {
      await iterator.return?.();
    },
  };
}

async function* resume<T>(taken: readonly T[], iterator: AsyncIterator<T>): AsyncIterable<T> {
  try {
    yield* taken;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

/** Gives `first` once and what `again` makes from then on: an opening that was peeked into need not be wasted. */
export function firstThen<T>(first: T, again: () => T): () => T {
  let given = false;
  return () => {
    if (given) return again();
    given = true;
    return first;
  };
}
