/** Which words and which ways on belong to a state of the stored data. */
import { repairText, type RepairWords } from '../../core/text/en/repair.ts';
import type { Keeping } from '../../state/keeping.svelte.ts';

type Loss = NonNullable<Keeping['loss']>;
type Failure = NonNullable<Keeping['failure']>;

/** A way on. `anew`: what is stored has to be given up before. */
export type Way = 'try-again' | 'open-again' | 'reload' | 'restore' | 'read-again' | 'start-anew' | 'go-on';

export function lossWords({ kind, missing, evictable }: Loss): RepairWords {
  return repairText.losses[kind](missing.length, evictable);
}

/** @param text what the store says of the error */
export function failureWords(failure: Failure, text: string): RepairWords {
  const { failures } = repairText;
  switch (failure.kind) {
    case 'cannot-open':
      return failures['cannot-open'](failure.reason);
    case 'data-cleared':
    case 'newer-tab':
    case 'unavailable':
      return failures[failure.kind]();
    default:
      return failures.other(text);
  }
}

/** The ways on from a store that is not open, the safest first. */
export function failureWays({ kind }: Failure): readonly Way[] {
  switch (kind) {
    case 'data-cleared':
      return ['open-again', 'restore', 'read-again', 'start-anew'];
    case 'newer-tab':
      return ['reload'];
    case 'unavailable':
    case 'blocked':
      return ['try-again'];
    default:
      return ['try-again', 'restore', 'read-again', 'start-anew'];
  }
}

export const LOSS_WAYS: readonly Way[] = ['restore', 'read-again', 'go-on'];
