import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { StoredDocument } from '../../src/storage/document.ts';
import type { Store } from '../../src/storage/store.ts';
import { TabRole } from '../../src/storage/tab-role.ts';
import { ChangeChannel } from '../../src/storage/tabs.ts';
import { runs } from '../support/runs.ts';
import { FakeLocks } from './support/fake-locks.ts';
import { dataset, newName, opened, valueOf } from './support/store-fixture.ts';

const document = (name: string): StoredDocument => ({
  version: 1,
  name,
  scenario: '{}',
  asOf: undefined,
  horizonMonths: 12,
  mappings: new Map(),
  views: new Map(),
});

const refusal = { ok: false, error: { kind: 'other-writer' } };

async function isWriter(store: Store): Promise<void> {
  await vi.waitFor(() => {
    expect(store.tabs.role).toBe('writer');
  });
}

describe('two tabs', () => {
  it('have one writer; the other reads, hears of changes, and writes when the first has closed', async () => {
    const [name, locks] = [newName(), new FakeLocks()];
    const first = await opened(name, { locks: locks.tab() });
    const second = await opened(name, { locks: locks.tab() });
    expect([first.readOnly, second.readOnly]).toStrictEqual([undefined, { kind: 'other-writer' }]);
    valueOf(await first.addAll([dataset('a')]));
    expect(await second.addAll([dataset('b')])).toStrictEqual(refusal);
    expect(await second.writeDocument(document('mine'))).toStrictEqual(refusal);
    expect(valueOf(await second.load('a')).table.rows).toBe(3);
    first.close();
    await isWriter(second);
    valueOf(await second.addAll([dataset('b')]));
  });

  it('change over when the second asks: the first stores what waits, then only reads', async () => {
    const [name, locks] = [newName(), new FakeLocks()];
    const first = await opened(name, { locks: locks.tab() });
    const second = await opened(name, { locks: locks.tab() });
    first.tabs.onAsked(() => {
      void first.writeDocument(document('typed last')).then(() => {
        first.tabs.standUp();
      });
    });
    expect(await second.tabs.takeOver()).toBe(true);
    await isWriter(second);
    expect(valueOf(await second.readDocument())?.name).toBe('typed last');
    expect(await first.writeDocument(document('too late'))).toStrictEqual(refusal);
    expect(await first.tabs.takeOver()).toBe(true);
    await isWriter(first);
    expect(second.readOnly).toStrictEqual({ kind: 'other-writer' });
  });

  it('change over also when the term that the second begins is overtaken twice', async () => {
    const [store, locks] = [newName(), new FakeLocks()];
    let failures = 2;
    const tab = (begin: () => Promise<void>): TabRole => {
      const channel = new ChangeChannel(store);
      const role = new TabRole({ store, channel, locks: locks.tab(), begin });
      onTestFinished(() => {
        role.close();
        channel.close();
      });
      return role;
    };
    const first = tab(() => Promise.resolve());
    const second = tab(() => (failures-- > 0 ? Promise.reject(new Error('other-writer')) : Promise.resolve()));
    await first.start();
    await second.start();
    expect(await second.takeOver()).toBe(true);
    expect([first.role, second.role]).toStrictEqual(['follower', 'writer']);
  });

  it('do not change over in the middle of an import', async () => {
    const [name, locks] = [newName(), new FakeLocks()];
    const first = await opened(name, { locks: locks.tab() });
    const second = await opened(name, { locks: locks.tab() });
    let took: boolean | undefined;
    await first.importing(undefined, async ({ commit }) => {
      took = await second.tabs.takeOver();
      valueOf(await commit([dataset('a')], []));
    });
    expect(took).toBe(false);
    expect(valueOf(await second.list()).map(({ id }) => id)).toStrictEqual(['a']);
  });

  it('leave a tab that hangs behind: when it wakes, its writes are refused', async () => {
    const [name, locks] = [newName(), new FakeLocks()];
    const hung = await opened(name, { locks: locks.tab() });
    hung.tabs.onAsked(() => undefined);
    const second = await opened(name, { locks: locks.tab() });
    // The hung tab does not notice that its lock was stolen either.
    const stale = await opened(name, { locks: 'none' });
    Object.assign(Reflect.get(stale, 'db'), { term: 1 });
    expect(await second.tabs.takeOver()).toBe(true);
    await isWriter(second);
    expect(await stale.writeDocument(document('stale'))).toStrictEqual(refusal);
    expect(await hung.writeDocument(document('hung'))).toStrictEqual(refusal);
  });

  it('go on when the writer crashes', async () => {
    const [name, locks] = [newName(), new FakeLocks()];
    const crashing = locks.tab();
    await opened(name, { locks: crashing });
    const second = await opened(name, { locks: locks.tab() });
    crashing.crash();
    await isWriter(second);
    valueOf(await second.writeDocument(document('after')));
  });
});

/** `npm run soak` does all 200, several times over. */
const STEPS = process.env['TERMWISE_SOAK'] === undefined ? 60 : 200;

/** What a tab does; the number says which tab, or which dataset. */
const operations = fc.array(
  fc.record({
    tab: fc.nat(3),
    what: fc.constantFrom('add', 'add', 'rename', 'remove', 'write', 'write', 'take-over', 'close', 'crash'),
  }),
  { minLength: STEPS, maxLength: STEPS },
);

describe('two to four tabs', () => {
  it(`lose no update in ${String(STEPS)} random operations`, { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 4 }), operations, async (count, steps) => {
        const model = new Tabs(count);
        await model.start();
        for (const [at, { tab, what }] of steps.entries()) await model.step(tab % count, what, at);
        await model.end();
      }),
      { numRuns: Math.min(10, runs(1)) },
    );
  });
});

/** Tabs on one store, and what must be in it: all that was acknowledged. */
class Tabs {
  private readonly name = newName();
  private readonly locks = new FakeLocks();
  private readonly count: number;
  private tabs: { store: Store; crash: () => void }[] = [];
  private readonly files = new Map<string, string>();
  private title: string | undefined;

  constructor(count: number) {
    this.count = count;
  }

  async start(): Promise<void> {
    for (let tab = 0; tab < this.count; tab++) this.tabs[tab] = await this.open();
  }

  async step(tab: number, what: string, at: number): Promise<void> {
    const { store, crash } = this.tabs[tab] ?? (await this.open());
    const known = [...this.files.keys()][at % Math.max(1, this.files.size)];
    if (what === 'take-over') await store.tabs.takeOver();
    else if (what === 'close' || what === 'crash') {
      if (what === 'crash') crash();
      store.close();
      this.tabs[tab] = await this.open();
    } else if (what === 'write') {
      const title = `document ${String(at)}`;
      if ((await store.writeDocument(document(title))).ok) this.title = title;
    } else if (what === 'add') {
      const id = `d${String(at)}`;
      if ((await store.addAll([dataset(id, 2, at)])).ok) this.files.set(id, `${id}.csv`);
    } else if (known !== undefined && what === 'rename') {
      const file = `renamed ${String(at)}`;
      if ((await store.amend(known, { file })).ok) this.files.set(known, file);
    } else if (known !== undefined && (await store.remove(known)).ok) this.files.delete(known);
  }

  async end(): Promise<void> {
    for (const { store } of this.tabs) {
      const entries = valueOf(await store.list());
      expect(new Map(entries.map(({ id, file }) => [id, file]))).toStrictEqual(this.files);
      expect(valueOf(await store.readDocument())?.name).toBe(this.title);
    }
    for (const { store } of this.tabs) store.close();
  }

  private async open(): Promise<{ store: Store; crash: () => void }> {
    const locks = this.locks.tab();
    return { store: await opened(this.name, { locks }), crash: locks.crash };
  }
}
