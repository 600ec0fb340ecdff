import { expect, it } from 'vitest';
import { RunningJobs, counted } from '../../src/workers/running-jobs.ts';

type Jobs = {
  work: { input: Promise<string>; progress: undefined; output: string };
  forever: { input: Promise<string>; progress: undefined; output: string };
};
const context = { signal: new AbortController().signal, report: () => undefined, transfer: <T>(value: T): T => value };

function gate(): { readonly promise: Promise<string>; readonly open: () => void } {
  let open = (): void => undefined;
  const promise = new Promise<string>((resolve) => {
    open = () => {
      resolve('done');
    };
  });
  return { promise, open };
}

/** Whether a promise has resolved once all that waits has had its turn. */
async function isThrough(promise: Promise<void>): Promise<boolean> {
  let through = false;
  void promise.then(() => (through = true));
  await new Promise((resolve) => setTimeout(resolve));
  return through;
}

const host = { work: (wait: Promise<string>) => wait, forever: (wait: Promise<string>) => wait };
const never = new AbortController().signal;

it('is quiet only when every job has ended, also one that failed, and does not count those that run for ever', async () => {
  const jobs = new RunningJobs();
  const counting = counted<Jobs>(host, jobs, new Set(['forever'] as const));
  const [one, endless] = [gate(), gate()];
  void counting.forever(endless.promise, context);
  expect(await isThrough(jobs.quiet(never))).toBe(true);
  const first = counting.work(one.promise, context);
  const second = Promise.resolve(counting.work(Promise.reject(new Error('no')), context)).catch(() => 'failed');
  const quiet = jobs.quiet(never);
  expect(await second).toBe('failed');
  expect(await isThrough(quiet)).toBe(false);
  one.open();
  expect(await first).toBe('done');
  expect(await isThrough(quiet)).toBe(true);
});

it('is quiet again only after another job, and stops waiting when it is told to', async () => {
  const jobs = new RunningJobs();
  const stop = new AbortController();
  const again = jobs.quietAgain(never);
  expect(await isThrough(again)).toBe(false);
  await jobs.count(() => 'job');
  expect(await isThrough(again)).toBe(true);
  const given = jobs.quietAgain(stop.signal);
  expect(await isThrough(given)).toBe(false);
  stop.abort();
  expect(await isThrough(given)).toBe(true);
});
