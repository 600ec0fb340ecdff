/** Traps of import, each in a fixture of our own; the names of the tests carry the ids under which they are listed. */
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../support/runs.ts';
import { importSources } from '../../src/importers/index.ts';
import { readCsv } from '../../src/importers/read/read-csv.ts';
import { importOne, plainTable, sourceOf } from './support.ts';

const HEADER = 'CustomerId,CustomerName';
const SPECTRUM = dirname(createRequire(import.meta.url).resolve('csv-spectrum/package.json'));

async function rowsOf(bytes: Uint8Array): Promise<string[][]> {
  async function* once(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(bytes);
  }
  const rows: string[][] = [];
  for await (const batch of readCsv(once(), undefined, { badQuotes: [] }))
    for (const row of batch.rows) rows.push([...row]);
  return rows;
}

async function namesOf(content: Uint8Array | string, file = 'list.csv'): Promise<unknown> {
  const { dataset } = await importOne(file, content);
  return dataset && plainTable(dataset.table)['customerName'];
}

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return new Uint8Array(order === 'le' ? bytes : bytes.swap16());
}

describe('I-01 the files of csv-spectrum', () => {
  const names = readdirSync(join(SPECTRUM, 'csvs')).filter((name) => !name.startsWith('location_coordinates'));
  it.each(names)('%s', async (name) => {
    const rows = await rowsOf(new Uint8Array(readFileSync(join(SPECTRUM, 'csvs', name))));
    const [header = [], ...cells] = rows.filter((row) => row.length > 1 || row[0] !== '');
    const objects = cells.map((row) => Object.fromEntries(header.map((key, i) => [key, row[i] ?? ''])));
    const json = readFileSync(join(SPECTRUM, 'json', name.replace(/csv$/, 'json')), 'utf8');
    expect(objects).toEqual(JSON.parse(json));
  });
});

describe('I-02 malformed files are named', () => {
  it.each([
    ['a cell too many', `${HEADER}\na,Contoso,more\n`, 'too-many-cells'],
    ['a cell too few', `${HEADER}\na\n`, 'short-rows'],
    ['a quote inside quotes', `${HEADER}\na,"Con"toso"\n`, 'bad-quotes'],
    ['a quote that never closes', `${HEADER}\na,"Contoso\n`, 'bad-quotes'],
    ['another header', 'Colour,Size\nred,4\n', 'not-recognised'],
    ['no content', '', 'empty-file'],
    ['only a header', `${HEADER}\n`, 'no-rows'],
  ])('%s', async (_, csv, code) => {
    const { diagnostics } = await importOne('list.csv', csv);
    expect(diagnostics.map((one) => one.code)).toContain(code);
  });
});

it('I-03 whatever bytes come, nothing throws and every row is counted once', async () => {
  const part = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc
      .constantFrom(`${HEADER}\n`, '"', '\r', '\n', ',', ';', '\t', '\uFEFF', 'a,b\n', '{', '[', 'sep=;\n')
      .map((text) => new TextEncoder().encode(text)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 12 }), async (parts) => {
      const { files } = await importSources([sourceOf('any.csv', Buffer.concat(parts))]);
      for (const { dataset, state, diagnostics, questions } of files) {
        if (!dataset) expect(diagnostics.length + questions.length + (state === 'read' ? 1 : 0)).toBeGreaterThan(0);
        else {
          const { read, accepted, rejected, skipped } = dataset.ledger;
          expect([accepted + rejected + skipped, dataset.table.rows]).toEqual([read, accepted]);
        }
      }
    }),
    { numRuns: runs(300) },
  );
});

it('I-07 a byte order mark before a first header in quotes with a comma in it', async () => {
  const { dataset } = await importOne('list.csv', `\uFEFF"x, y",${HEADER}\n1,a,Contoso\n`);
  expect([...(dataset?.table.columns.keys() ?? [])]).toContain('x:x, y');
});

describe('I-08 encodings', () => {
  const text = `${HEADER}\na,Müller 東京\n`;
  it.each([
    ['UTF-16LE with mark', utf16(text, 'le', true)],
    ['UTF-16BE with mark', utf16(text, 'be', true)],
    ['UTF-16LE without', utf16(text, 'le', false)],
    ['UTF-16BE without', utf16(text, 'be', false)],
    ['UTF-8 with mark', new TextEncoder().encode(`\uFEFF${text}`)],
  ])('%s is read', async (_, bytes) => {
    expect(await namesOf(bytes)).toEqual(['Müller 東京']);
  });

  it.each([
    ['Windows-1252', [0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72]],
    ['Shift-JIS', [0x93, 0x8c, 0x8b, 0x9e]],
  ])('%s is asked for, and no character is replaced', async (_, name) => {
    const bytes = new Uint8Array([...new TextEncoder().encode(`${HEADER}\na,`), ...name, 0x0a]);
    const { state, questions } = await importOne('list.csv', bytes);
    expect([state, questions[0]?.kind]).toEqual(['question', 'encoding']);
  });
});

describe('I-11 headers that name parts of objects', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__parsed_extra'];
  it('are columns like any other', async () => {
    const { dataset } = await importOne('list.csv', `${HEADER},${names.join(',')}\na,Contoso,1,2,3,4,5\n`);
    const columns = dataset?.table.columns ?? new Map<string, never>();
    expect([...columns.keys()].filter((name) => name.startsWith('x:'))).toEqual(names.map((name) => `x:${name}`));
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });
});

it('I-12 repeated, empty, long and invisible headers stay apart, and show as they came', async () => {
  const long = 'n'.repeat(300);
  const odd = ['Note', 'Note', '', long, '\u202eNote', 'No\u200bte', 'NOTE'];
  const { dataset, diagnostics } = await importOne(
    'list.csv',
    `${HEADER},${odd.join(',')}\na,Contoso,${odd.map((_, i) => String(i)).join(',')}\n`,
  );
  expect(dataset?.header).toEqual([...HEADER.split(','), ...odd]);
  const extras = [...(dataset?.table.columns.keys() ?? [])].filter((name) => name.startsWith('x:'));
  expect(extras).toHaveLength(odd.length);
  const table = dataset && plainTable(dataset.table);
  expect(extras.map((name) => table?.[name]?.[0])).toEqual(odd.map((_, i) => String(i)));
  expect(diagnostics.map(({ code }) => code)).toContain('duplicate-header');
});

describe('I-13, I-14 limits', () => {
  it('a quote near the top that never closes stops the file, with its line', async () => {
    const body = 'b,Fabrikam\n'.repeat(200_000);
    const { diagnostics } = await importOne('list.csv', `${HEADER}\na,"Contoso\n${body}`);
    expect(diagnostics[0]).toMatchObject({ code: 'row-too-long', row: 2 });
  });

  it('one huge cell stops the file', async () => {
    const { state, diagnostics } = await importOne('list.csv', `${HEADER}\na,${'n'.repeat(3_000_000)}\n`);
    expect([state, diagnostics[0]?.code]).toEqual(['refused', 'row-too-long']);
  });

  it('too many columns stop the file', async () => {
    const { diagnostics } = await importOne(
      'list.csv',
      `${HEADER},${Array.from({ length: 5000 }, (_, i) => String(i)).join(',')}\n`,
    );
    expect(diagnostics[0]?.code).toBe('too-many-columns');
  });

  it('a hundred thousand rows of one byte are counted', async () => {
    const { dataset } = await importOne('list.csv', `${HEADER}\n${'a\n'.repeat(100_000)}`);
    expect(dataset?.ledger).toMatchObject({ read: 100_000, rejected: 100_000 });
  });
});

it('I-15 a flood of errors is counted, and the first thousand kept', async () => {
  const { diagnostics, diagnosticCount, dataset } = await importOne(
    'list.csv',
    `${HEADER}\n${',Contoso\n'.repeat(5000)}`,
  );
  expect(dataset?.ledger.rejected).toBe(5000);
  expect(diagnosticCount).toBeGreaterThanOrEqual(5000);
  expect(diagnostics.length).toBeLessThan(1100);
});

it.each([
  ['"a"x', '"a"x'.repeat(100_000)],
  ['"",', '"",'.repeat(1000)],
  ['quotes', '"'.repeat(300_001)],
  ['equal headers', `${HEADER}${',Note'.repeat(1900)}\n`],
])('I-16 bait for quadratic readers: %s', async (_, text) => {
  const { files } = await importSources([sourceOf('bait.csv', `${HEADER}\n${text}\n`)]);
  expect(files.length).toBeGreaterThan(0);
});

describe('I-25 gzip', () => {
  const csv = new TextEncoder().encode(`${HEADER}\na,Contoso\n`);
  const packed = gzipSync(csv);
  it('with another extension is read, and one inside another refused', async () => {
    expect(await namesOf(packed, 'list.xlsx')).toEqual(['Contoso']);
    expect((await importOne('list.gz', gzipSync(packed))).diagnostics[0]?.code).toBe('nested-archive');
  });
  it('in two members is one file', async () => {
    const two = Buffer.concat([packed, gzipSync(new TextEncoder().encode('b,Fabrikam\n'))]);
    expect(await namesOf(new Uint8Array(two))).toEqual(['Contoso', 'Fabrikam']);
  });
  it.each([
    ['cut off', packed.slice(0, -4)],
    ['with a wrong checksum', packed.with(packed.length - 6, (packed.at(-6) ?? 0) ^ 1)],
    ['with junk after its end', new Uint8Array(Buffer.concat([packed, Buffer.from('junk')]))],
  ])('%s is named', async (_, bytes) => {
    const { state, diagnostics } = await importOne('list.gz', bytes);
    expect([state, diagnostics[0]?.code]).toEqual(['refused', 'damaged-gzip']);
  });
});

describe('I-29 sources', () => {
  it('that fail while they are read are named, and the others of the drop are read', async () => {
    const good = sourceOf('good.csv', `${HEADER}\na,Contoso\n`);
    const gone = {
      name: 'gone.csv',
      size: 10,
      stream: () =>
        new ReadableStream<Uint8Array>({
          pull: (controller) => {
            controller.error(new DOMException('gone', 'NotReadableError'));
          },
        }),
    };
    const { files } = await importSources([gone, good]);
    expect(files.map(({ state, diagnostics }) => [state, diagnostics[0]?.code])).toEqual([
      ['refused', 'unreadable'],
      ['read', undefined],
    ]);
  });

  it('fifty at once are fifty reports in their order', async () => {
    const names = Array.from({ length: 50 }, (_, i) => `list-${String(i)}.csv`);
    const { files } = await importSources(names.map((name) => sourceOf(name, `${HEADER}\n${name},Contoso\n`)));
    expect(files.map(({ file }) => file)).toEqual(names);
  });
});
