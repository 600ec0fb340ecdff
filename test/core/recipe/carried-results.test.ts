import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASE_BRANCH, resolveBranches } from '../../../src/core/branches/branch.ts';
import { diffScenarios } from '../../../src/core/branches/diff.ts';
import { carriedBranches } from '../../../src/core/recipe/carried-branches.ts';
import { LeftOut } from '../../../src/core/recipe/left-out.ts';
import { readRecipe } from '../../../src/core/recipe/read.ts';
import { writeRecipeBook } from '../../../src/core/recipe/recipe-book.ts';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/defaults.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import { type SimulationRequest, prepareBook, simulate } from '../../../src/sim/index.ts';
import { AS_OF, books } from '../../support/arbitrary-books.ts';
import { canaryBook } from '../../support/canaries.ts';
import { runs } from '../../support/runs.ts';
import { day } from '../../support/simulation.ts';

/** The scenario as it comes out of a recipe, and the recipe's text. */
function throughRecipe(scenario: Scenario): { readonly text: string; readonly scenario: Scenario | undefined } {
  const branch = { ...BASE_BRANCH, name: 'Base', diff: diffScenarios(DEFAULT_SCENARIO, scenario) };
  const { list } = carriedBranches([branch], new Map([[branch.id, scenario]]), {
    isName: () => false,
    leftOut: new LeftOut(),
    numbered: String,
  });
  const text = writeRecipeBook({ horizonMonths: 12, scenarios: { active: 'b1', list }, rulePacks: [], layout: {} }, []);
  const read = readRecipe(text);
  return {
    text,
    scenario: read.ok && read.value.book ? resolveBranches(read.value.book.scenarios.list).get('b1') : undefined,
  };
}

describe('a scenario that went through a recipe', () => {
  it('holds nothing of anybody, though every field of the workbook did', () => {
    fc.assert(
      fc.property(books, (book) => {
        expect(throughRecipe(canaryBook(book).scenario).text.toLowerCase()).not.toContain('zq');
      }),
      { numRuns: runs(100) },
    );
  });

  it('gives the same results on the same files, where it speaks of no customer', () => {
    let told = 0;
    fc.assert(
      fc.property(books, (book) => {
        const { datasets, scenario } = canaryBook(book);
        const plain: Scenario = {
          ...scenario,
          name: 'Base',
          decisions: scenario.decisions.filter(({ match }) => match.customerId === undefined),
          margin: { ...scenario.margin, customers: new Map(), subscriptions: new Map() },
          clauses: new Map(),
          overrides: new Map(),
        };
        const carried = throughRecipe(plain).scenario;
        const window = { asOf: day(AS_OF), horizonMonths: book.horizonMonths };
        const results = (one: Scenario): unknown =>
          simulate(prepareBook({ datasets }), { scenario: one, window } satisfies SimulationRequest);
        if (plain.decisions.length > 0 || plain.priceChanges.length > 0) told++;
        expect(carried && results(carried)).toEqual(results(plain));
      }),
      { numRuns: runs(20) },
    );
    expect(told).toBeGreaterThan(0);
  });
});
