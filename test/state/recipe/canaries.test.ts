import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeRecipeBook } from '../../../src/core/recipe/recipe-book.ts';
import { readRecipe } from '../../../src/core/recipe/read.ts';
import { resolveBranches } from '../../../src/core/branches/branch.ts';
import { prepareBook, simulate } from '../../../src/sim/index.ts';
import { EMPTY_DOCUMENT, type WorkbookDocument, reduce } from '../../../src/state/document.ts';
import { type Incoming, readIncoming } from '../../../src/state/recipe/incoming.ts';
import { type MadeRecipe, makeRecipe, textsToCheck } from '../../../src/state/recipe/make-recipe.ts';
import { takeRecipe } from '../../../src/state/recipe/take-recipe.ts';
import { namesOf } from '../../../src/workers/recipe-jobs.ts';
import { AS_OF, type ArbitraryBook, books } from '../../support/arbitrary-books.ts';
import { canaryBook } from '../../support/canaries.ts';
import { canaryWorkbook } from '../../support/canary-workbook.ts';
import { runs } from '../../support/runs.ts';
import { day } from '../../support/simulation.ts';
import type { Dataset } from '../../../src/core/schema/dataset.ts';

const ALL = { scenarios: 'both', rules: 'mine', additions: 'mine', views: 'mine', mappings: 'mine' } as const;

function made(document: WorkbookDocument, datasets: readonly Dataset[], cells: boolean): MadeRecipe {
  const names = namesOf(datasets);
  const texts = textsToCheck(document);
  return makeRecipe(document, { cells }, { texts, naming: texts.filter((text) => names.mentions(text)) });
}

const textOf = ({ book, mappings }: MadeRecipe): string => writeRecipeBook(book, mappings);

function incomingOf(text: string): Incoming {
  const read = readRecipe(text);
  if (!read.ok || !read.value.book) throw new Error(JSON.stringify(read));
  const incoming = readIncoming(read.value, read.value.book);
  if (!incoming.ok) throw new Error(incoming.error);
  return incoming.value;
}

function taken(text: string): WorkbookDocument {
  return reduce(EMPTY_DOCUMENT, takeRecipe(EMPTY_DOCUMENT, incomingOf(text), ALL, 0));
}

/** Every name, id and domain of the book's customers, one after the other. */
function namesIn(datasets: readonly Dataset[]): readonly string[] {
  const columns = [
    ...['customerName', 'customerId', 'domain', 'subscriptionId', 'offerName', 'x:Internal notes'],
    ...['firstName', 'lastName', 'email', 'phone', 'organisation', 'reseller'],
  ];
  const all = datasets.flatMap(({ table }) =>
    columns.flatMap((name) => {
      const column = table.columns.get(name);
      return column?.kind === 'text' ? column.values : [];
    }),
  );
  return [...new Set(all)].filter((text) => text !== '');
}

const cases = fc.record({ book: books, first: fc.nat(1000), cells: fc.boolean() });

function workbookOf({ book, first }: { readonly book: ArbitraryBook; readonly first: number }) {
  const { datasets, scenario } = canaryBook(book);
  const names = namesIn(datasets);
  let at = first;
  return { datasets, document: canaryWorkbook(scenario, () => names[at++ % names.length] ?? '') };
}

describe('a recipe of a workbook in which everything names somebody', () => {
  it('holds none of their names, ids or domains, and all that speaks of nobody', () => {
    fc.assert(
      fc.property(cases, ({ book, first, cells }) => {
        const { datasets, document } = workbookOf({ book, first });
        const recipe = made(document, datasets, cells);
        expect(textOf(recipe).match(/.*zq.*/gi) ?? []).toEqual([]);
        expect(recipe.name).toBe('');
        const { layout, mappings } = recipe;
        const { rulePacks, scenarios } = recipe.book;
        expect(layout.formulas.map(({ title }) => title)).toEqual(['Double', 'Initial']);
        expect(layout.names.map(({ name }) => name)).toEqual(['Uplift', 'Half']);
        expect(layout.sheets.map(({ cells: kept }) => kept)).toEqual([
          { ...(cells && { B1: '12' }), B2: '=B1*Uplift' },
        ]);
        expect(layout.pivots.map(({ name }) => name)).toEqual(['By segment']);
        expect(layout.tables.get('portfolio')).toMatchObject({
          widths: { customer: 210, 'f:1': 90 },
          sort: [{ key: 'seats', descending: true }],
          filters: [
            ['seats', { kind: 'numbers', least: '10' }],
            ['segment', { kind: 'values', values: ['Education'] }],
          ],
        });
        expect(rulePacks.map(({ name }) => name)).toEqual(['Ours']);
        expect(scenarios.list.map(({ name }) => name)).toEqual(['Scenario 1', 'Scenario 2']);
        expect(mappings.map(({ header }) => header)).toEqual([['SKU', 'Preis']]);
      }),
      { numRuns: runs(25) },
    );
  });

  it('is written byte by byte the same by the workbook that took it over', () => {
    fc.assert(
      fc.property(cases, ({ book, first, cells }) => {
        const { datasets, document } = workbookOf({ book, first });
        const text = textOf(made(document, datasets, cells));
        expect(textOf(made(taken(text), datasets, true))).toBe(text);
        expect(textOf(made(taken(text), [], true))).toBe(text);
      }),
      { numRuns: runs(10) },
    );
  });

  it('gives the receiver, on the same files, the results of what it says', () => {
    fc.assert(
      fc.property(cases, ({ book, first }) => {
        const { datasets, document } = workbookOf({ book, first });
        const recipe = made({ ...document, horizonMonths: book.horizonMonths }, datasets, false);
        const { scenario, horizonMonths } = taken(textOf(recipe));
        const sent = resolveBranches(recipe.book.scenarios.list).get(recipe.book.scenarios.active);
        const results = (one: typeof scenario): unknown =>
          simulate(prepareBook({ datasets }), { scenario: one, window: { asOf: day(AS_OF), horizonMonths } });
        expect(horizonMonths).toBe(book.horizonMonths);
        expect(sent && results(scenario)).toEqual(sent && results(sent));
      }),
      { numRuns: runs(5) },
    );
  });
});
