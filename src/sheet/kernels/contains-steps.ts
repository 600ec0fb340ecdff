/** A search through a large dictionary in slices, for callers that share their thread with a user. */
import type { TextColumn } from '../../core/table.ts';
import type { RowTest } from './filter.ts';

/** Texts between two pauses: a few milliseconds, since a language's lower case is dear. */
const STEP = 2048;

/** `textContains`, pausing after every few milliseconds' worth of texts. */
export function* textContainsSteps(
  { codes, values }: TextColumn,
  part: string,
  locale: string,
): Generator<undefined, RowTest> {
  const lower = part.toLocaleLowerCase(locale);
  const passes = new Uint8Array(values.length);
  for (const [code, text] of values.entries()) {
    if (code % STEP === STEP - 1) yield;
    passes[code] = text.toLocaleLowerCase(locale).includes(lower) ? 1 : 0;
  }
  return (row) => passes[codes[row] ?? 0] === 1;
}
