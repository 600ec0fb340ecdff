/** Reading CSV by bytes gives what PapaParse gives: rows, lines and notes, whatever the text and however it is cut. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteRows } from '../../src/importers/read/byte-csv/read-bytes.ts';
import { BatchReader } from '../../src/importers/read/csv.ts';
import type { RowNotes, Rows } from '../../src/importers/read/rows.ts';
import { runs } from '../support/runs.ts';

interface Found {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly badQuotes: readonly number[];
}

async function* cut(bytes: Uint8Array, piece: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.slice(at, at + piece);
}

async function collect(rows: Rows, notes: RowNotes): Promise<Found> {
  const found: { rows: (readonly string[])[]; lines: number[] } = { rows: [], lines: [] };
  for await (const batch of rows) {
    found.rows.push(...batch.rows);
    found.lines.push(...batch.lines);
  }
  return { ...found, badQuotes: notes.badQuotes };
}

async function byBytes(text: string, piece: number, block: number, skip = 0): Promise<Found> {
  const notes: RowNotes = { badQuotes: [] };
  const bytes = new TextEncoder().encode(text);
  const dialect = { delimiter: ',', skip, line: 1 };
  return collect(byteRows(cut(bytes, piece), dialect, notes, { first: Math.max(block, skip), others: block }), notes);
}

/** PapaParse over the whole text at once. */
function byPapa(text: string): Found {
  const notes: RowNotes = { badQuotes: [] };
  const batch = new BatchReader({ delimiter: ',', newline: '\n', skip: 0 }, notes).read(text, true);
  return { rows: batch.rows, lines: batch.lines, badQuotes: notes.badQuotes };
}

const HOSTILE = [
  '"',
  '""',
  ',',
  '\n',
  '\r\n',
  '\r',
  'a',
  'bcd',
  'ü',
  '€',
  '🙂',
  ' ',
  '\uFEFF',
  '\u00A0',
  '"",',
  ',"',
  '",',
  '"\n"',
];
const hostileText = fc.array(fc.constantFrom(...HOSTILE), { maxLength: 40 }).map((parts) => parts.join(''));

const cell = fc.array(fc.constantFrom('"', ',', '\n', '\r\n', 'a', 'bcd', 'ü', '🙂', '{""x"":1}', ''), {
  maxLength: 5,
});
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const written = fc
  .tuple(cell, fc.boolean())
  .map(([parts, always]) => [parts.join(''), always] as const)
  .map(([text, always]) => (always || /[",\r\n]/.test(text) ? quoted(text) : text));
const wellFormed = fc
  .tuple(fc.array(fc.array(written, { minLength: 1, maxLength: 6 }), { maxLength: 12 }), fc.constantFrom('\n', '\r\n'))
  .map(([rows, end]) => rows.map((row) => row.join(',') + end).join(''));

describe('reading by bytes', () => {
  it.each([
    ['hostile', hostileText],
    ['well-formed', wellFormed],
  ])('gives the rows, lines and notes of PapaParse: %s text', async (_name, texts) => {
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 60 }),
        async (text, piece, block) => {
          expect(await byBytes(text, piece, block)).toEqual(byPapa(text));
        },
      ),
      { numRuns: runs(2000) },
    );
  });
});

const EVERYTHING = 'id,näme,"no\nte"\n1,"a ""b"", 🙂","x\ny"\n2,ü,\n\n"3","end"" ","€"\n""""",,"\n"\n4,5,6';
/** `npm run soak` tries all 200. */
const SIZES = Array.from({ length: Math.min(200, runs(20)) }, (_, i) => i + 1);

describe.each([
  ['LF', EVERYTHING],
  ['CRLF', EVERYTHING.replaceAll('\n', '\r\n')],
  ['LF, with a byte order mark', `\uFEFF${EVERYTHING}`],
  ['CRLF, with a byte order mark', `\uFEFF${EVERYTHING.replaceAll('\n', '\r\n')}`],
  ['a line end at the end', `${EVERYTHING}\r\n`],
  ['a stretch that breaks the rules', `${EVERYTHING}\n"x"y,"z\n",🙂\n${EVERYTHING}`],
])('chunk borders are invisible: %s', (_name, text) => {
  const isMarked = text.startsWith('\uFEFF');
  const expected = byPapa(isMarked ? text.slice(1) : text);
  it.each(SIZES)('chunks and blocks of %i bytes', async (size) => {
    for (const [piece, block] of [
      [size, 1],
      [1, size],
      [size, size],
      [size, 7],
      [7, size],
    ] as const)
      // prettier-ignore
      expect(await byBytes(text, piece, block, isMarked ? 3 : 0)).toEqual(expected);
  });
});
