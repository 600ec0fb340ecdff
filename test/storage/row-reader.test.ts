/** Rows read slice by slice, against the whole table. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../src/core/cell-text.ts';
import { type Table, emptyTable } from '../../src/core/table.ts';
import type { Store } from '../../src/storage/store.ts';
import { chunksOfTable } from '../../src/storage/table-chunks.ts';
import { runs } from '../support/runs.ts';
import { tables } from './support/arbitrary-tables.ts';
import { dataset, newName, opened, tamper, valueOf } from './support/store-fixture.ts';

/** Cells as texts, by column and row; of several tables one below the other. */
function textsOf(parts: readonly Table[], names: readonly string[]): readonly (readonly string[])[] {
  return names.map((name) =>
    parts.flatMap(({ rows, columns }) => {
      const column = columns.get(name);
      if (!column) throw new Error(`no column ${name}`);
      return Array.from({ length: rows }, (_, row) => cellText(column, row));
    }),
  );
}

/** Stores a table in chunks of some rows. */
async function store(into: Store, id: string, table: Table, chunkRows: number): Promise<void> {
  const result = await into.importing(undefined, async ({ open, commit }) => {
    const chunks = open();
    for (const chunk of chunksOfTable(table, chunkRows)) await chunks.write(chunk);
    return commit([{ ...dataset(id), table: emptyTable(), chunks }], []);
  });
  valueOf(valueOf(result));
}

async function collected(tablesOf: AsyncIterable<Table>): Promise<readonly Table[]> {
  const list: Table[] = [];
  for await (const table of tablesOf) list.push(table);
  return list;
}

describe('rows read slice by slice', () => {
  it('are those of the whole table, all of them and any range, all columns and some', async () => {
    const place = await opened();
    let count = 0;
    const cut = fc.integer({ min: 1, max: 15 });
    await fc.assert(
      fc.asyncProperty(tables(), cut, fc.nat(40), fc.nat(40), async (table, chunkRows, one, other) => {
        const id = `t${String(++count)}`;
        await store(place, id, table, chunkRows);
        const names = [...table.columns.keys()];
        const some = names.filter((_, index) => index % 2 === 0);
        const [from, end] = [Math.min(one, other), Math.max(one, other)];
        const [all, part] = valueOf(
          await place.reading(id, async (rows) => [await collected(rows.all()), await rows.rows(from, end, some)]),
        );
        expect(textsOf(all, names)).toStrictEqual(textsOf([table], names));
        const wanted = textsOf([table], some).map((cells) => cells.slice(from, end));
        if (part.length > 0) expect(textsOf(part, some)).toStrictEqual(wanted);
        else expect(wanted.flat()).toStrictEqual([]);
        for (const { columns } of part) expect([...columns.keys()]).toStrictEqual(some);
      }),
      { numRuns: runs(25) },
    );
  });

  it('hold only the texts of their own slice', async () => {
    const place = await opened();
    await store(place, 'a', dataset('a', 100).table, 10);
    const slices = valueOf(await place.reading('a', (rows) => collected(rows.all(['subscriptionId']))));
    const sizes = slices.map(({ columns }) => {
      const column = columns.get('subscriptionId');
      return column?.kind === 'text' ? column.values.length : 0;
    });
    expect(sizes).toStrictEqual(Array.from({ length: 10 }, () => 11));
  });

  it('are refused by name when a part is not what was stored, and the dataset is marked', async () => {
    const name = newName();
    const place = await opened(name);
    await store(place, 'a', dataset('a', 100).table, 10);
    await tamper(name, 'parts', (records) => {
      records.openCursor().onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
        const record = cursor?.value as { bytes: ArrayBuffer } | undefined;
        if (!cursor || !record) return;
        const bytes = new Uint8Array(record.bytes);
        bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
        cursor.update(record);
      };
    });
    const read = await place.reading('a', (rows) => collected(rows.all()));
    expect(read).toMatchObject({ ok: false, error: { kind: 'damaged-dataset', id: 'a' } });
    expect(valueOf(await place.list())[0]?.state).toBe('damaged');
  });

  it('are missing when the dataset went away while they were read', async () => {
    const place = await opened();
    await store(place, 'a', dataset('a', 100).table, 10);
    const read = await place.reading('a', async (rows) => {
      valueOf(await place.remove('a'));
      return collected(rows.all());
    });
    expect(read).toStrictEqual({ ok: false, error: { kind: 'missing-dataset', id: 'a' } });
  });
});
