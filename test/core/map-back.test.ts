import { describe, expect, test } from 'vitest';
import { MapBack, mappedKind } from '../../src/core/editions/map-back.ts';
import { Pseudonyms } from '../../src/core/editions/pseudonyms.ts';

const NAME = '=1+1, "Söhne" & <b>Co</b>';
const pseudonyms = new Pseudonyms(Uint8Array.from({ length: 32 }, (_, index) => index));
const code = pseudonyms.of('customer', NAME);
const id = pseudonyms.of('subscriptionId', 'sub-1');

function mapped(text: string, kind: Parameters<MapBack['text']>[1]) {
  const back = new MapBack(pseudonyms.real);
  return { text: back.text(text, kind), ...back.counts };
}

describe('names come back', () => {
  test('into CSV as one cell that is no formula, whatever they are made of', () => {
    const { text, replaced } = mapped(`name;id;cost\r\n${code};"${id}, ""late""";1,50\r\n`, 'csv');
    expect(text).toBe(`name;id;cost\r\n"'=1+1, ""Söhne"" & <b>Co</b>";"sub-1, ""late""";1,50\r\n`);
    expect(replaced).toBe(2);
  });

  test('into HTML and worksheets as text, into JSON as part of its string', () => {
    expect(mapped(`<td title="${code}">${code}</td>`, 'html').text).not.toMatch(/<b>|""/);
    expect(mapped(`<t>${code}</t>`, 'xlsx').text).toBe('<t>=1+1, &quot;Söhne&quot; &amp; &lt;b&gt;Co&lt;/b&gt;</t>');
    expect(JSON.parse(mapped(`{"a":"${code} (${id})"}`, 'json').text)).toEqual({ a: `${NAME} (sub-1)` });
  });

  test('only for codes that the key has; the others are told', () => {
    const other = new Pseudonyms(Uint8Array.from({ length: 32 }, () => 9)).of('customer', NAME);
    const { text, replaced, unknown } = mapped(`${other} and ${code}`, 'txt');
    expect(text).toBe(`${other} and ${NAME}`);
    expect([replaced, unknown]).toEqual([1, [other]]);
  });

  test('into kinds of files that are known', () => {
    expect(['a.HTM', 'b.csv', 'c.xlsx', 'd.pdf', 'e'].map(mappedKind)).toEqual([
      'html',
      'csv',
      'xlsx',
      undefined,
      undefined,
    ]);
  });
});
