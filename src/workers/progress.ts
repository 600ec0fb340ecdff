/** Progress reports, thinned out so that a screen is not flooded. */

const MIN_GAP_MS = 50;

export interface Throttle<P> {
  readonly report: (progress: P) => void;
  /** Sends the report that was held back last, and waits until all have been taken. */
  readonly finish: () => Promise<void>;
}

/** Sends reports at least 50 ms apart; of those in between only the last one, when the time is up or at the end. */
export function progressThrottle<P>(
  send: (progress: P) => Promise<void>,
  now: () => number = () => performance.now(),
): Throttle<P> {
  let sentAt = -Infinity;
  let held: { readonly progress: P } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let taken = Promise.resolve();
  const deliver = (progress: P): void => {
    clearTimeout(timer);
    timer = undefined;
    held = undefined;
    sentAt = now();
    taken = Promise.all([taken, send(progress)]).then(() => undefined);
    // A receiver's exception belongs to `finish`; a job that fails before never gets there.
    taken.catch(() => undefined);
  };
  const deliverHeld = (): void => {
    if (held !== undefined) deliver(held.progress);
  };
  return {
    report: (progress) => {
      if (now() - sentAt >= MIN_GAP_MS) {
        deliver(progress);
        return;
      }
      held = { progress };
      timer ??= setTimeout(deliverHeld, MIN_GAP_MS);
    },
    finish: () => {
      clearTimeout(timer);
      deliverHeld();
      return taken;
    },
  };
}
