import { expect, it } from 'vitest';
import { inTurns } from '../../src/workers/in-turns.ts';

function* steps(): Generator<number, string> {
  for (const share of [0.2, 0.4, 0.6, 0.8]) yield share;
  return 'done';
}

/** A clock that is read twice in a step: at its end, and when the next turn begins. */
function clockOf(gap: number): () => number {
  let time = 0;
  return () => (time += gap);
}

it('long work says how far it is after each turn, and quick work nothing', async () => {
  const told: number[] = [];
  const waiting = { signal: new AbortController().signal, report: (share: number) => told.push(share) };
  expect(await inTurns(steps(), waiting, clockOf(1))).toBe('done');
  expect(told).toEqual([]);
  expect(await inTurns(steps(), waiting, clockOf(60))).toBe('done');
  expect(told).toEqual([0.2, 0.4, 0.6, 0.8]);
});

it('goes no further when it is cancelled', async () => {
  const stop = new AbortController();
  const told: number[] = [];
  const report = (share: number): void => {
    told.push(share);
    if (share > 0.3) stop.abort();
  };
  expect(await inTurns(steps(), { signal: stop.signal, report }, clockOf(60))).toBeUndefined();
  expect(told).toEqual([0.2, 0.4]);
});
