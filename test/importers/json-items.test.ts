/** JSON from a stream of text: however it is cut, the items are the same; whatever it holds, trouble has a name and a place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../support/runs.ts';
import { decode } from '../../src/importers/read/decode.ts';
import { chunksOf } from '../../src/importers/read/bytes.ts';
import { jsonItems, newAside } from '../../src/importers/read/json-items.ts';
import { JsonNumber, type JsonValue, jsonText } from '../../src/importers/read/json.ts';
import { Refusal } from '../../src/importers/read/refusal.ts';
import { sourceOf } from './support.ts';

async function* cut(text: string, size: number): AsyncIterable<string> {
  for (let at = 0; at < text.length; at += size) yield await Promise.resolve(text.slice(at, at + size));
}

async function itemsOf(pieces: AsyncIterable<string>) {
  const aside = newAside();
  const items: JsonValue[] = [];
  for await (const batch of jsonItems(pieces, aside)) items.push(...batch);
  return { items: items.map(jsonText), envelopes: aside.envelopes.map(jsonText), duplicateKey: aside.duplicateKey };
}

const troubleOf = async (text: string, size = 7) => {
  try {
    await itemsOf(cut(text, size));
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: error.code, ...error.params };
  }
};

describe('the items of a file', () => {
  it.each([
    ['a list', '[{"a":1},{"a":2}]', [], ['{"a":1}', '{"a":2}']],
    ['JSON lines', '{"a":1}\n{"a":2}\r\n\n{"a":3}', [], ['{"a":1}', '{"a":2}', '{"a":3}']],
    ['one document', ' { "a" : [1, {"b": null}] } ', [], ['{"a":[1,{"b":null}]}']],
    ['an envelope, keys behind the list', '{"totalCount":2,"items":[{"a":1},{"a":2}],"links":{"next":{}}}', ['{"totalCount":2,"links":{"next":{}}}'], ['{"a":1}', '{"a":2}']],
    ['an OData page', '{"value":[{"a":1}],"nextLink":"https://x"}', ['{"nextLink":"https://x"}'], ['{"a":1}']],
    ['two pages behind each other', '{"items":[{"a":1}]}{"items":[{"a":2}],"n":1}', ['{}', '{"n":1}'], ['{"a":1}', '{"a":2}']],
    ['lists behind each other', '[{"a":1}] [] [{"a":2}]', [], ['{"a":1}', '{"a":2}']],
    ['files with byte order marks behind each other', '{"a":1}\n\uFEFF{"a":2}', [], ['{"a":1}', '{"a":2}']],
    ['an empty list', '{"items":[],"totalCount":0}', ['{"totalCount":0}'], []],
    ['items that are no objects', '[1,"x",null,[true]]', [], ['1', '"x"', 'null', '[true]']],
    ['a value that is no list', '{"value":"x","items":{"a":1}}', [], ['{"value":"x","items":{"a":1}}']],
  ])('%s', async (_name, text, envelopes, items) => {
    for (let size = 1; size <= 40; size++)
      expect(await itemsOf(cut(text, size)), `pieces of ${String(size)}`).toEqual({ items, envelopes, duplicateKey: undefined });
  }); // prettier-ignore

  it('keep numbers as they are written', async () => {
    const numbers = '[1.0,0.045,-0,1e400,12345678901234567890,0.0209496384791679]';
    expect((await itemsOf(cut(`[{"n":${numbers}}]`, 3))).items).toEqual([`{"n":${numbers}}`]);
  });

  it('hold keys such as __proto__ as data', async () => {
    const [item] = (await itemsOf(cut('{"__proto__":{"polluted":1},"constructor":2}', 5))).items;
    expect(item).toBe('{"__proto__":{"polluted":1},"constructor":2}');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('notice a key that an object holds twice; the last one counts', async () => {
    expect(await itemsOf(cut('{"x":0}\n{"a":1,"b":2,\n"a":3}\n{"b":1,"b":2}', 4))).toEqual({
      items: ['{"x":0}', '{"a":3,"b":2}', '{"b":2}'],
      envelopes: [],
      duplicateKey: { key: 'a', line: 3 },
    });
  });

  it('are those that JSON.parse finds, for any values cut anywhere', async () => {
    const values = fc.array(fc.jsonValue({ maxDepth: 3 }).filter((value) => typeof value !== 'string' || value.length > 0));
    await fc.assert(
      fc.asyncProperty(values, fc.integer({ min: 1, max: 30 }), fc.constantFrom(0, 2), async (list, size, indent) => {
        const found = await itemsOf(cut(JSON.stringify(list, undefined, indent), size));
        expect(found.items.map((text) => JSON.parse(text) as unknown)).toEqual(JSON.parse(JSON.stringify(list)));
      }),
      { numRuns: runs(200) },
    );
  }); // prettier-ignore

  it('are the same in every encoding, in chunks of any number of bytes', async () => {
    const text = '\uFEFF{"items":[{"name":"Zoë 🙂 \\u00e9"},{"n":1.50}],\r\n"totalCount":2}';
    const wanted = { items: ['{"name":"Zoë 🙂 é"}', '{"n":1.50}'], envelopes: ['{"totalCount":2}'] };
    const wide = (little: boolean) => {
      const view = new DataView(new ArrayBuffer(text.length * 2));
      for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), little);
      return new Uint8Array(view.buffer);
    };
    for (const bytes of [new TextEncoder().encode(text), wide(true), wide(false)])
      for (let size = 1; size <= 70; size++)
        expect(await itemsOf(decode(chunksOf(sourceOf('x', bytes, size).stream())))).toMatchObject(wanted);
  });
});

describe('what is not JSON', () => {
  it.each([
    ['{"a":1,}', 1, 8, 'a key in quotes is missing'],
    ['[{"a":1}\n {"a":2}]', 2, 2, 'a comma or closing bracket is missing'],
    ['{"a":1}\n{"a":2}\n{"a" 3}\n{"a":4}', 3, 6, 'a colon is missing'],
    ['{"a":"x\ny"}', 1, 8, 'a line end or control character in a string'],
    ['[1,nul]', 1, 4, 'a value is missing'],
    ['[01]', 1, 3, 'a comma or closing bracket is missing'],
    ['{"a":"\\x"}', 1, 7, 'an unknown escape in a string'],
    ['{"a":"\\ud83d"}', 1, 13, 'half a character in a string'],
    ['{"items":[{"a":1},', 1, 19, 'the file ends too early'],
    ['{"a":"never closed', 1, 19, 'the file ends too early'],
    ['[{"a":1}] // comment that goes on', 1, 11, 'a value is missing'],
  ])('%s', async (text, line, column, reason) => {
    for (const size of [1, 3, 1000])
      expect(await troubleOf(text, size)).toEqual({ code: 'bad-json', line, column, reason });
  });

  it('is nesting without end', async () => {
    expect(await troubleOf(`[${'['.repeat(100_000)}`, 5000)).toMatchObject({ reason: 'nested deeper than 100' });
    expect(await troubleOf('{"a":'.repeat(100_000), 5000)).toMatchObject({ reason: 'nested deeper than 100' });
  });

  it('is one item without end', async () => {
    async function* endless() {
      yield await Promise.resolve('[{"a":"');
      for (let i = 0; i < 600; i++) yield 'x'.repeat(65_536);
    }
    await expect(itemsOf(endless())).rejects.toMatchObject({ code: 'too-large' });
  });

  it('never throws anything but its name, wherever random JSON is cut or broken', async () => {
    const broken = fc.tuple(fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }))), fc.nat(), fc.nat(), fc.string({ maxLength: 2 }));
    await fc.assert(
      fc.asyncProperty(broken, fc.integer({ min: 1, max: 20 }), async ([value, from, length, put], size) => {
        const text = JSON.stringify({ items: value, totalCount: value.length });
        const at = from % text.length;
        const hurt = text.slice(0, at) + put + text.slice(at + (length % 5));
        const trouble = await troubleOf(hurt, size);
        expect(trouble?.code ?? 'bad-json').toBe('bad-json');
      }),
      { numRuns: runs(500) },
    );
  }); // prettier-ignore
});

it('a number keeps its text', () => {
  expect(jsonText(new JsonNumber('1.50'))).toBe('1.50');
});
