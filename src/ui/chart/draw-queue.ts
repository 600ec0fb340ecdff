/** Drawings one after the other, each in a task of its own, so that several first charts never make one long task. */

let last: Promise<unknown> = Promise.resolve();

/** Runs a drawing after all earlier ones, in a new task. */
export function queueDrawing<T>(draw: () => T | Promise<T>): Promise<T> {
  const turn = last.then(nextTask).then(draw);
  last = turn.catch(() => undefined);
  return turn;
}

/** Lets the browser paint and handle input before what follows. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
