/** The notes that a subscription's own facts raise. */
import type { EstAssumptions } from '../core/scenario/scenario.ts';
import type { Subscription } from './book.ts';
import { noteBit } from './notes.ts';

/** @param carried a price that was locked, or that a decision renews to, comes from a row that is no longer in force */
export function ownNotes(
  { share, legacyInstruction, action, termEnd }: Subscription,
  inEst: boolean,
  carried: boolean,
  { eligibleEndFrom }: EstAssumptions,
): number {
  return (
    (share.unmatched && !inEst ? noteBit('promotion-unknown') : 0) |
    (legacyInstruction && action === 'none' ? noteBit('legacy-instruction') : 0) |
    (action === 'unknown' ? noteBit('unknown-action') : 0) |
    (termEnd === eligibleEndFrom ? noteBit('boundary-day') : 0) |
    (carried ? noteBit('carried-forward') : 0)
  );
}
