/** A recipe of this workbook on its way to the user. */
import { recipeText } from '../core/text/en/recipe.ts';
import type { CheckedTexts, MadeRecipe } from './recipe/make-recipe.ts';
import { textsToCheck } from './recipe/make-recipe.ts';
import type { Workbook } from './workbook.svelte.ts';

/** Asks the engine which of the texts that would go along name somebody; undefined when it was cancelled. */
export async function checkTexts({ jobs, runner, document }: Workbook): Promise<CheckedTexts | undefined> {
  const texts = textsToCheck(document);
  const naming = await jobs.run(recipeText.write.looking, (signal, move) =>
    runner.run(
      'textsThatName',
      { texts },
      {
        signal,
        onProgress: ({ done, of }) => {
          move(done / Math.max(1, of), '');
        },
      },
    ),
  );
  return naming && { texts, naming };
}

/** Hands the recipe to the user. @param passphrase locks it; undefined: it stays as it is */
export async function saveRecipe(
  workbook: Workbook,
  { book, mappings, name }: MadeRecipe,
  passphrase?: string,
): Promise<void> {
  const { jobs, runner, asOf } = workbook;
  const request = { recipe: { book, mappings }, asOf, workbookName: name };
  const file = await jobs.run(recipeText.write.writing, (signal) => runner.run('exportRecipe', request, { signal }));
  if (!file) return;
  if (passphrase === undefined) workbook.download(file);
  else await workbook.locked.save(file, passphrase);
}
