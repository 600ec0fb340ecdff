/** Control totals are the exact sums of what stands in the file, by another tokenizer and another arithmetic. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Decimal from 'decimal.js';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { headerKey } from '../../src/core/ids.ts';
import { countAt, SOURCE_ROW } from '../../src/core/table.ts';
import { SHEET_FORMATS, formatsOf } from '../../src/importers/detect/table.ts';
import type { Field } from '../../src/importers/sheet/fields.ts';
import { importOne } from './support.ts';

const ROOT = new URL('../fixtures/importers/', import.meta.url).pathname;
const KINDS = [...new Set(SHEET_FORMATS.filter(({ bulk, totals }) => bulk && totals).map(({ kind }) => kind))];
const FILES = KINDS.flatMap((kind) =>
  readdirSync(join(ROOT, kind)).flatMap((name) =>
    ['input.csv', 'input.tsv'].map((file) => join(kind, name, file)).filter((path) => existsSync(join(ROOT, path))),
  ),
);
const Exact = Decimal.clone({ precision: 60 });

describe('control totals', () => {
  it.each(FILES)('%s', async (path) => {
    const text = readFileSync(join(ROOT, path), 'utf8').replace(/^\uFEFF/, '');
    const { dataset } = await importOne(path, text);
    const [header = [], ...rows] = Papa.parse<string[]>(text).data;
    const keys = header.map(headerKey);
    const [format] = formatsOf(new Set(keys));
    if (!dataset || !format) throw new Error('not read');
    const at = (name = '') => positionOf(name, format.fields, keys);
    const accepted = acceptedRows(
      rows,
      text,
      Array.from({ length: dataset.table.rows }, (_, row) => countAt(dataset.table.columns.get(SOURCE_ROW), row)),
    );
    const expected = (format.totals ?? []).flatMap(({ column, currency }) => {
      const place = at(column);
      return place < 0
        ? []
        : [[header[place] ?? '', sumsOf(accepted, place, currency === undefined ? -1 : at(currency))] as const];
    });
    const found = Object.entries(dataset.totals ?? {}).map(([name, sums]) => [
      name,
      Object.fromEntries(Object.entries(sums).map(([key, sum]) => [key, new Exact(sum).toFixed()])),
    ]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });
});

function positionOf(name: string, fields: readonly Field[], keys: readonly string[]): number {
  const field = fields.find((candidate) => candidate.name === name);
  return Math.max(-1, ...(field?.keys.slice(0, 2) ?? []).map((key) => keys.indexOf(key)));
}

/** The rows that begin on these lines; a cell may hold line ends. */
function acceptedRows(
  rows: readonly string[][],
  text: string,
  lines: readonly (number | undefined)[],
): readonly string[][] {
  const wanted = new Set(lines);
  let line = 1 + breaksIn(text.slice(0, text.indexOf('\n') + 1));
  return rows.filter((row) => {
    const first = line;
    line += 1 + breaksIn(row.join(''));
    return wanted.has(first);
  });
}

function breaksIn(text: string): number {
  return text.split('\n').length - 1;
}

function sumsOf(rows: readonly string[][], place: number, currencyAt: number): Record<string, string> {
  const sums = new Map<string, Decimal>();
  for (const row of rows) {
    const cell = (row[place] ?? '').replace(/[$',]/g, '').replace(/^\((.*)\)$/, '-$1');
    const currency = row[currencyAt] ?? '';
    sums.set(currency, (sums.get(currency) ?? new Exact(0)).plus(cell === '' || cell === 'NULL' ? 0 : cell));
  }
  return Object.fromEntries([...sums].map(([currency, sum]) => [currency, sum.toFixed()]));
}
