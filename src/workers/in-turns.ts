/** Long work of the engine in turns, so that it says how far it is and can be given up. */

/** Milliseconds after which others get a turn. */
const SLICE_MS = 50;

export interface Waiting<P> {
  readonly signal: AbortSignal;
  readonly report: (progress: P) => void;
}

/** What the last step gives; undefined when it was cancelled. */
export async function inTurns<P, T>(
  steps: Generator<P, T>,
  { signal, report }: Waiting<P>,
  now: () => number = () => performance.now(),
): Promise<T | undefined> {
  let since = now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (now() - since < SLICE_MS) continue;
    report(step.value);
    // Lets a cancel arrive.
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return undefined;
    since = now();
  }
}
