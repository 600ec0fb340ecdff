/** A workbook after it took over parts of a recipe. Pure. */
import { type RecipePart, recipeText } from '../../core/text/en/recipe.ts';
import { nameKey } from '../../sheet/formula/needs.ts';
import type { Command, WorkbookDocument } from '../document.ts';
import type { Incoming } from './incoming.ts';
import { type Way, takeAdditions, takeViews } from './take-layout.ts';
import { takeScenarios } from './take-scenarios.ts';

/** By part, what becomes of what both have; a part that is not there is left. `both` is for scenarios alone. */
export type RecipeChoice = Readonly<Partial<Record<RecipePart, Way | 'both'>>>;

/** The step that takes the chosen parts over. @param at milliseconds since 1970, when they came in */
export function takeRecipe(document: WorkbookDocument, incoming: Incoming, choice: RecipeChoice, at: number): Command {
  const created = new Date(at).toISOString();
  return { kind: 'take-recipe', parts: takenParts(document, incoming, choice, created), what: recipeText.take.step };
}

function takenParts(
  document: WorkbookDocument,
  { book, layout, answers }: Incoming,
  choice: RecipeChoice,
  created: string,
): Partial<WorkbookDocument> {
  const { scenarios, rules, additions, views, mappings } = choice;
  const added = additions && takeAdditions(document, layout, plainWay(additions));
  return {
    ...(scenarios && takeScenarios(document, book, scenarios === 'theirs' ? 'theirs' : 'both', created)),
    ...(rules && {
      rulePacks: joinedPacks(document.rulePacks, book.rulePacks, plainWay(rules)),
      obligations: {
        ...document.obligations,
        packs: joinedPacks(document.obligations.packs, book.obligationPacks ?? [], plainWay(rules)),
      },
    }),
    ...added,
    ...(views && takeViews(document, layout, plainWay(views), added?.formulas ?? document.formulas)),
    ...(mappings && { answers: joinedAnswers(document, answers, plainWay(mappings)) }),
  };
}

function plainWay(way: Way | 'both'): Way {
  return way === 'theirs' ? 'theirs' : 'mine';
}

function joinedPacks<Pack extends { readonly name: string }>(
  own: readonly Pack[],
  taken: readonly Pack[],
  way: Way,
): readonly Pack[] {
  const theirs = new Map(taken.map((pack) => [nameKey(pack.name), pack]));
  const known = new Set(own.map(({ name }) => nameKey(name)));
  const kept = own.map((pack) => (way === 'theirs' ? (theirs.get(nameKey(pack.name)) ?? pack) : pack));
  return [...kept, ...taken.filter(({ name }) => !known.has(nameKey(name)))];
}

function joinedAnswers(document: WorkbookDocument, theirs: Incoming['answers'], way: Way): WorkbookDocument['answers'] {
  return way === 'theirs'
    ? new Map([...document.answers, ...theirs])
    : new Map([...document.answers, ...new Map([...theirs].filter(([hash]) => !document.answers.has(hash)))]);
}
