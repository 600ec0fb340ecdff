import { describe, expect, it } from 'vitest';
import { progressThrottle } from '../../src/workers/progress.ts';
import { transferablesOf } from '../../src/workers/transferables.ts';

describe('progress', () => {
  it('is sent at least 50 ms apart, with the newest report at the end', async () => {
    const sent: number[] = [];
    let clock = 0;
    const { report, finish } = progressThrottle<number>(async (at) => void sent.push(at), () => clock); // prettier-ignore
    for (clock = 0; clock <= 120; clock += 10) report(clock);
    await finish();
    expect(sent).toStrictEqual([0, 50, 100, 120]);
  });

  it('hands an exception of the receiver to whoever finishes', async () => {
    const { report, finish } = progressThrottle<number>(() => Promise.reject(new Error('screen is gone')));
    report(1);
    await expect(finish()).rejects.toThrow('screen is gone');
  });
});

describe('buffers in a result', () => {
  it('are each found once, however deep and however often they are used', () => {
    const shared = new ArrayBuffer(16);
    const days = Int32Array.of(1);
    const loop: { self?: unknown; days: Int32Array } = { days };
    loop.self = loop;
    const value = { columns: new Map([['a', { codes: new Uint32Array(shared, 0, 2), values: ['', 'x'] }]]), loop, list: [new Uint8Array(shared, 8)] }; // prettier-ignore
    expect(new Set(transferablesOf(value))).toStrictEqual(new Set([shared, days.buffer]));
    expect(transferablesOf(value)).toHaveLength(2);
  });

  it('are none in a value without columns', () => {
    for (const value of [undefined, null, 1, 'text', { a: [true] }]) expect(transferablesOf(value)).toStrictEqual([]);
  });
});
