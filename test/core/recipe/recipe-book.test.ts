import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASE_BRANCH, type Branch } from '../../../src/core/branches/branch.ts';
import { diffScenarios, isSameScenario } from '../../../src/core/branches/diff.ts';
import { resolveBranches } from '../../../src/core/branches/branch.ts';
import { carriedBranches } from '../../../src/core/recipe/carried-branches.ts';
import { KnownNames } from '../../../src/core/recipe/known-names.ts';
import { LeftOut } from '../../../src/core/recipe/left-out.ts';
import { readRecipe } from '../../../src/core/recipe/read.ts';
import { type RecipeBook, hashOf, writeRecipeBook } from '../../../src/core/recipe/recipe-book.ts';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/defaults.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import { scenario as arbitraryScenario } from '../../support/arbitrary-scenarios.ts';
import { runs } from '../../support/runs.ts';

const numbered = (number: number): string => `Scenario ${String(number)}`;

/** A base, and a child of it. */
function treeOf(base: Scenario, child: Scenario): readonly Branch[] {
  return [
    { ...BASE_BRANCH, id: 'x', name: 'Base', diff: diffScenarios(DEFAULT_SCENARIO, base), author: 'Zqauthor' },
    { ...BASE_BRANCH, id: 'y', name: 'Best', parent: 'x', diff: diffScenarios(base, child), note: 'Zqnote' },
  ];
}

function carried(branches: readonly Branch[], isName: (text: string) => boolean = () => false) {
  const leftOut = new LeftOut();
  const { list } = carriedBranches(branches, resolveBranches(branches), { isName, leftOut, numbered });
  return { list, lines: leftOut.lines() };
}

function bookOf(list: readonly Branch[]): RecipeBook {
  return { horizonMonths: 12, scenarios: { active: list[0]?.id ?? '', list }, rulePacks: [], layout: { find: 'a' } };
}

function readBook(text: string) {
  const read = readRecipe(text);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

function codesOf(text: string): readonly string[] {
  const read = readRecipe(text);
  return read.ok ? [] : read.error.map(({ code }) => code);
}

/** As somebody would write it who knows how. */
function withHash({ schema, hash: _, ...body }: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ schema, hash: hashOf(body), ...body });
}

describe('a recipe of version 2', () => {
  it('comes back as it was written, byte by byte, with the scenarios that were carried', () => {
    fc.assert(
      fc.property(arbitraryScenario, arbitraryScenario, (base, child) => {
        const { list } = carried(treeOf(base, child));
        const text = writeRecipeBook(bookOf(list), []);
        const { book, mappings } = readBook(text);
        expect(book && writeRecipeBook(book, mappings)).toBe(text);
        const [wanted, found] = [resolveBranches(list), resolveBranches(book?.scenarios.list ?? [])];
        for (const [id, scenario] of wanted) expect(isSameScenario(scenario, found.get(id) ?? base)).toBe(true);
      }),
      { numRuns: runs(100) },
    );
  });

  it('is refused when anything in it was changed, and when it has no hash, but not when it was spaced otherwise', () => {
    const text = writeRecipeBook(bookOf([BASE_BRANCH]), []);
    const document = JSON.parse(text) as Record<string, unknown>;
    const { hash: _, ...bare } = document;
    expect(readRecipe(JSON.stringify(document)).ok).toBe(true);
    expect(codesOf(JSON.stringify(bare))).toEqual(['recipe-changed']);
    const bytes = new TextEncoder().encode(text);
    const letThrough = Array.from({ length: bytes.length * 8 }, (_, bit) => bit).filter((bit) => {
      const changed = bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      return readRecipe(new TextDecoder().decode(changed)).ok;
    });
    expect(letThrough).toEqual([]);
    expect(codesOf(text.replace('12', '13'))).toEqual(['recipe-changed']);
  });

  it.each([
    ['an unknown key', { note: '' }, 'note'],
    ['no scenario', { scenarios: { active: 'base', list: [] } }, 'scenarios.list'],
    [
      'an active scenario that is not there',
      { scenarios: { active: 'b9', list: [{ id: 'base', name: '', frozen: false, diff: [] }] } },
      'scenarios.active',
    ],
    [
      'an assumption that nobody knows',
      { scenarios: { active: 'a', list: [{ id: 'a', name: '', frozen: false, diff: [['est.magic', 1]] }] } },
      'scenarios.list[0].diff',
    ],
    ['a window without end', { horizonMonths: 10_000 }, 'horizonMonths'],
    ['a missing part', { layout: undefined }, 'layout'],
  ])('with %s is refused whole, and the place is named', (_, change, path) => {
    const document = JSON.parse(writeRecipeBook(bookOf([BASE_BRANCH]), [])) as Record<string, unknown>;
    const read = readRecipe(withHash({ ...document, ...change }));
    expect(read.ok ? [] : read.error.map(({ params }) => params.path)).toContain(path);
  });
});

describe('the scenarios of a recipe', () => {
  it('say nothing of one customer, subscription or person', () => {
    const match = { customerId: 'Zqcustomer' };
    const scenario: Scenario = {
      ...DEFAULT_SCENARIO,
      decisions: [
        { match, outcome: 'cancels' },
        { match: { segment: 'Education' }, outcome: 'est', author: 'Zqauthor', reason: 'Zqreason' },
      ],
      clauses: new Map([['Zqcustomer', { passThrough: true }]]),
      margin: { ...DEFAULT_SCENARIO.margin, subscriptions: new Map([['Zqsub', { kind: 'markup', percent: '5' }]]) },
      meta: new Map([
        ['est.upliftMonthly', { owner: 'Zqowner', low: '0.01' }],
        ['clauses["Zqcustomer"]', { low: '1' }],
      ]),
    };
    const { list, lines } = carried(treeOf(scenario, scenario));
    expect(writeRecipeBook(bookOf(list), [])).not.toContain('Zq');
    expect(lines.map(({ kind, count }) => [kind, count])).toEqual([
      ['decisions', 1],
      ['margins', 1],
      ['clauses', 1],
      ['notes', 3],
    ]);
    const left = resolveBranches(list).get('b2');
    expect(left?.decisions).toEqual([{ match: { segment: 'Education' }, outcome: 'est' }]);
    expect(left?.meta).toEqual(new Map([['est.upliftMonthly', { low: '0.01' }]]));
  });

  it('have a number for a name that mentions somebody', () => {
    const branches = treeOf(DEFAULT_SCENARIO, DEFAULT_SCENARIO);
    expect(carried(branches, (text) => text === 'Best').list.map(({ name }) => name)).toEqual(['Base', 'Scenario 2']);
  });
});

describe('known names', () => {
  const names = new KnownNames();
  for (const name of ['Contoso Consulting Ltd.', 'AB', 'Coho Winery', 'Best For You']) names.addName(name);
  names.addName('fabrikam.onmicrosoft.com');
  names.addWhole('8f1b2c3d-0000-4a4a-9b9b-123456789abc');
  names.addWord('Microsoft 365 Business');

  it.each([
    ['Renewal of contoso', true],
    ['=IF([@Customer]="CONTOSO, CONSULTING LTD",1,0)', true],
    ['fabrikam', true],
    ['ContosoDiscount', true],
    ['AB uplift', true],
    ['ab initio', false],
    ['Prices of Coho', true],
    ['Best case', false],
    ['Best for you', true],
    ['Rate_contosoConsultingLtd', true],
    ['x 8F1B2C3D-0000-4A4A-9B9B-123456789ABC y', true],
    ['Consulting customers', false],
    ['Contosoesque', false],
    ['Microsoft 365 Business', false],
    ['=[@Margin]/[@Net]', false],
    ['', false],
  ])('are found in %j: %s', (text, expected) => {
    expect(names.mentions(text)).toBe(expected);
  });
});
