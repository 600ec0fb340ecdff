/** What is read of a dataset while somebody scrolls through it. */
import { describe, expect, it } from 'vitest';
import { PAGE_ROWS, type PageRequest, RowPages } from '../../src/state/row-pages.ts';

const pageOf = ({ from, count, columns }: PageRequest): string[][] =>
  columns.map((column) => Array.from({ length: count }, (_, row) => `${column}${String(from + row)}`));

interface Watched {
  readonly pages: RowPages;
  readonly asked: PageRequest[];
  /** Resolves when nothing is being read any more. */
  readonly quiet: () => Promise<void>;
}

function watched(answer: (request: PageRequest) => readonly (readonly string[])[] | undefined = pageOf): Watched {
  const asked: PageRequest[] = [];
  const pages = new RowPages(
    (request) => {
      asked.push(request);
      return Promise.resolve(answer(request));
    },
    () => undefined,
  );
  return { pages, asked, quiet: () => new Promise((resolve) => setTimeout(resolve)) };
}

describe('rows that are looked at', () => {
  it('are read once, the cells of one drawing together and only their columns', async () => {
    const { pages, asked, quiet } = watched();
    expect([pages.text(0, 'a'), pages.text(1, 'a'), pages.text(1, 'b')]).toStrictEqual([
      undefined,
      undefined,
      undefined,
    ]);
    await quiet();
    expect([pages.text(0, 'a'), pages.text(1, 'b')]).toStrictEqual(['a0', 'b1']);
    await quiet();
    expect(asked).toStrictEqual([{ from: 0, count: PAGE_ROWS, columns: ['a', 'b'] }]);
  });

  it('are not read when they were scrolled past; the last ones come first', async () => {
    const { pages, asked, quiet } = watched();
    for (let page = 0; page < 50; page++) pages.text(page * PAGE_ROWS, 'a');
    await quiet();
    expect(asked.map(({ from }) => from / PAGE_ROWS)).toStrictEqual([49, 48, 47]);
  });

  it('are forgotten in the end, and read again', async () => {
    const { pages, asked, quiet } = watched();
    for (let page = 0; page < 700; page++) {
      pages.text(page * PAGE_ROWS, 'a');
      await quiet();
    }
    expect(pages.text(699 * PAGE_ROWS, 'a')).toBe(`a${String(699 * PAGE_ROWS)}`);
    expect(pages.text(0, 'a')).toBeUndefined();
    await quiet();
    expect(pages.text(0, 'a')).toBe('a0');
    expect(asked).toHaveLength(701);
  });

  it('are all there before they are copied', async () => {
    const { pages, asked, quiet } = watched();
    const range = { top: 100, bottom: 6 * PAGE_ROWS, columns: ['a', 'b'] };
    expect(pages.has(range)).toBe(false);
    await quiet();
    expect(pages.has(range)).toBe(true);
    expect(asked).toHaveLength(7);
  });

  it('are not asked for again when nothing can be read', async () => {
    const { pages, asked, quiet } = watched(() => undefined);
    pages.text(0, 'a');
    await quiet();
    expect(pages.text(0, 'a')).toBeUndefined();
    await quiet();
    expect(asked).toHaveLength(1);
  });
});
