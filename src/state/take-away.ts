/** Files that the user takes away, apart from those of a simulation. */
import { recipesText } from '../core/text/en/recipes.ts';
import { recipeOf } from './recipes.ts';
import type { Workbook } from './workbook.svelte.ts';

/** All that is remembered about headers, as a recipe. */
export async function exportRecipe({ jobs, runner, document, asOf, download }: Workbook): Promise<void> {
  const recipe = recipeOf(document.answers);
  const request = { recipe, asOf, workbookName: document.name };
  const file = await jobs.run(recipesText.exporting, (signal) => runner.run('exportRecipe', request, { signal }));
  if (file) download(file);
}
