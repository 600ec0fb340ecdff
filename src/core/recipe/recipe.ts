/** A recipe, to be taken to another workbook or colleague: what a user said about sheets with particular headers, and how they work. */
import type { RecipeBook } from './recipe-book.ts';
import type { RecipeMapping } from './recipe-mapping.ts';

export const RECIPE_SCHEMA = 'termwise/recipe@1';

export interface Recipe {
  readonly mappings: readonly RecipeMapping[];
  /** What one of version 2 holds beside them. */
  readonly book?: RecipeBook;
}

/** The JSON text of a recipe of version 1, mappings alone; `readRecipe` gives an equal one back. */
export function writeRecipe({ mappings }: Pick<Recipe, 'mappings'>): string {
  return `${JSON.stringify({ schema: RECIPE_SCHEMA, mappings }, undefined, 2)}\n`;
}
