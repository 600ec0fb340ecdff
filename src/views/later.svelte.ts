/** Values that are dear to make, each in a task of its own, so that a new result never makes one long task. */
import { untrack } from 'svelte';
import { nextTask, queueDrawing } from '../ui/chart/draw-queue.ts';

/**
 * What `make` gives for the inputs: the first at once; after a change of inputs the earlier value stays until its turn has
 * come. Inputs that have changed again by then are never made. To be called while a component is set up.
 */
export function later<Inputs extends unknown[], T>(
  make: (...inputs: Inputs) => T,
  inputs: () => readonly [...Inputs],
): { readonly value: T } {
  return made(inputs, make, make);
}

/** The same for what is too dear for one task: each step has its own. What is begun is ended, or inputs that keep changing would never show. */
export function laterInSteps<Inputs extends unknown[], T>(
  steps: (...inputs: Inputs) => Generator<unknown, T>,
  inputs: () => readonly [...Inputs],
): { readonly value: T } {
  const atOnce = (...given: Inputs): T => lastOf(steps(...given));
  return made(inputs, atOnce, async (...wanted) => {
    const work = steps(...wanted);
    for (let step = work.next(); ; step = work.next()) {
      if (step.done === true) return step.value;
      await nextTask();
    }
  });
}

/** @param work makes the value of later inputs */
function made<Inputs extends unknown[], T>(
  inputs: () => readonly [...Inputs],
  atOnce: (...inputs: Inputs) => T,
  work: (...inputs: Inputs) => T | Promise<T>,
): { readonly value: T } {
  let used = untrack(inputs);
  let value = $state.raw(untrack(() => atOnce(...used)));
  // Tasks are outside of Svelte: a change of the inputs asks for one.
  $effect(() => {
    const wanted = inputs();
    if (wanted.every((input, index) => input === used[index])) return;
    let stale = false;
    void queueDrawing(async () => {
      if (stale) return;
      used = wanted;
      value = await work(...wanted);
    });
    return () => {
      stale = true;
    };
  });
  return {
    get value() {
      return value;
    },
  };
}

/** What the steps give in the end. */
function lastOf<T>(steps: Generator<unknown, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
