/** Bounds what the columns of a sheet remember of the texts they have seen. */
import { MAX_REMEMBERED_CHARACTERS, MAX_REMEMBERED_TEXTS } from '../limits.ts';

/** A column's sink, as far as it remembers. */
export interface Remembering {
  readonly remembered: { readonly texts: number; readonly characters: number };
  forget(): void;
}

/** Lets columns beyond the limits begin again, the largest first. */
export function forgetMany(sinks: readonly Remembering[]): void {
  const largestFirst = sinks.map((sink) => ({ sink, ...sink.remembered })).sort((a, b) => b.characters - a.characters);
  let characters = largestFirst.reduce((sum, column) => sum + column.characters, 0);
  for (const column of largestFirst) {
    if (column.texts <= MAX_REMEMBERED_TEXTS && characters <= MAX_REMEMBERED_CHARACTERS) continue;
    column.sink.forget();
    characters -= column.characters;
  }
}
