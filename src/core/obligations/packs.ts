/** Rules of agreements and programmes that the user added as data: remembered with the workbook. */
import type { ObligationPack } from './rules/types.ts';

/** As they were stored; rules that this build cannot read are left out. */
export function readPacks(_value: unknown): readonly ObligationPack[] {
  return [];
}
