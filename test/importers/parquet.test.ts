/** Parquet: every value as the text that a CSV would hold; damage, lies and foreign compressions have a name. */
import { gzipSync } from 'fflate';
import type { RowGroup } from 'hyparquet';
import { type ParquetWriteOptions, parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { importSources } from '../../src/importers/index.ts';
import { checkPages } from '../../src/importers/read/parquet/pages.ts';
import { parquetRows } from '../../src/importers/read/parquet/read.ts';
import { importOne, plainTable, sourceOf } from './support.ts';

type Column = ParquetWriteOptions['columnData'][number];
type SchemaElement = NonNullable<ParquetWriteOptions['schema']>[number];

const write = (columnData: Column[], more: Partial<ParquetWriteOptions> = {}) =>
  new Uint8Array(parquetWriteBuffer({ columnData, ...more }));

async function rowsOf(bytes: Uint8Array) {
  const access = { size: bytes.length, slice: (from: number, to: number) => Promise.resolve(bytes.subarray(from, to)) };
  const rows: (readonly string[])[] = [];
  for await (const batch of parquetRows(access)) rows.push(...batch.rows);
  return rows;
}

/** A file of one column with a schema of its own. */
const oneColumn = (element: Omit<SchemaElement, 'name'>, data: unknown[]) =>
  write([{ name: 'x', data }], {
    schema: [
      { name: 'root', num_children: 1 },
      { name: 'x', repetition_type: 'OPTIONAL', ...element },
    ],
  });
const cellsOf = async (bytes: Uint8Array) => (await rowsOf(bytes)).slice(1).map(([cell]) => cell);

describe('cells', () => {
  it.each<[string, Omit<SchemaElement, 'name'>, unknown[], string[]]>([
    ['decimals of 32 bits', { type: 'INT32', converted_type: 'DECIMAL', scale: 2, precision: 9 }, [1n, -1250n, 0n], ['0.01', '-12.50', '0.00']],
    ['decimals of 64 bits', { type: 'INT64', converted_type: 'DECIMAL', scale: 6, precision: 18 }, [123456789012345678n, -1n, null], ['123456789012.345678', '-0.000001', '']],
    ['decimals beyond 64 bits', { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, converted_type: 'DECIMAL', scale: 18, precision: 38 }, [12345678901234567890123456789n, -1n], ['12345678901.234567890123456789', '-0.000000000000000001']],
    ['doubles by their shortest text', { type: 'DOUBLE' }, [0.1, 1.84763819095477, -0.0209496384791679, 1e-7, null], ['0.1', '1.84763819095477', '-0.0209496384791679', '1e-7', '']],
    ['floats by their shortest text', { type: 'FLOAT' }, [0.1, 3.25, 16777216], ['0.1', '3.25', '16777216']],
    ['whole numbers beyond 2^53', { type: 'INT64' }, [9223372036854775807n, -9007199254740993n], ['9223372036854775807', '-9007199254740993']],
    ['instants in milliseconds', { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' }, [new Date('2026-03-01T00:00:00Z'), new Date('1969-12-31T23:59:59.250Z')], ['2026-03-01T00:00:00Z', '1969-12-31T23:59:59.25Z']],
    ['instants in microseconds', { type: 'INT64', converted_type: 'TIMESTAMP_MICROS' }, [1772323200000001n, null], ['2026-03-01T00:00:00.000001Z', '']],
    ['instants in nanoseconds', { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'NANOS' } }, [1772323200123456700n], ['2026-03-01T00:00:00.1234567Z']],
    ['days', { type: 'INT32', converted_type: 'DATE' }, [new Date('2026-02-28'), new Date('1969-12-31')], ['2026-02-28', '1969-12-31']],
    ['flags', { type: 'BOOLEAN' }, [true, false, null], ['true', 'false', '']],
    ['texts without a word that they are', { type: 'BYTE_ARRAY' }, [new TextEncoder().encode('Zoë'), new TextEncoder().encode('007')], ['Zoë', '007']],
    ['ids', { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, logical_type: { type: 'UUID' } }, ['0e195b37-4574-4539-bc42-0e539b9684c0'], ['0e195b37-4574-4539-bc42-0e539b9684c0']],
    ['JSON', { type: 'BYTE_ARRAY', converted_type: 'JSON' }, [{ a: [1, 'x'] }], ['{"a":[1,"x"]}']],
  ])('%s', async (_name, element, data, cells) => {
    expect(await cellsOf(oneColumn(element, data))).toEqual(cells);
  }); // prettier-ignore

  it('of a column without any value are empty', async () => {
    expect(await cellsOf(oneColumn({ type: 'BYTE_ARRAY', converted_type: 'UTF8' }, [null, null, null]))).toEqual(['', '', '']);
  }); // prettier-ignore

  it('of lists and structures are JSON', async () => {
    const schema: SchemaElement[] = [
      { name: 'root', num_children: 1 },
      { name: 'tags', repetition_type: 'OPTIONAL', num_children: 2 },
      { name: 'env', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
      { name: 'n', type: 'INT64', repetition_type: 'OPTIONAL' },
    ];
    const data = [{ env: 'te"st', n: 9007199254740993n }, null];
    expect(await cellsOf(write([{ name: 'tags', data }], { schema }))).toEqual(['{"env":"te\\"st","n":9007199254740993}', '']);
  }); // prettier-ignore

  it('are refused when decimals stand inside structures, where they would lose their point', async () => {
    const schema: SchemaElement[] = [
      { name: 'root', num_children: 1 },
      { name: 'price', repetition_type: 'OPTIONAL', num_children: 1 },
      { name: 'list', type: 'INT64', converted_type: 'DECIMAL', scale: 2, precision: 9, repetition_type: 'OPTIONAL' },
    ];
    const bytes = write([{ name: 'price', data: [{ list: 5n }] }], { schema });
    await expect(rowsOf(bytes)).rejects.toMatchObject({ code: 'parquet-nested-decimal', params: { column: 'price' } });
  });
});

describe('sizes that lie', () => {
  const column = { path_in_schema: ['x'], data_page_offset: 0n, total_compressed_size: 100n, num_values: 10n };
  const group = { num_rows: 10n, columns: [{ meta_data: column }] } as unknown as RowGroup;
  const file = { size: 100, slice: (from: number, to: number) => Promise.resolve(new Uint8Array(to - from)) };
  const check = (page: object) =>
    checkPages(file, group, (reader) => {
      reader.offset += 10;
      return {
        type: 'DATA_PAGE',
        compressed_page_size: 90,
        uncompressed_page_size: 90,
        data_page_header: { num_values: 10 },
        ...page,
      } as never;
    });

  it('are those of a page with more values than memory', async () => {
    await expect(check({ data_page_header: { num_values: 2 ** 31 - 1 } })).rejects.toMatchObject({ code: 'zip-bomb' });
  });
  it('are those of a page that unpacks to gigabytes', async () => {
    await expect(check({ uncompressed_page_size: 2 ** 31 - 1 })).rejects.toMatchObject({ code: 'too-large' });
  });
  it.each([
    ['a page that ends behind its column', { compressed_page_size: 900 }],
    ['a page of negative size', { compressed_page_size: -90 }],
    ['other values than rows', { data_page_header: { num_values: 9 } }],
  ])('are those of %s', async (_name, page) => {
    await expect(check(page)).rejects.toMatchObject({ code: 'damaged-parquet' });
  });
  it('are none when all fits', async () => {
    await expect(check({})).resolves.toBeUndefined();
  });
});

const ROWS = 2500;
const customers = (more: Partial<ParquetWriteOptions> = {}) =>
  write(
    [
      { name: 'CustomerId', data: Array.from({ length: ROWS }, (_, i) => `c-${String(i)}`), type: 'STRING' },
      {
        name: 'CustomerName',
        data: Array.from({ length: ROWS }, (_, i) => `Contoso ${String(i % 7)}`),
        type: 'STRING',
      },
    ],
    { rowGroupSize: 1000, ...more },
  );

describe('files', () => {
  it.each([
    ['snappy', customers()],
    ['no compression', customers({ codec: 'UNCOMPRESSED' })],
    ['gzip', customers({ codec: 'GZIP', compressors: { GZIP: (bytes: Uint8Array) => gzipSync(bytes) } })],
    ['small pages', customers({ pageSize: 500 })],
  ])('of several row groups are read like any sheet (%s)', async (_name, bytes) => {
    const report = await importOne('part_0_0001.snappy.parquet', bytes);
    expect(report).toMatchObject({ state: 'read', kind: 'customers', dataset: { ledger: { read: ROWS, accepted: ROWS } } });
    const table = report.dataset ? plainTable(report.dataset.table) : {};
    expect(table['customerId']?.map((id, i) => id === `c-${String(i)}`)).not.toContain(false);
    expect(table['customerName']?.[ROWS - 1]).toBe(`Contoso ${String((ROWS - 1) % 7)}`);
    expect(table['#row']?.at(-1)).toBe(String(ROWS));
  }); // prettier-ignore

  it('are read piece by piece where the source gives pieces', async () => {
    const bytes = customers();
    let largest = 0;
    const slice = (from: number, to: number) => {
      largest = Math.max(largest, to - from);
      return Promise.resolve(bytes.slice(from, to));
    };
    const { files } = await importSources([{ ...sourceOf('x.parquet', bytes), slice }]);
    expect(files[0]?.dataset?.ledger.accepted).toBe(ROWS);
    expect(files[0]?.sha256).toBe((await importOne('x.parquet', bytes)).sha256);
    expect(largest).toBeLessThanOrEqual(bytes.length);
  });

  it('of another compression are refused by its name', async () => {
    const bytes = customers({ codec: 'ZSTD', compressors: { ZSTD: (page: Uint8Array) => page } });
    expect((await importOne('x.parquet', bytes)).diagnostics).toMatchObject([{ code: 'parquet-codec', params: { codec: 'ZSTD' } }]);
  }); // prettier-ignore

  it('that are cut off anywhere are refused', async () => {
    const bytes = customers();
    for (let end = 4; end < bytes.length; end += 997) {
      const report = await importOne('x.parquet', bytes.slice(0, end));
      expect([report.state, report.diagnostics[0]?.code], `cut at ${String(end)}`).toEqual(['refused', 'damaged-parquet']);
    }
  }); // prettier-ignore

  it('with a flipped byte never throw: rows or a named diagnostic', async () => {
    const bytes = customers({ pageSize: 2000 });
    for (let at = 4; at < bytes.length; at += 211) {
      const hurt = bytes.map((byte, i) => (i === at ? byte ^ 0x55 : byte));
      const report = await importOne('x.parquet', hurt);
      if (report.state !== 'read') expect(report.diagnostics[0]?.severity, `byte ${String(at)}`).toBe('error');
    }
  });

  it('that are encrypted are named', async () => {
    const report = await importOne('x.parquet', new Uint8Array([0x50, 0x41, 0x52, 0x45, 1, 2, 3, 4]));
    expect(report.diagnostics[0]?.code).toBe('parquet-encrypted');
  });
});
