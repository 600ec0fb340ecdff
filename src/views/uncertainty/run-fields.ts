/** What is typed into the fields of a run. */

export const LEAST_TRIALS = 1;
/** More of them take more memory than a page should. */
export const MOST_TRIALS = 100_000;
const MOST_SEED = 100;

/** A number of trials, with or without marks of thousands; undefined: it says none. */
export function readTrials(typed: string): number | undefined {
  const digits = typed.trim().replace(/(?<=\d)[,.\s’'\u00a0\u202f](?=\d{3}\b)/g, '');
  const value = /^\d{1,9}$/.test(digits) ? Number(digits) : NaN;
  return value >= LEAST_TRIALS && value <= MOST_TRIALS ? value : undefined;
}

export function readSeed(typed: string): string | undefined {
  const seed = typed.trim();
  return seed === '' || seed.length > MOST_SEED ? undefined : seed;
}
