/** Remembered answers about sheets as a recipe, and back. */
import type { Recipe, RecipeMapping } from '../core/recipe/recipe.ts';
import type { SheetAnswer } from '../workers/engine-jobs.ts';

/** What is remembered about sheets, in the order in which it was said. */
export function recipeOf(answers: ReadonlyMap<string, SheetAnswer>): Recipe {
  return { mappings: [...answers].map(([headerHash, answer]) => mappingOf(headerHash, answer)) };
}

function mappingOf(headerHash: string, { header, kind, mapping, ...rest }: SheetAnswer): RecipeMapping {
  return {
    headerHash,
    ...(header && { header }),
    ...(kind && { kind }),
    ...(mapping && { columns: mapping.columns, constants: mapping.constants ?? {} }),
    ...rest,
  };
}

/** The answers of recipes by header hash; a later recipe wins. */
export function answersOf(recipes: readonly Recipe[]): ReadonlyMap<string, SheetAnswer> {
  const mappings = recipes.flatMap((recipe) => recipe.mappings);
  return new Map(mappings.map(({ headerHash, ...mapping }) => [headerHash, answerOf(mapping)]));
}

function answerOf({ columns, constants, ...rest }: Omit<RecipeMapping, 'headerHash'>): SheetAnswer {
  return { ...rest, ...(columns && { mapping: { columns, constants: constants ?? {} } }) };
}
