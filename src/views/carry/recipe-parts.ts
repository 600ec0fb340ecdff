/** What a recipe holds, in words, part by part. */
import type { Format } from '../../core/format.ts';
import type { RecipeBook } from '../../core/recipe/recipe-book.ts';
import type { LeftOutLine } from '../../core/recipe/left-out.ts';
import { RECIPE_PARTS, type RecipePart, recipeText } from '../../core/text/en/recipe.ts';
import type { RecipeLayout } from '../../state/recipe/layout.ts';

export interface Contents {
  readonly book: RecipeBook;
  readonly layout: RecipeLayout;
  /** How many headers of files. */
  readonly mappings: number;
}

export interface PartLine {
  readonly part: RecipePart;
  readonly title: string;
  /** '' when it holds nothing of the kind. */
  readonly counts: string;
}

/** All parts in their order. */
export function partLines({ book, layout, mappings }: Contents, format: Pick<Format, 'count'>): readonly PartLine[] {
  const { counts, parts } = recipeText;
  const some = (kind: keyof typeof counts, count: number): string => {
    const words = counts[kind];
    return count === 0 || typeof words === 'string' ? '' : words(format.count(count));
  };
  const of: Readonly<Record<RecipePart, readonly string[]>> = {
    scenarios: [some('scenarios', book.scenarios.list.length), some('window', book.horizonMonths)],
    rules: [some('rules', book.rulePacks.length + (book.obligationPacks?.length ?? 0))],
    additions: [
      some('formulas', layout.formulas.length),
      some('names', layout.names.length),
      some('sheets', layout.sheets.length),
    ],
    views: [
      some('tables', layout.tables.size),
      some('savedViews', layout.savedViews.length),
      some('pivots', layout.pivots.length),
    ],
    mappings: [some('mappings', mappings)],
  };
  return RECIPE_PARTS.map((part) => ({ part, title: parts[part], counts: of[part].filter(Boolean).join(', ') }));
}

/** How many names are told before only their number is. */
const TOLD = 5;

/** Some names in one line. */
export function namedIn(labels: readonly string[], format: Pick<Format, 'count'>): string {
  const more = labels.length - TOLD;
  return recipeText.named(labels.slice(0, TOLD).join(', '), more > 0 ? format.count(more) : '');
}

/** The rows of the table of what is left out: what, how many, why. */
export function leftOutRows(
  lines: readonly LeftOutLine[],
  format: Pick<Format, 'count'>,
): readonly (readonly string[])[] {
  return lines.map(({ kind, count, labels }) => {
    const [what, why] = recipeText.leftOut[kind];
    const names = labels.length > 0 ? ` (${namedIn(labels, format)})` : '';
    return [what, format.count(count), `${why}${names}`];
  });
}
