import { afterEach, describe, expect, it, vi } from 'vitest';
import { ifAlone, whileAlone } from '../../src/storage/tabs.ts';
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

/** One exclusive lock, as Web Locks keep it. */
function fakeLocks(): object {
  let last: Promise<unknown> = Promise.resolve();
  let held = 0;
  const request = (_: string, options: unknown, work?: (lock: object | null) => unknown): Promise<unknown> => {
    if (work !== undefined && held > 0) return Promise.resolve(work(null));
    held += 1;
    const run = work ?? options;
    last = last.then(() => (typeof run === 'function' ? run({}) : undefined)).finally(() => (held -= 1));
    return last;
  };
  return { request };
}

describe.each([
  ['with Web Locks', true],
  ['without', false],
])('writing %s', (_, hasLocks) => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('goes one after the other where it can, and never waits for ever', async () => {
    vi.stubGlobal('navigator', hasLocks ? { locks: fakeLocks() } : {});
    const steps: string[] = [];
    const write = (tab: string) => async (): Promise<void> => {
      steps.push(`${tab} begins`);
      await Promise.resolve();
      steps.push(`${tab} ends`);
    };
    await Promise.all([whileAlone('s', write('first')), whileAlone('s', write('second')), ifAlone('s', write('sweep'))]); // prettier-ignore
    if (hasLocks) expect(steps).toStrictEqual(['first begins', 'first ends', 'second begins', 'second ends']);
    else expect(steps.toSorted()).toHaveLength(6);
    await ifAlone('s', write('later sweep'));
    expect(steps.at(-1)).toBe('later sweep ends');
  });
});
