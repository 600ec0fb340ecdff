/** Values that are dear to make, each in a task of its own, so that a new result never makes one long task. */
import { untrack } from 'svelte';
import { queueDrawing } from '../ui/chart/draw-queue.ts';

/**
 * What `make` gives for the inputs: the first at once; after a change of inputs the earlier value stays until its turn has
 * come (`pending` says so). Inputs that have changed again by then are never made. To be called while a component is set up.
 */
export function later<Inputs extends unknown[], T>(
  make: (...inputs: Inputs) => T,
  inputs: () => readonly [...Inputs],
): { readonly value: T; readonly pending: boolean } {
  let used = $state.raw(untrack(inputs));
  let value = $state.raw(untrack(() => make(...used)));
  const differs = (wanted: readonly unknown[]): boolean => wanted.some((input, index) => input !== used[index]);
  const pending = $derived(differs(inputs()));
  // Tasks are outside of Svelte: a change of the inputs asks for one.
  $effect(() => {
    const wanted = inputs();
    if (!untrack(() => differs(wanted))) return;
    let stale = false;
    void queueDrawing(() => {
      if (stale) return;
      used = wanted;
      value = make(...wanted);
    });
    return () => {
      stale = true;
    };
  });
  return {
    get value() {
      return value;
    },
    get pending() {
      return pending;
    },
  };
}
