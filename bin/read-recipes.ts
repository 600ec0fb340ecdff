/** Recipes named on a command line. */
import { readFileSync } from 'node:fs';
import type { Recipe } from '../src/core/recipe/recipe.ts';
import { readRecipe } from '../src/core/recipe/read.ts';
import { type Result, err, ok } from '../src/core/result.ts';
import { diagnosticMessage } from '../src/core/text/diagnostics.ts';
import { modelText } from '../src/core/text/en/model.ts';
import type { SheetAnswer } from '../src/importers/index.ts';
import { answersOf } from '../src/workers/recipe-answers.ts';

/** What the recipes say, by header hash, of two about one header the later; or why one of them cannot be used. */
export function readRecipes(paths: readonly string[]): Result<ReadonlyMap<string, SheetAnswer>, string> {
  const recipes: Recipe[] = [];
  for (const path of paths) {
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch (error) {
      return err(modelText.unreadable(path, error instanceof Error ? error.message : String(error)));
    }
    const recipe = readRecipe(text);
    if (!recipe.ok) {
      const reasons = recipe.error.map(({ code, params }) => diagnosticMessage(code, params));
      return err(modelText.badRecipe(path, reasons.join('\n')));
    }
    recipes.push(recipe.value);
  }
  return ok(answersOf(recipes));
}
