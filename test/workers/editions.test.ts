import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextBuilder } from '../../src/core/column-builders.ts';
import { Twin } from '../../src/core/editions/twin.ts';
import { bucketsOf } from '../../src/core/report/bucketed.ts';
import type { ReportDocument } from '../../src/core/report/document.ts';
import { DEFAULT_PLAN, type ReportPlan, type SectionId } from '../../src/core/report/plan.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import type { Dataset } from '../../src/core/schema/dataset.ts';
import { AMOUNTS, type SimulationRequest, prepareBook, simulate } from '../../src/sim/index.ts';
import { ZERO, multiply, parseExact } from '../../src/core/exact.ts';
import { minorDigits, minorToText, roundToMinor } from '../../src/core/money.ts';
import { type Column, type Table, exactAt, textAt } from '../../src/core/table.ts';
import { customerView } from '../../src/sim/payers/customer-view.ts';
import { Engine } from '../../src/workers/engine.ts';
import { editionDocument } from '../../src/workers/report/editions.ts';
import { reportBytes, type ReportFormat } from '../../src/workers/report/report-bytes.ts';
import { type ArbitraryBook, AS_OF, books } from '../support/arbitrary-books.ts';
import { datasetOf } from '../support/books.ts';
import { canary, canaryBook, withOwnCosts, writings } from '../support/canaries.ts';
import { heldTexts, holds, holdsNumber } from '../support/held-texts.ts';
import { runs } from '../support/runs.ts';
import { day } from '../support/simulation.ts';

const FORMATS: readonly ReportFormat[] = ['html', 'xlsx', 'csv', 'json'];
/** All parts but those with drawn charts, which take most of the time. */
const UNDRAWN: readonly SectionId[] = ['summary', 'payers', 'decisions', 'obligations', 'method'];
const KEY = Uint8Array.from({ length: 32 }, (_, index) => index * 7 + 1);
const signal = new AbortController().signal;

interface Given {
  readonly datasets: readonly Dataset[];
  readonly scenario: Scenario;
  readonly horizonMonths: number;
}

async function made(given: Given, plan: Partial<ReportPlan>, key = KEY) {
  const { datasets, scenario, horizonMonths } = given;
  const simulation: SimulationRequest = { scenario, window: { asOf: day(AS_OF), horizonMonths } };
  const engine = Engine.of(datasets);
  const request = {
    plan: { ...DEFAULT_PLAN, ...plan },
    simulation,
    workbookName: canary('note', 'book'),
    locale: 'en',
    key,
  };
  return editionDocument(request, { engine, book: engine.book, inputs: engine.used }, signal);
}

async function textsOf(document: ReportDocument): Promise<readonly string[]> {
  const files = await Promise.all(FORMATS.map((format) => reportBytes(format, document)));
  return files.flatMap(heldTexts);
}

function bookOf(book: ArbitraryBook): Given & { readonly costs: readonly string[] } {
  const own = withOwnCosts(book);
  return { ...canaryBook(own.book), horizonMonths: book.horizonMonths, costs: own.costs };
}

const CUSTOMERS = ['customer-a', 'customer-b', 'customer-c'];

/** A customer that has something. */
function ownerOf({ subscriptions }: ArbitraryBook): string {
  return subscriptions[0]?.customerId ?? '';
}

const CLASSES = [
  'name',
  'id',
  'domain',
  'subscription',
  'offer',
  'note',
  'path',
  'hash',
  'invoice',
  'contact',
] as const;
/** Of nobody, or of the partner alone. */
const PRIVATE = ['note', 'path', 'hash', 'invoice', 'domain', 'contact'].map((kind) => `Zq${kind}`);

describe('a report for a customer', () => {
  test('holds nothing of other customers, no cost, no note and no path, in any format', async () => {
    await fc.assert(
      fc.asyncProperty(books, fc.constantFrom('en', 'de'), async (book, language) => {
        const given = bookOf(book);
        const own = ownerOf(book);
        const scope = { kind: 'customer', customerId: canary('id', own), customer: canary('name', own) } as const;
        const { document } = await made(given, { edition: 'customer', scope, language });
        const texts = await textsOf(document);
        for (const word of PRIVATE) expect(holds(texts, word), word).toBe(false);
        for (const other of CUSTOMERS.filter((one) => one !== own)) {
          for (const kind of CLASSES) expect(holds(texts, canary(kind, other)), `${kind} of ${other}`).toBe(false);
        }
        for (const { subscriptionId = '', customerId: of = '' } of book.subscriptions) {
          if (of !== own) expect(holds(texts, canary('subscription', subscriptionId)), subscriptionId).toBe(false);
        }
        for (const figure of costsOf(given, pricesOf(given))) {
          const found = writings(figure).find((text) => holdsNumber(texts, text));
          expect(found, `cost ${figure}`).toBeUndefined();
        }
      }),
      { numRuns: runs(100) },
    );
  });

  test('the partner’s report does hold them, so that the search finds what there is', async () => {
    const found = new Set<string>();
    for (const book of fc.sample(books, { numRuns: 6, seed: 4 })) {
      const given = bookOf(book);
      const { document } = await made(given, { edition: 'partner', sections: ['summary', 'obligations', 'method'] });
      const texts = await textsOf(document);
      expect(holds(texts, 'Zqcontact'), 'persons').toBe(false);
      for (const kind of ['note', 'path', 'hash', 'id']) if (holds(texts, `Zq${kind}`)) found.add(kind);
      const isHeld = (figure: string) => writings(figure).some((text) => holdsNumber(texts, text));
      if (costsOf(given).some(isHeld)) found.add('cost');
    }
    expect([...found].sort()).toEqual(['cost', 'hash', 'id', 'note', 'path']);
  });

  test('tells prices, not only that there are none', async () => {
    const pages: string[] = [];
    for (const book of fc.sample(books, { numRuns: 20, seed: 4 })) {
      const own = ownerOf(book);
      const scope = { kind: 'customer', customerId: canary('id', own), customer: canary('name', own) } as const;
      const { document } = await made(bookOf(book), { edition: 'customer', scope });
      pages.push(JSON.stringify(document));
    }
    const holding = (text: string): number => pages.filter((page) => page.includes(text)).length;
    expect(holding('"kind":"money"')).toBeGreaterThan(4);
    expect(holding('on request')).toBeGreaterThan(0);
  });
});

/** Passed on, delayed and absorbed are differences of customer prices, which a customer may come upon. */
const COSTS = AMOUNTS.filter((amount) => !['passed', 'delayed', 'absorbed'].includes(amount));

/**
 * Every figure of cost that lists, files and the engine have, long enough to be no accident.
 * @param prices sums over the window that are one of these by chance are left out: at a margin of 50 % a month's price is two months' cost
 */
function costsOf(
  { datasets, scenario, horizonMonths, costs }: Given & { readonly costs: readonly string[] },
  prices: ReadonlySet<string> = new Set(),
): readonly string[] {
  const window = { asOf: day(AS_OF), horizonMonths };
  const { table, amounts, totals } = simulate(prepareBook({ datasets }), { scenario, window });
  const units = ['currentUnit', 'estUnit', 'renewUnit'].map((name) => table.columns.get(name));
  const found = new Set(costs);
  const sums = new Set<string>();
  for (let row = 0; row < table.rows; row++) {
    const digits = minorDigits(textAt(table.columns.get('currency'), row));
    const seats = exactAt(table.columns.get('seats'), row) ?? ZERO;
    for (const column of units) {
      const unit = textAt(column, row);
      found.add(unit);
      const exact = parseExact(unit);
      if (exact) found.add(minorToText(roundToMinor(multiply(exact, seats), digits), digits));
    }
    for (const amount of COSTS) sums.add(minorToText(amounts[amount][row] ?? 0, digits));
  }
  for (const one of totals) for (const amount of COSTS) sums.add(minorToText(one[amount], minorDigits(one.currency)));
  const all = [...found, ...[...sums].filter((sum) => !prices.has(sum))];
  return all.filter((figure) => figure.replace(/\D/g, '').length >= 6);
}

/** What customers may see of their own prices: each for a month, and what they come to. */
function pricesOf({ datasets, scenario, horizonMonths }: Given): ReadonlySet<string> {
  const book = prepareBook({ datasets });
  const views = customerView(book, { scenario, window: { asOf: day(AS_OF), horizonMonths } });
  const found = new Set<string>();
  for (const { currency, today, renewals, est } of views)
    for (const price of [today, est?.month, ...renewals.map(({ month }) => month)])
      if (price !== undefined) found.add(minorToText(price, minorDigits(currency)));
  return found;
}

describe('a report for a consultant', () => {
  test('holds no name, id, domain, file, note or word of anybody’s, in any format', async () => {
    await fc.assert(
      fc.asyncProperty(books, async (book) => {
        const given = { ...canaryBook(book), horizonMonths: book.horizonMonths };
        const { document } = await made(given, { edition: 'consultant', sections: UNDRAWN });
        const texts = await textsOf(document);
        for (const kind of CLASSES) expect(holds(texts, `Zq${kind}`), kind).toBe(false);
      }),
      { numRuns: runs(100) },
    );
  });

  test('has the same totals to the cent, under codes that are other in every file', async () => {
    await fc.assert(
      fc.asyncProperty(books, async (book) => {
        const given = { ...canaryBook(book), horizonMonths: book.horizonMonths };
        const window = { asOf: day(AS_OF), horizonMonths: book.horizonMonths };
        const real = simulate(prepareBook(given), { scenario: given.scenario, window });
        const twin = new Twin(given.datasets, KEY);
        const twinned = simulate(prepareBook(twin), { scenario: twin.scenario(given.scenario), window });
        expect(twinned.totals).toEqual(real.totals);
        expect(twinned.months).toEqual(real.months);
        expect(
          idsOf(twinned.table)
            .map((id) => twin.real.get(id))
            .sort(),
        ).toEqual(idsOf(real.table).sort());
        const other = new Twin(
          given.datasets,
          KEY.map((byte) => byte ^ 255),
        );
        expect(idsOf(prepareBook(other).portfolio.table, 'subscriptionId')).not.toContain(idsOf(twinned.table)[0]);
        const ids = idsOf(prepareBook(twin).portfolio.table, 'subscriptionId');
        expect(ids).toEqual(ids.toSorted());
      }),
      { numRuns: runs(30) },
    );
  });

  test('keeps what Microsoft publishes of a list, not whose account it was made for', () => {
    const account = new TextBuilder();
    account.push('Zqname partner');
    const title = new TextBuilder();
    title.push('Virtual machine');
    const columns = new Map([
      ['billingAccountName', account.finish()],
      ['product', title.finish()],
    ]);
    const twin = new Twin([datasetOf('azure-prices', 'sheet.csv', { rows: 1, columns }, 0)], KEY);
    const texts = twin.datasets.flatMap(({ table }) => [...table.columns.values()].flatMap(textsIn));
    expect(texts).toContain('Virtual machine');
    expect(texts).not.toContain('Zqname partner');
    expect(twin.removed().columns).toContainEqual(
      expect.objectContaining({ column: 'billingAccountName', fate: 'dropped' }),
    );
  });

  test('keeps to the filter and to one customer under their codes', async () => {
    const [book] = fc.sample(books, { numRuns: 1, seed: 9 });
    if (!book) throw new Error('INTERNAL: no sample');
    const { datasets } = canaryBook(book);
    const twin = new Twin(datasets, KEY);
    const [real, twinned] = [prepareBook({ datasets }).portfolio, prepareBook(twin).portfolio];
    for (let row = 0; row < real.table.rows; row++) {
      const [found, ...more] = twin.rowsOf(real, twinned, Uint32Array.of(row));
      expect(more).toEqual([]);
      const code = textAt(twinned.table.columns.get('subscriptionId'), found ?? -1);
      expect(twin.real.get(code)).toBe(textAt(real.table.columns.get('subscriptionId'), row));
    }
  });

  test('tells no exact amount of a row in buckets, and every total exactly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -2_000_000, max: 90_000_000 }), { minLength: 2, maxLength: 40 }),
        (amounts) => {
          const buckets = bucketsOf(amounts);
          const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
          expect(sum(buckets)).toBe(sum(amounts));
          const largest = Math.max(...amounts.map(Math.abs));
          for (const [index, amount] of amounts.entries()) {
            if (Math.abs(amount) > 0 && largest >= 100) expect(buckets[index], String(index)).not.toBe(amount);
          }
        },
      ),
      { numRuns: runs(200) },
    );
  });
});

function textsIn(column: Column): readonly string[] {
  return column.kind === 'text' ? column.values : [];
}

function idsOf({ rows, columns }: Table, name = 'id'): string[] {
  return Array.from({ length: rows }, (_, row) => textAt(columns.get(name), row));
}
