/** What the engine says to the latest question of a screen; the earlier answer stays until the new one is there. */

export interface Answer<T> {
  readonly value: T | undefined;
  /** The answer belongs to an earlier question. */
  readonly waiting: boolean;
}

/**
 * Asks anew whenever what `ask` reads before its first await changes; a question that is overtaken is cancelled. To be
 * called while a component is set up.
 * @param ask undefined: there is nothing to ask
 */
export function answerTo<T>(
  ask: (signal: AbortSignal) => Promise<T> | undefined,
  onError: (error: unknown) => void,
): Answer<T> {
  let value: T | undefined = $state.raw();
  let waiting = $state(true);
  // The engine is outside: a change of the question asks it.
  $effect(() => {
    const stop = new AbortController();
    const asked = ask(stop.signal);
    if (!asked) {
      value = undefined;
      waiting = false;
      return;
    }
    waiting = true;
    asked.then(
      (answer) => {
        if (stop.signal.aborted) return;
        value = answer;
        waiting = false;
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        waiting = false;
        onError(error);
      },
    );
    return () => {
      stop.abort();
    };
  });
  return {
    get value() {
      return value;
    },
    get waiting() {
      return waiting;
    },
  };
}
