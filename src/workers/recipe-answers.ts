/** What recipes say about sheets, as the importers ask for it. */
import type { Recipe } from '../core/recipe/recipe.ts';
import type { RecipeMapping } from '../core/recipe/recipe-mapping.ts';
import type { SheetAnswer } from '../importers/index.ts';

/** The answers of recipes by header hash; a later recipe wins. */
export function answersOf(recipes: readonly Recipe[]): ReadonlyMap<string, SheetAnswer> {
  const mappings = recipes.flatMap((recipe) => recipe.mappings);
  return new Map(mappings.map(({ headerHash, ...mapping }) => [headerHash, answerOf(mapping)]));
}

function answerOf({ columns, constants, ...rest }: Omit<RecipeMapping, 'headerHash'>): SheetAnswer {
  return { ...rest, ...(columns && { mapping: { columns, constants: constants ?? {} } }) };
}
