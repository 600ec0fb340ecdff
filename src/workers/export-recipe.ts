import type { Day } from '../core/days.ts';
import { type Recipe, writeRecipe } from '../core/recipe/recipe.ts';
import { exportFileName } from '../core/file-name.ts';
import type { ExportedFile } from './export-results.ts';

/** A recipe as a file to take away. */
export function exportRecipe(request: {
  readonly recipe: Recipe;
  readonly asOf: Day;
  readonly workbookName: string;
}): ExportedFile {
  const { recipe, asOf, workbookName } = request;
  const bytes = new TextEncoder().encode(writeRecipe(recipe));
  return { name: exportFileName('recipe-json', asOf, workbookName), type: 'application/json', bytes };
}
