/** Recipes of version 2 that came in: each waits until the user has chosen what of it to take over. */
import type { Recipe } from '../core/recipe/recipe.ts';
import { recipeText } from '../core/text/en/recipe.ts';
import type { WorkbookDocument } from './document.ts';
import type { WriteGate } from './gate.svelte.ts';
import { type Incoming, readIncoming } from './recipe/incoming.ts';
import { type RecipeChoice, takeRecipe } from './recipe/take-recipe.ts';

export interface OfferedRecipe {
  readonly file: string;
  readonly incoming: Incoming;
}

/** What it needs of the workbook. */
export interface RecipeTarget {
  readonly document: WorkbookDocument;
  readonly gate: WriteGate;
  readonly imports: { readAnswered(answers: WorkbookDocument['answers']): Promise<void> };
  troubles: readonly string[];
}

export class RecipesIn {
  /** The first one is asked about now. */
  waiting: readonly OfferedRecipe[] = $state.raw([]);
  private readonly workbook: RecipeTarget;

  constructor(workbook: RecipeTarget) {
    this.workbook = workbook;
  }

  /** Asks about recipes, one after the other; says which of them hold what this version can't read. */
  offer(files: readonly { readonly file: string; readonly recipe: Recipe }[]): void {
    const troubles: string[] = [];
    const offered = files.flatMap(({ file, recipe }): readonly OfferedRecipe[] => {
      if (!recipe.book) return [];
      const incoming = readIncoming(recipe, recipe.book);
      if (incoming.ok) return [{ file, incoming: incoming.value }];
      troubles.push(recipeText.take.unread(file, incoming.error));
      return [];
    });
    if (troubles.length > 0) this.workbook.troubles = troubles;
    this.waiting = [...this.waiting, ...offered];
  }

  /** Lets the first one be. */
  dismiss(): void {
    this.waiting = this.waiting.slice(1);
  }

  /** Takes the chosen parts of the first one over, as one step; then reads the files that waited for its mappings. */
  async take(choice: RecipeChoice): Promise<void> {
    const { waiting, workbook } = this;
    const [first] = waiting;
    this.dismiss();
    if (!first) return;
    const { gate, imports } = workbook;
    gate.dispatch(takeRecipe(workbook.document, first.incoming, choice, gate.now()));
    if (choice.mappings) await imports.readAnswered(first.incoming.answers);
  }
}
