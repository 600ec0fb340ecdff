/** Hashes that the engine has taken elsewhere: through the page, in a worker that lives only while there is something to do. */
import { describe, expect, it } from 'vitest';
import { type HashAnswer, type HashRequest, awaitHashPort, offerHashes } from '../../src/workers/hash-port.ts';

/** A worker in name: what is posted to it is heard by its listener's owner, here the test. */
class FakeWorker extends EventTarget {
  readonly received: unknown[] = [];
  ended = false;
  postMessage(message: unknown): void {
    this.received.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const asWorker = (fake: FakeWorker): Worker => fake as unknown as Worker;

function connected() {
  const engine = new FakeWorker();
  const workers: FakeWorker[] = [];
  offerHashes(asWorker(engine), () => {
    workers.push(new FakeWorker());
    return asWorker(workers.at(-1) ?? new FakeWorker());
  });
  const scope = new FakeWorker();
  const hashing = awaitHashPort(scope);
  scope.say(engine.received[0]);
  const hash = hashing();
  if (!hash) throw new Error('no port came');
  return { hash, workers };
}

/** What the page passed on to the worker, once it is there. */
async function requestTo(workers: readonly FakeWorker[], index: number): Promise<[FakeWorker, HashRequest]> {
  for (;;) {
    const worker = workers[index];
    const request = worker?.received.shift();
    if (worker && request !== undefined) return [worker, request as HashRequest];
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

describe('hashes taken elsewhere', () => {
  it('come back to who asked, from a worker that ends with the last of them', async () => {
    const { hash, workers } = connected();
    const [first, second] = [hash(new Blob(['a'])), hash(new Blob(['b']))];
    const [worker, one] = await requestTo(workers, 0);
    const [, two] = await requestTo(workers, 0);
    worker.say({ id: two.id, sha256: 'of b' } satisfies HashAnswer);
    expect(await second).toBe('of b');
    expect(worker.ended).toBe(false);
    worker.say({ id: one.id, sha256: 'of a' } satisfies HashAnswer);
    expect(await first).toBe('of a');
    expect(worker.ended).toBe(true);
    expect(workers).toHaveLength(1);
  });

  it('are given up when the worker dies, and a new one is started for the next', async () => {
    const { hash, workers } = connected();
    const lost = hash(new Blob(['a']));
    const [worker] = await requestTo(workers, 0);
    worker.dispatchEvent(new Event('error'));
    await expect(lost).rejects.toThrow('INTERNAL');
    const next = hash(new Blob(['b']));
    const [fresh, { id }] = await requestTo(workers, 1);
    fresh.say({ id, sha256: 'of b' });
    expect(await next).toBe('of b');
  });
});
