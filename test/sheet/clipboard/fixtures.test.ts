import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dayToText } from '../../../src/core/days.ts';
import { parseForGrid } from '../../../src/sheet/clipboard/parse-for-grid.ts';
import type { CellType, TypedValue } from '../../../src/sheet/typed/cell-type.ts';
import { readTyped } from '../../../src/sheet/typed/read-typed.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/clipboard');

interface Fixture {
  readonly how: string;
  readonly locales: readonly string[];
  readonly types: readonly string[];
  readonly values: readonly (readonly string[])[];
}

function typeOf(written: string): CellType {
  const [kind, currency] = written.split(':');
  switch (kind) {
    case 'id':
    case 'whole':
    case 'day':
    case 'flag':
      return { kind };
    case 'amount':
      return { kind, ...(currency === undefined ? {} : { currency }) };
    case 'percent':
      return { kind, stored: 'ratio' };
    default:
      return { kind: 'text' };
  }
}

function written(value: TypedValue): string {
  switch (value.kind) {
    case 'empty':
      return '';
    case 'text':
      return value.text;
    case 'decimal':
      return value.decimal;
    case 'day':
      return dayToText(value.day);
    case 'flag':
      return value.flag ? 'yes' : 'no';
  }
}

function partOf(name: string, ending: string): string {
  const file = join(FOLDER, name + ending);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -5));

describe.each(names)('%s', (name) => {
  const fixture = JSON.parse(partOf(name, '.json')) as Fixture;
  const paste = (source: { text: string; html: string }, locale: string): readonly (readonly string[])[] =>
    (parseForGrid(source, locale) ?? []).map((row) =>
      row.map((text, column) => {
        const read = readTyped(text, typeOf(fixture.types[column] ?? 'text'), locale);
        return read.ok ? written(read.value) : read.error;
      }),
    );
  const source = { text: partOf(name, '.txt'), html: partOf(name, '.html') };

  test.each(fixture.locales)('pastes right in %s', (locale) => {
    expect(fixture.how).not.toBe('');
    expect(paste(source, locale)).toEqual(fixture.values);
  });

  if (source.html !== '' && name !== 'excel-narrow') {
    test.each(fixture.locales)('its HTML alone pastes right in %s', (locale) => {
      const squeezed = fixture.values.map((row) => row.map((text) => text.replace(/ {2,}/g, ' ')));
      expect(paste({ text: '', html: source.html }, locale)).toEqual(squeezed);
    });
  }
});
