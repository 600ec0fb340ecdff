import { describe, expect, test } from 'vitest';
import { reportTexts } from '../../src/core/text/report-texts.ts';
import { reportHtml } from '../../src/exporters/report/html/page.ts';
import { tokens } from './html-tags.ts';
import { documentOf, plainReport } from './report-input.ts';

/** All texts of a part of the catalogue, by their place; functions are places alone. */
function places(part: unknown, place = ''): ReadonlyMap<string, string | undefined> {
  if (typeof part === 'string') return new Map([[place, part]]);
  if (typeof part !== 'object' || part === null) return new Map([[place, undefined]]);
  return new Map(Object.entries(part).flatMap(([key, value]) => [...places(value, `${place}.${key}`)]));
}

describe('the German catalogue of reports', () => {
  const [english, german] = [places(reportTexts('en')), places(reportTexts('de'))];

  test('has every text of the English one', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('leaves no heading, sentence or label in English', () => {
    /** The same in both languages. */
    const shared = /^(EST|\d+ %|SHA-256|Code|Partner|Extended Service Term|.*R-029|\(UTC\)|=|.{0,3})$/;
    const same = [...german].filter(
      ([place, text]) => text !== undefined && text === english.get(place) && !shared.test(text),
    );
    expect(same.map(([place]) => place)).toEqual([]);
  });
});

describe('a German report', () => {
  const page = reportHtml(documentOf({ ...plainReport, locale: 'de-DE', plan: { language: 'de' } }));
  const { text } = tokens(page);

  test('says what the English one says', () => {
    expect(page).toContain('<html lang="de">');
    expect(text).toContain('Stand 22. Nov. 2026 (UTC), 12 Monate, Szenario „c-1“');
    expect(text).toMatch(/USD: 1 von 3 Abonnements hat Tage .* Dort kosten sie 6\.525,00 USD/);
    expect(text).toMatch(/31\. Dez\. 2026\s+31\. Dez\. 2026, 00:00\s+39\s+▲ gleitet in den EST/);
  });
});

test('the title stands in the margin of each printed page, whatever it is made of', () => {
  const title = `a'; } </style><script>b`;
  const page = reportHtml(documentOf({ ...plainReport, title, plan: { paper: 'letter' } }));
  const css = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? '';
  expect(css).toContain('size: letter');
  expect(css).toContain(String.raw`content: 'a\27 \3b  \7d  \3c \2f style\3e \3c script\3e b'`);
  expect(page.match(/<\/style>/g)).toHaveLength(1);
});

test('a checked logo and colour are in the page, others are not', () => {
  const logo = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==';
  const branded = (brand: object): string =>
    reportHtml(documentOf({ ...plainReport, plan: { brand: { name: 'Northwind', ...brand } } }));
  expect(branded({ logo, colour: '#3a45b0' })).toMatch(
    /--brand: #3a45b0;[^]*<img class="logo" alt="Northwind" src="data:image\/png/,
  );
  const page = branded({ logo: 'data:image/svg+xml;base64,PHN2Zz4=', colour: 'red' });
  expect(page).not.toMatch(/<img|--brand: red/);
  expect(tokens(page).text).toContain('From Northwind');
});
