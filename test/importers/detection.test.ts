/** The detection table: every documented header fits one row of it, however it is spelled and ordered. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerKey } from '../../src/core/ids.ts';
import { SHEET_FORMATS, formatsOf } from '../../src/importers/detect/table.ts';
import { ANALYTICS } from '../../src/importers/formats/insights/analytics.ts';
import type { SheetFormat } from '../../src/importers/sheet/format.ts';
import { planByHeader } from '../../src/importers/sheet/plan.ts';
import { runs } from '../support/runs.ts';

const FIXTURES = new URL('../fixtures/importers/', import.meta.url).pathname;
const SAMPLES = new URL('../../../shared/samples/', import.meta.url).pathname;

/** Formats by folder of fixtures; the portfolio's fixtures have title rows, and other folders hold what fits no rule. */
const FOLDERS = [...new Set(SHEET_FORMATS.map(({ kind }) => kind))].filter((kind) => kind !== 'portfolio');

interface Documented {
  readonly name: string;
  readonly header: readonly string[];
}

/** The first line of each fixture's file, where that is a header. */
const documented: readonly Documented[] = FOLDERS.flatMap((folder) =>
  readdirSync(join(FIXTURES, folder)).flatMap((name) => {
    const path = ['input.csv', 'input.tsv'].map((file) => join(FIXTURES, folder, name, file)).find(existsSync);
    return path === undefined ? [] : [{ name: `${folder}/${name}`, header: headerOf(path) }];
  }),
);

function headerOf(path: string): readonly string[] {
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  const line = lines.find((text) => !text.startsWith('sep=')) ?? '';
  const delimiter = ['\t', ';', ','].find((mark) => line.includes(mark)) ?? ',';
  return line.split(delimiter).map((cell) => cell.replace(/^\uFEFF/, '').replace(/^"(.*)"$/, '$1'));
}

function fitting(header: readonly string[]): readonly SheetFormat[] {
  return formatsOf(new Set(header.map(headerKey)));
}

/** Where each column of a format stands, by the header that is there. */
function columnsOf(header: readonly string[], { fields, bulk }: SheetFormat): ReadonlyMap<string, string> {
  const { sources } = planByHeader(header, fields, bulk);
  return new Map([...sources].map(([name, { index }]) => [name, headerKey(header[index] ?? '')]));
}

describe('the detection table', () => {
  it('has a case for every format that comes as a table', () => {
    const seen = new Set(documented.flatMap(({ header }) => fitting(header)));
    const asTables = SHEET_FORMATS.filter((format) => format.kind !== 'portfolio' && !ANALYTICS.includes(format));
    const missing = asTables.filter((format) => !seen.has(format));
    expect(missing.map(({ title }) => title)).toEqual([]);
  });

  it.each(documented)('knows $name as one format', ({ name, header }) => {
    expect(fitting(header).map(({ kind }) => kind)).toEqual([name.split('/')[0]]);
  });

  it.each(SHEET_FORMATS.map((format) => [format.title, format] as const))('%s: labels and keys agree', (_, format) => {
    const keys = format.fields.flatMap((field) => field.keys);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    expect(keys.filter((key) => headerKey(key) !== key)).toEqual([]);
    const names = format.fields.map(({ name }) => name);
    for (const { column, currency } of format.totals ?? []) expect(names).toContain(currency ?? column);
  });

  it('reads the same columns whatever order and spelling a header has', () => {
    const cases = documented.filter(({ header }) => new Set(header.map(headerKey)).size === header.length);
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.infiniteStream(fc.nat()), ({ header, name }, numbers) => {
        const [format] = fitting(header);
        if (format === undefined) throw new Error(`${name} fits nothing`);
        const drifted = shuffled(header, numbers).map((title) => respelled(title, numbers));
        const found = fitting([...drifted, 'Some Future Column']);
        expect(found).toEqual([format]);
        expect(columnsOf(drifted, format)).toEqual(columnsOf(header, format));
      }),
      { numRuns: runs(200) },
    );
  });

  it('takes the first of two columns with one header and keeps the other', () => {
    for (const { header } of documented) {
      const [format] = fitting(header);
      const twice = [...header, header[0] ?? ''];
      if (format === undefined || header[0] === '') continue;
      const { sources, extras, duplicates } = planByHeader(twice, format.fields, format.bulk);
      expect(duplicates).toContain(header[0]);
      expect([...sources.values()].map(({ index }) => index)).not.toContain(header.length);
      expect(extras.map(({ index }) => index)).toContain(header.length);
    }
  });
});

const UNDOCUMENTED =
  /reservation(?:details|recommendations|transactions)|DOC-(?:tier-rows|azure-tiers)|subscriptions-csv/;

describe.skipIf(!existsSync(SAMPLES))('the samples of Microsoft’s headers', () => {
  const files = existsSync(SAMPLES)
    ? readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' }).filter((file) =>
        /(?:HEADER|DOC|DERIVED|REAL|SYNTHETIC)[^/]*\.csv$/.test(file),
      )
    : [];
  it.each(files)('%s', (file) => {
    const header = headerOf(join(SAMPLES, file));
    const found = fitting(header);
    expect(found).toHaveLength(UNDOCUMENTED.test(file) ? 0 : 1);
    const extras = found.flatMap(({ fields, bulk }) => planByHeader(header, fields, bulk).extras);
    // Of licence lists, a few columns are kept under their own names.
    if (file.includes('HEADER') && found[0]?.kind !== 'licence-prices') expect(extras).toEqual([]);
  });
});

function next(numbers: Iterator<number>): number {
  const { value } = numbers.next();
  return typeof value === 'number' ? value : 0;
}

function shuffled<T>(items: readonly T[], numbers: Iterator<number>): T[] {
  const keyed = items.map((item) => [next(numbers), item] as const);
  return keyed.sort(([a], [b]) => a - b).map(([, item]) => item);
}

/** A header as people and programs write it: other case, spaces, underscores and hyphens between and around its letters. */
function respelled(header: string, numbers: Iterator<number>): string {
  const marks = ['', '', '', '', ' ', '_', '-'];
  return [...header]
    .map((letter) => {
      const number = next(numbers);
      const cased = number % 3 === 0 ? letter.toUpperCase() : number % 3 === 1 ? letter.toLowerCase() : letter;
      return cased + (marks[number % marks.length] ?? '');
    })
    .join('');
}
