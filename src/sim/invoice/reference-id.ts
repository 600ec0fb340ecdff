/** What ties the lines of one operation together, in the three ways in which files write it (R-108, D-08). */
import { idKey } from '../../core/ids.ts';

/** The id inside a `ReferenceId`, as ids are matched: plain, or the `id` of a JSON object of either version. Empty where there is none. */
export function referenceKey(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{')) return idKey(trimmed);
  const id = /"id"\s*:\s*"([^"]*)"/i.exec(trimmed)?.[1];
  return idKey(id ?? trimmed);
}
