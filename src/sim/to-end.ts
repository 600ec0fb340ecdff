/** Work in steps, for those who wait for all of it. */

/** What the last step gives. */
export function toEnd<T>(steps: Generator<unknown, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
