/** What is on screen: how many trials of which seed, whole or so far. */
import { fraction } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import { uncertaintyText } from '../../core/text/en/uncertainty.ts';
import type { Trials } from '../../state/uncertainty-run.svelte.ts';

const text = uncertaintyText.run;

export function runWords({ facts, done, took, workers }: Trials, running: boolean, format: Format): string {
  const [some, all] = [format.count(done), format.count(facts.trials)];
  if (took === undefined) return running ? text.partial(some, all) : text.cancelled(some, all);
  const seconds = format.exact(fraction(Math.round(took / 100), 10), [1, 1]);
  return `${text.done(all, facts.seed)} · ${text.took(seconds, workers)}`;
}
