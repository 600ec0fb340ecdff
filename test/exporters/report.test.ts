import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportHtml as pageOf } from '../../src/exporters/report/html/page.ts';
import { REPORT_STYLE } from '../../src/exporters/report/html/style.ts';
import { handMadeSimulation, totals } from '../support/simulation.ts';
import { EVERYTHING, FORMULAS, MARKUP } from './hostile.ts';
import { tokens } from './html-tags.ts';
import { documentOf, hostileReport, plainReport, type TestReport } from './report-input.ts';
import { runs } from '../support/runs.ts';

const reportHtml = (report: TestReport): string => pageOf(documentOf(report));

const PAGE_TAGS = new Set(tokens(reportHtml(plainReport)).tags.map(({ name }) => name));
const ATTRIBUTES = new Set(tokens(reportHtml(plainReport)).tags.flatMap(({ attributes }) => [...attributes.keys()]));

/** The page has the same kinds of tags and attributes as a harmless one, and none that loads, runs or leaves. */
function expectInert(page: string): void {
  const { tags } = tokens(page);
  expect(tags.map(({ name }) => name).filter((name) => !PAGE_TAGS.has(name))).toEqual([]);
  expect(tags.flatMap(({ attributes }) => [...attributes.keys()]).filter((key) => !ATTRIBUTES.has(key))).toEqual([]);
  expect(tags.filter(({ name }) => name === 'meta').map(({ attributes }) => [...attributes.values()][0])).toEqual([
    'utf-8',
    'Content-Security-Policy',
    'referrer',
    'viewport',
    'color-scheme',
  ]);
  for (const { name, attributes } of tags) {
    const href = attributes.get('href');
    if (href !== undefined) expect([name, href]).toEqual(['a', expect.stringMatching(/^#part-\d+$/)]);
  }
  for (const pattern of [/<script/i, /\son\w+\s*=/i, /javascript:/i, /http-equiv=["']?refresh/i, /<base/i, /:\/\//]) {
    expect(page).not.toMatch(pattern);
  }
}

describe('the report is inert', () => {
  test('by its own tags and attributes', () => {
    expect([...PAGE_TAGS].filter((tag) => ['script', 'img', 'iframe', 'link', 'base', 'form'].includes(tag))).toEqual(
      [],
    );
    expect([...ATTRIBUTES].filter((key) => key.startsWith('on') || ['src', 'style', 'action'].includes(key))).toEqual(
      [],
    );
    expectInert(reportHtml(plainReport));
  });

  test('by its policy', () => {
    const page = reportHtml(plainReport);
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'" />`,
    );
    expect(page).toContain('<meta name="referrer" content="no-referrer" />');
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<title>'));
  });

  test.each([...MARKUP, ...FORMULAS, EVERYTHING])('with %j in every field', (text) => {
    expectInert(reportHtml(hostileReport(text)));
  });

  test('with any text in every field', () => {
    const unit = fc.constantFrom(...Array.from('<>"\'=&/:;`!- \n\0\u202Eaonscriptmejv'));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        expectInert(reportHtml(hostileReport(text)));
      }),
      { numRuns: runs(60) },
    );
  });

  test('shows names as they are, with direction and control characters made visible', () => {
    const { text } = tokens(reportHtml(hostileReport("O'Brien & Sons <Ltd> \u202Efdp\u0000 Ærø 北")));
    expect(text).toContain("O'Brien & Sons <Ltd> \uFFFDfdp\uFFFD Ærø 北");
  });
});

describe('the report says', () => {
  const { text } = tokens(reportHtml(plainReport));

  test('as-of, horizon, scenario, files with hashes and balances', () => {
    expect(text).toContain('As of 22 Nov 2026 (UTC), 12 months, scenario “c-1”');
    for (const { file, sha256 } of plainReport.inputs) expect(text).toMatch(new RegExp(`${file}[^]*${sha256}`));
  });

  test('sums in the reporting currency with their rates, or which rate is missing', () => {
    const reporting = {
      ...{ currency: 'EUR', day: plainReport.simulation.window.asOf, missing: [] },
      rates: [
        { currency: 'USD', rate: '0.9', sources: [{ from: 'file', file: '<b>rates</b>.csv', month: '2026-11' }] },
      ],
      amounts: { ...totals('EUR'), est: 123456, extra: -50 },
    } as const;
    const withSums = (more: object): string => {
      const simulation = { ...plainReport.simulation, reporting: { ...reporting, ...more } };
      return tokens(reportHtml({ ...plainReport, simulation })).text;
    };
    expect(withSums({})).toMatch(/All currencies in EUR: EST cost 1,234\.56, extra −0\.50 EUR\.[^.]*0\.9/);
    expect(withSums({})).toContain('<b>rates</b>.csv');
    expect(withSums({ amounts: undefined, missing: ['NOK'] })).toContain('No rate of NOK in EUR: no sum.');
    expect(text).not.toContain('All currencies in');
  });

  test('each currency on its own, with its digits', () => {
    expect(text).toContain(
      'USD: 1 of 3 subscriptions has days in a paid Extended Service Term. They cost 6,525.00 USD there',
    );
    expect(text).toContain('They cost 1,428 JPY there, +211 against today.');
    expect(text).not.toContain('7,953');
  });

  test('when a term end locks: 24 hours before it is over', () => {
    expect(text).toMatch(/31 Dec 2026\s+31 Dec 2026, 00:00\s+39\s+▲ drifts into EST/);
  });

  test('a rise with a sign that needs no colour', () => {
    expect(text).toContain('▲ +981.00');
  });

  test('what is not priced, what was assumed, and which assumptions differ', () => {
    expect(text).toMatch(/sub-d\s+no row for P3Y Triennial/);
    expect(text).toMatch(/Uplift on the monthly price[^]*?0\.05\s+0\.03\s+◤ differs\s+R-005/);
    expect(text).toMatch(/Uplift where there is no monthly term[^◤]*0\.23\s+0\.23\s+R-006/);
  });

  test('each chart in words and as a table', () => {
    expect(text).toMatch(
      /EST cost by month and cause\s+Peak in January 2027\.\s+EST uplift\s+Passed on late[^]*Data as a table[^]*6,525\.00/,
    );
  });

  test('that nothing is exposed, when nothing is', () => {
    const page = reportHtml({ ...plainReport, simulation: handMadeSimulation() });
    expect(page).toContain('No subscription has days in an Extended Service Term');
  });
});

test('what is not priced is named, kinds of files are words, and the id stands under the product', () => {
  const unpricedNames = () => ({ customer: 'Fabrikam', product: 'Project Plan 3' });
  const page = reportHtml({ ...plainReport, unpricedNames });
  expect(tokens(page).text).toMatch(/Fabrikam\s+Project Plan 3\s+sub-d\s+no row for P3Y Triennial/);
  expect(page).toContain('<span class="mono">sub-b</span>');
  expect(page).not.toContain('licence-prices');
});

test('clauses and margin rules stand under the customer’s name, the id behind it, days as everywhere', () => {
  const page = reportHtml(plainReport);
  expect(page).toContain('Contoso <span class="mono">c-1</span>');
  expect(tokens(page).text).toContain('price locked until 28 Feb 2027');
});

test('a saving has no shares', () => {
  const saving = totals('USD', { subscriptions: 1, exposed: 1, est: 90, current: 100, extra: -10, promotion: 30 });
  const { text } = tokens(reportHtml({ ...plainReport, simulation: handMadeSimulation({ totals: [saving] }) }));
  expect(text.slice(text.indexOf('The cliff, by cause'))).not.toMatch(/\d%/);
});

test('a report of an untitled workbook says what it is', () => {
  const page = reportHtml({ ...plainReport, title: ' ' });
  expect(page).toContain('<title>EST exposure report</title>');
  expect(page).toContain('<h1>EST exposure report</h1>');
});

test('the report has the same bytes each time, and no date but the as-of', () => {
  expect(reportHtml(plainReport)).toBe(reportHtml({ ...plainReport }));
});

test('the list of subscriptions is cut with a note when it is long', () => {
  const row = { currency: 'USD', exposed: true, outcome: 'est-drift', amounts: { extra: 1 } };
  const rows = Array.from({ length: 501 }, (_, index) => ({ ...row, id: `s-${String(index)}` }));
  const { totals: all } = hostileReport('x').simulation;
  const { text } = tokens(reportHtml({ ...plainReport, simulation: handMadeSimulation({ rows, totals: all }) }));
  expect(text).toContain('The first 500 of 501 are shown; the results file holds all.');
});

test('the report’s colours and faces are those of the app', () => {
  // The first declaration of each: later ones are for high contrast.
  const declarations = (css: string): Map<string, string> =>
    new Map(
      [...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value] as const).reverse(),
    );
  const app = declarations(readFileSync('src/ui/tokens.css', 'utf8'));
  for (const [name, value] of declarations(REPORT_STYLE)) expect(app.get(name), name).toBe(value);
});
