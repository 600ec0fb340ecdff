/** The list of what became of dropped files, as it grows while questions are answered. */
import type { FileOutcome } from '../workers/engine-jobs.ts';

/** Earlier outcomes with later ones in their place. A file that is read again for a sibling in its archive stays as it was. */
export function withOutcomes(before: readonly FileOutcome[], now: readonly FileOutcome[]): readonly FileOutcome[] {
  const known = new Map(before.map((outcome) => [outcome.file, outcome]));
  for (const outcome of now) {
    const earlier = known.get(outcome.file);
    if (outcome.duplicateOf === undefined || earlier?.state !== 'read') known.set(outcome.file, outcome);
  }
  return [...known.values()];
}

/** Each item once, in the order in which they come. */
export function distinct<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
