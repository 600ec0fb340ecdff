import type { Day } from '../core/days.ts';
import { writeRecipeBook } from '../core/recipe/recipe-book.ts';
import { type Recipe, writeRecipe } from '../core/recipe/recipe.ts';
import { exportFileName } from '../core/file-name.ts';
import type { ExportedFile } from './export-results.ts';

/** A recipe as a file to take away: of version 2 where it says how a workbook works, of version 1 where it holds mappings alone. */
export function exportRecipe(request: {
  readonly recipe: Recipe;
  readonly asOf: Day;
  readonly workbookName: string;
}): ExportedFile {
  const { recipe, asOf, workbookName } = request;
  const { book, mappings } = recipe;
  const bytes = new TextEncoder().encode(book ? writeRecipeBook(book, mappings) : writeRecipe(recipe));
  const kind = book ? 'recipe-book-json' : 'recipe-json';
  return { name: exportFileName(kind, asOf, workbookName), type: 'application/json', bytes };
}
