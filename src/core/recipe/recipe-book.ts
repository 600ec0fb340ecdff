/** What a recipe of version 2 holds beside mappings: assumptions, rules, scenarios and layout, and no row of anybody. */
import type { Branch, BranchId } from '../branches/branch.ts';
import { writeDiff } from '../branches/stored.ts';
import type { ObligationPack } from '../obligations/rules/types.ts';
import { type RulePack, rulePackDocument } from '../rules/rule-pack.ts';
import { contentHash, sortedKeys } from './canonical.ts';
import type { RecipeMapping } from './recipe-mapping.ts';

export const RECIPE_BOOK_SCHEMA = 'termwise/recipe@2';

export interface RecipeBook {
  readonly horizonMonths: number;
  readonly scenarios: {
    readonly active: BranchId;
    readonly list: readonly Branch[];
    /** Ids of those that stand side by side; undefined: nobody chose. */
    readonly compared?: readonly BranchId[];
    readonly reference?: BranchId;
  };
  readonly rulePacks: readonly RulePack[];
  /** The user’s rules of agreements and programmes; absent where there are none. */
  readonly obligationPacks?: readonly ObligationPack[];
  /** Table views, formulas, names, own sheets, pivots, saved views: JSON that `state/recipe/layout.ts` reads. */
  readonly layout: Readonly<Record<string, unknown>>;
}

/** The JSON text of a recipe of version 2. Equal recipes are equal bytes. */
export function writeRecipeBook(book: RecipeBook, mappings: readonly RecipeMapping[]): string {
  const body = bookDocument(book, mappings);
  return `${JSON.stringify({ schema: RECIPE_BOOK_SCHEMA, hash: hashOf(body), ...body }, undefined, 2)}\n`;
}

/** All but the schema and the checksum. */
export function bookDocument(book: RecipeBook, mappings: readonly RecipeMapping[]): Readonly<Record<string, unknown>> {
  const { horizonMonths, scenarios, rulePacks, obligationPacks = [], layout } = book;
  const { active, list, compared, reference } = scenarios;
  const branches = list.map(({ id, name, parent, frozen, diff }) => ({
    id,
    name,
    parent,
    frozen,
    diff: writeDiff(diff),
  }));
  return sortedKeys({
    horizonMonths,
    scenarios: { active, list: branches, compared, reference },
    rulePacks: rulePacks.map(rulePackDocument),
    ...(obligationPacks.length > 0 && { obligationPacks }),
    layout,
    mappings,
  }) as Readonly<Record<string, unknown>>;
}

/** The checksum tells damage and edits, not who wrote the file. */
export function hashOf(body: Readonly<Record<string, unknown>>): string {
  return contentHash({ schema: RECIPE_BOOK_SCHEMA, ...body });
}
