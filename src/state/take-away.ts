/** Files that the user takes away, apart from those of a simulation. */
import { createFormat } from '../core/format.ts';
import { filesText } from '../core/text/en/files.ts';
import { recipesText } from '../core/text/en/recipes.ts';
import { storeErrorText } from '../storage/store-error.ts';
import { recipeOf } from './recipes.ts';
import type { Workbook } from './workbook.svelte.ts';

/** All that is remembered about headers, as a recipe. */
export async function exportRecipe({ jobs, runner, document, asOf, download }: Workbook): Promise<void> {
  const recipe = recipeOf(document.answers);
  const request = { recipe, asOf, workbookName: document.name };
  const file = await jobs.run(recipesText.exporting, (signal) => runner.run('exportRecipe', request, { signal }));
  if (file) download(file);
}

/** All rows of a dataset as CSV; what cannot be read is said in `troubles`. */
export async function exportRows(workbook: Workbook, id: string): Promise<void> {
  const { jobs, runner, asOf, download } = workbook;
  const format = createFormat(workbook.locale);
  const { writingRows, rowsWritten } = filesText.details;
  const file = await jobs.run(writingRows, (signal, move) =>
    runner.run(
      'exportRows',
      { id, asOf },
      {
        signal,
        onProgress: ({ rows, of }) => {
          move(rows / Math.max(1, of), rowsWritten(format.count(rows), format.count(of)));
        },
      },
    ),
  );
  if (file && 'kind' in file) workbook.troubles = [storeErrorText(file)];
  else if (file) download(file);
}

/** The rejected rows of a dataset as CSV; what cannot be read is said in `troubles`. */
export async function exportRejects(workbook: Workbook, id: string): Promise<void> {
  const file = await workbook.runner.run('exportRejects', { id, asOf: workbook.asOf });
  if ('kind' in file) workbook.troubles = [storeErrorText(file)];
  else workbook.download(file);
}
