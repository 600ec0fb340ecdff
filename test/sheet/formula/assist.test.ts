import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Vocabulary, completionAt } from '../../../src/sheet/formula/assist/complete.ts';
import { columnReference, sheetReference } from '../../../src/sheet/formula/assist/reference-text.ts';
import { callAtCaret, formulaTokens } from '../../../src/sheet/formula/assist/tokens.ts';
import { parseFormula } from '../../../src/sheet/formula/parse.ts';
import { runs } from '../../support/runs.ts';

const WORDS: Vocabulary = {
  functions: ['ROUND', 'ROUNDUP', 'SUM', 'SUMIFS', 'EST.PRICE'],
  columns: ['Seats', 'Unit price', 'Odd [one]', 'Sum paid'],
  names: ['EST_Uplift', 'Seat_limit'],
  tables: [{ name: 'Prices', columns: ['Sku', 'Price'] }],
  sheets: ['Notes', 'My sheet'],
};

/** `|` is the caret; the texts that would stand there. */
function offered(marked: string, locale = 'en-US'): readonly string[] {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = completionAt(text, caret, WORDS, locale);
  return (
    found?.candidates.map((candidate) => text.slice(0, found.start) + candidate.text + text.slice(found.end)) ?? []
  );
}

describe('what is offered', () => {
  test.each([
    ['=ro|', ['=ROUND(', '=ROUNDUP(']],
    ['=1+EST|', ['=1+EST_Uplift', '=1+EST.PRICE(']],
    ['=est.|', ['=EST.PRICE(']],
    ['=SU|(1)', ['=[@[Sum paid]](1)', '=SUM(1)', '=SUMIFS(1)']],
    ['=sea|', ['=[@Seats]', '=Seat_limit']],
    ['=[@|', ['=[@Seats]', '=[@[Unit price]]', "=[@[Odd '[one']]]", '=[@[Sum paid]]']],
    ['=[@se|', ['=[@Seats]']],
    ['=[@[unit p|', ['=[@[Unit price]]']],
    ['=[@Se|ats]*2', ['=[@Seats]*2']],
    ['=[@price|', ['=[@[Unit price]]']],
    ['=SUM([se|', ['=SUM([Seats]']],
    ['=SUM(Prices[p|', ['=SUM(Prices[Price]']],
    ['=Pri|', ['=Prices[']],
    ['=my|', ["='My sheet'!"]],
    ['=no|', ['=Notes!']],
    ['="su|', []],
    ['="a"&su|', ['="a"&[@[Sum paid]]', '="a"&SUM(', '="a"&SUMIFS(']],
    ['=12|', []],
    ['=|', []],
    ['su|', []],
    ['=Elsewhere[p|', []],
    ['=xyz|', []],
  ])('%s', (marked, texts) => {
    expect(offered(marked)).toEqual(texts);
  });
});

describe('the call that the caret is in', () => {
  test.each([
    ['=SUM(|', 'en-US', 'SUM 0'],
    ['=SUM(1,|', 'en-US', 'SUM 1'],
    ['=SUM(1,5;|', 'de-DE', 'SUM 1'],
    ['=sum(1,if(2,|3),4', 'en-US', 'IF 1'],
    ['=SUM(1,IF(2,3)|,4', 'en-US', 'SUM 1'],
    ['=SUM((1,|', 'en-US', 'SUM 0'],
    ['=SUM({1,2|', 'en-US', 'SUM 0'],
    ['=SUM({1,2},|', 'en-US', 'SUM 1'],
    ['=SUM("a,b",|', 'en-US', 'SUM 1'],
    ['=SUM|(1)', 'en-US', 'none'],
    ['=SUM(1)|', 'en-US', 'none'],
    ['=EST.PRICE([@[a,b]];|', 'sv-SE', 'EST.PRICE 1'],
  ])('%s', (marked, locale, wanted) => {
    const call = callAtCaret(marked.replace('|', ''), marked.indexOf('|'), locale);
    expect(call ? `${call.name} ${call.argument}` : 'none').toBe(wanted);
  });
});

test('references written alike have one colour', () => {
  const text = '=SUM(A1;$a$1;B1)*[@Seats]+[@seats]+"x"+1,5+name+#N/A';
  const tokens = formulaTokens(text, 'de-DE').map(
    ({ kind, start, end, reference }) => [text.slice(start, end), kind, reference] as const,
  );
  expect(tokens.filter(([, kind]) => kind === 'reference').map(([, , reference]) => reference)).toEqual([
    0, 0, 1, 2, 2,
  ]);
  expect(
    tokens.filter(([, kind]) => kind !== 'reference' && kind !== 'operator').map(([part, kind]) => [part, kind]),
  ).toEqual([
    ['SUM', 'function'],
    ['"x"', 'text'],
    ['1,5', 'number'],
    ['name', 'name'],
    ['#N/A', 'error'],
  ]);
});

test('whatever is typed: tokens are the whole text, and nothing throws', () => {
  const piece = fc.constantFrom(
    '=',
    '(',
    ')',
    '[',
    ']',
    '@',
    '{',
    '}',
    '"',
    "'",
    ',',
    ';',
    '.',
    '!',
    '#',
    'A1',
    'SUM',
    'sea',
    '1',
    ' ',
    'Prices',
    '\\',
    '😀',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 14 }),
      fc.nat(14),
      fc.constantFrom('en-US', 'de-DE'),
      (pieces, at, locale) => {
        const text = `=${pieces.join('')}`;
        const caret = Math.min(at, text.length);
        const tokens = formulaTokens(text, locale);
        expect(tokens.at(0)?.start).toBe(0);
        expect(tokens.at(-1)?.end).toBe(text.length);
        for (const [index, token] of tokens.entries()) if (index > 0) expect(token.start).toBe(tokens[index - 1]?.end);
        callAtCaret(text, caret, locale);
        const found = completionAt(text, caret, WORDS, locale);
        if (found) expect(found.start <= caret && caret <= found.end && found.end <= text.length).toBe(true);
      },
    ),
    { numRuns: runs(1500) },
  );
});

test('every name of a column or sheet can be written and is read back', () => {
  const name = fc
    .string({
      unit: fc.constantFrom('a', 'B', '1', ' ', '[', ']', "'", '#', '@', ',', 'ö', '.', '-'),
      minLength: 1,
      maxLength: 8,
    })
    .filter((text) => text.trim() === text);
  fc.assert(
    fc.property(name, fc.boolean(), (column, thisRow) => {
      const read = parseFormula(`=${columnReference(column, { thisRow })}`);
      expect(read.ok && read.value).toMatchObject({ kind: thisRow ? 'this-row' : 'column', column });
    }),
    { numRuns: runs(1000) },
  );
  for (const sheet of ['Notes', 'My sheet', "It's", 'AB12', 'R1', '2026', 'Größe']) {
    const read = parseFormula(`=${sheetReference(sheet)}A1`);
    expect(read.ok && read.value).toMatchObject({ kind: 'cell', sheet });
  }
});
