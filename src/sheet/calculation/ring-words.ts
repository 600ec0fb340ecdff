/** What to say of formulas that read each other in a ring. */
import { formulaWords } from '../../core/text/en/formulas.ts';

/** Longer rings are cut in the middle: the words stand in one line. */
const MOST = 8;

/** @param labels of the ring in reading order, the first again at its end; '' for what users never see */
export function ringWords(labels: readonly string[]): string {
  const seen = labels.filter((label, at) => label !== '' && label !== labels[at - 1]);
  const ring = seen.length > 0 && seen[0] !== seen.at(-1) ? [...seen, seen[0] ?? ''] : seen;
  if (ring.length <= 2 && ring[0] !== undefined) return formulaWords.readsItself(ring[0]);
  const shown = ring.length <= MOST ? ring : [...ring.slice(0, MOST - 2), '…', ring.at(-1) ?? ''];
  return formulaWords.ring(shown);
}
