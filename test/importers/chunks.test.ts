/** However a stream is cut, the rows are the same. */
import { describe, expect, it } from 'vitest';
import { type Bytes, chunksOf } from '../../src/importers/read/bytes.ts';
import { csvRows } from '../../src/importers/read/csv.ts';
import { decode } from '../../src/importers/read/decode.ts';
import { sourceOf } from './support.ts';

const TEXT = 'id,näme,"no\r\nte"\r\n1,"a ""b"", 🙂","x\r\ny"\r\n2,ü,\r\n\r\n3,"end"" ",z\r\n';
const ROWS = [['id', 'näme', 'no\r\nte'], ['1', 'a "b", 🙂', 'x\r\ny'], ['2', 'ü', ''], [''], ['3', 'end" ', 'z']];
const LINES = [1, 3, 5, 6, 7];
/** Characters to a batch: just enough of the head to tell the delimiter, so that every row is cut. */
const HEAD = 24;

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, little: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), little);
  return bytes;
};

async function rowsOf(bytes: Bytes, batchChars: number) {
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  for await (const batch of csvRows(decode(bytes), { badQuotes: [] }, batchChars)) {
    rows.push(...batch.rows);
    lines.push(...batch.lines);
  }
  return { rows, lines };
}

describe.each([
  ['UTF-8', utf8(TEXT)],
  ['UTF-8 with BOM', utf8(`\uFEFF${TEXT}`)],
  ['UTF-16LE with BOM', utf16(`\uFEFF${TEXT}`, true)],
  ['UTF-16LE', utf16(TEXT, true)],
  ['UTF-16BE with BOM', utf16(`\uFEFF${TEXT}`, false)],
  ['UTF-16BE', utf16(TEXT, false)],
])('%s', (_name, bytes) => {
  it('gives the same rows and lines for chunks of 1 to 200 bytes', async () => {
    for (let size = 1; size <= 200; size++) {
      const found = await rowsOf(chunksOf(sourceOf('x', bytes, size).stream()), HEAD);
      expect(found, `chunks of ${String(size)}`).toEqual({ rows: ROWS, lines: LINES });
    }
  });
});

it.each([
  ['LF', 'a,b\n1,2\n3,4\n'],
  ['CR', 'a,b\r1,2\r3,4\r'],
  ['CRLF and LF mixed', 'a,b\r\n1,2\n3,4\r\n'],
  ['no end of line at the end', 'a,b\n1,2\n3,4'],
  ['semicolons', 'a;b\n1;2\n3;4\n'],
  ['tabs', 'a\tb\n1\t2\n3\t4\n'],
])('reads %s', async (_name, text) => {
  const { rows } = await rowsOf(chunksOf(sourceOf('x', text, 3).stream()), 6);
  expect(rows).toEqual([
    ['a', 'b'],
    ['1', '2'],
    ['3', '4'],
  ]);
});

it('skips a sep= line and still counts it', async () => {
  const found = await rowsOf(chunksOf(sourceOf('x', 'sep=;\na;b\n1,5;2\n').stream()), 1000);
  expect(found).toEqual({
    rows: [
      ['a', 'b'],
      ['1,5', '2'],
    ],
    lines: [2, 3],
  });
});

it('stops at a quote that never closes and names its line', async () => {
  const text = `a,b\n1,2\n3,"${'x'.repeat(1_200_000)}\n`;
  await expect(rowsOf(chunksOf(sourceOf('x', text).stream()), 65_536)).rejects.toMatchObject({
    code: 'row-too-long',
    row: 3,
  });
});
