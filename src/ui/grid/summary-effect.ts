/** Adds up a selection in slices, so that the page stays alive. */
import type { GridRange } from './selection.ts';
import type { GridSource } from './source.ts';
import { type GridSummary, summarise } from './summary.ts';

/** Hands over the summary when it is there; gives what ends the sum when something newer is asked for. */
export function summariseLater(
  source: GridSource,
  range: GridRange,
  onSummary: (summary: GridSummary) => void,
): () => void {
  const steps = summarise(source, range);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const step = (): void => {
    const next = steps.next();
    if (next.done === true) onSummary(next.value);
    else timer = setTimeout(step);
  };
  step();
  return () => {
    clearTimeout(timer);
  };
}
