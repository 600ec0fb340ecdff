import { afterEach, describe, expect, it, vi } from 'vitest';
import { unlessImporting, whileImporting } from '../../src/storage/tabs.ts';
import { dataset, newName, opened, valueOf } from './support/store-fixture.ts';

describe('two tabs', () => {
  it('see each other’s changes, and only those that happened', async () => {
    const name = newName();
    const [writer, reader] = [await opened(name), await opened(name)];
    const heard = { writer: vi.fn(), reader: vi.fn() };
    writer.onChange(heard.writer);
    const stop = reader.onChange(heard.reader);
    valueOf(await writer.addAll([dataset('a')]));
    await writer.remove('missing');
    await vi.waitFor(() => {
      expect(heard.reader).toHaveBeenCalledOnce();
    });
    expect(valueOf(await reader.list()).map(({ id }) => id)).toStrictEqual(['a']);
    stop();
    valueOf(await writer.remove('a'));
    await vi.waitFor(async () => {
      expect(valueOf(await reader.list())).toStrictEqual([]);
    });
    expect(heard.reader).toHaveBeenCalledOnce();
    expect(heard.writer).not.toHaveBeenCalled();
  });
});

/** Web Locks with a single lock: shared holders side by side, `ifAvailable` refused meanwhile. */
function fakeLocks(): object {
  let holders = 0;
  const request = async (_: string, options: { ifAvailable?: boolean }, work: (lock: object | null) => unknown) => {
    if (options.ifAvailable === true && holders > 0) return work(null);
    holders += 1;
    try {
      return await work({});
    } finally {
      holders -= 1;
    }
  };
  return { request };
}

describe('a sweep', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it.each([
    ['waits for the next start while an import runs', { locks: fakeLocks() }, 0],
    ['runs where the browser has no Web Locks', {}, 1],
  ])('%s', async (_, navigator, sweptMeanwhile) => {
    vi.stubGlobal('navigator', navigator);
    const sweep = vi.fn(async () => undefined);
    await whileImporting('s', () => unlessImporting('s', sweep));
    expect(sweep).toHaveBeenCalledTimes(sweptMeanwhile);
    await unlessImporting('s', sweep);
    expect(sweep).toHaveBeenCalledTimes(sweptMeanwhile + 1);
  });
});
