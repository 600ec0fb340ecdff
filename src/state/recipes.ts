/** Remembered answers about sheets as a recipe, and back. */
import type { Recipe } from '../core/recipe/recipe.ts';
import type { RecipeMapping } from '../core/recipe/recipe-mapping.ts';
import type { SheetAnswer } from '../workers/engine-jobs.ts';

export { answersOf } from '../workers/recipe-answers.ts';

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
