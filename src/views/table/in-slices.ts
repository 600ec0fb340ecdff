/** Long work on the page's own thread, cut into slices between which the page draws and answers. */

/** Milliseconds of a slice. */
const SLICE = 12;

/**
 * Runs `steps` to the end and gives their result; undefined when `signal` ended them. The first slice already is a task of
 * its own: what calls it has often just taken over a large result.
 */
export async function inSlices<T>(steps: Generator<unknown, T>, signal: AbortSignal): Promise<T | undefined> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return undefined;
    const until = performance.now() + SLICE;
    while (performance.now() < until) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  }
}
