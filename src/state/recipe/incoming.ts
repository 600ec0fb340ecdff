/** A recipe that came in, part by part: what it holds, and where this workbook says something else. Pure. */
import { resolveBranches } from '../../core/branches/branch.ts';
import { isSameScenario } from '../../core/branches/diff.ts';
import { canonicalJson } from '../../core/recipe/canonical.ts';
import type { RecipeBook } from '../../core/recipe/recipe-book.ts';
import type { Recipe } from '../../core/recipe/recipe.ts';
import { type Result, err, ok } from '../../core/result.ts';
import { DEFAULT_SCENARIO } from '../../core/scenario/defaults.ts';
import { type RecipePart, recipeText } from '../../core/text/en/recipe.ts';
import { nameKey } from '../../sheet/formula/needs.ts';
import { PLAIN_VIEW } from '../../sheet/model/table-view.ts';
import { branchesOf, scenariosOf } from '../branches.ts';
import type { WorkbookDocument } from '../document.ts';
import { answersOf } from '../recipes.ts';
import { writeAnswer } from '../sheet-answers.ts';
import { type RecipeLayout, readLayout } from './layout.ts';

export interface Incoming {
  readonly book: RecipeBook;
  readonly layout: RecipeLayout;
  readonly answers: WorkbookDocument['answers'];
}

/** The parts of a recipe of version 2, or the place of what can't be read. */
export function readIncoming(recipe: Recipe, book: RecipeBook): Result<Incoming, string> {
  const layout = readLayout(book.layout);
  if (!layout.ok) return err(layout.error);
  return ok({ book, layout: layout.value, answers: answersOf([recipe]) });
}

/** The only scenario says nothing yet: that of a recipe takes its place. */
export function isFresh(document: WorkbookDocument): boolean {
  const [only, ...others] = branchesOf(document);
  return others.length === 0 && only?.frozen === false && isSameScenario(document.scenario, DEFAULT_SCENARIO);
}

/** What this workbook has under the same name, and says otherwise, by part; in the words of the user. */
export function clashesOf(
  document: WorkbookDocument,
  incoming: Incoming,
): Readonly<Record<RecipePart, readonly string[]>> {
  const { book, layout, answers } = incoming;
  const title = ({ title }: { readonly title: string }): string => nameKey(title);
  const name = (one: { readonly name: string }): string => nameKey(one.name);
  const byTable = (one: { readonly table: string; readonly name: string }): string =>
    JSON.stringify([one.table, one.name]);
  return {
    scenarios: scenarioClashes(document, book),
    rules: [
      ...differing(document.rulePacks, book.rulePacks, name),
      ...differing(document.obligations.packs, book.obligationPacks ?? [], name),
    ].map((pack) => pack.name),
    additions: [
      ...differing(document.formulas, layout.formulas, title, 'key').map((one) => one.title),
      ...differing(document.names, layout.names, name, 'note').map((one) => one.name),
      ...differing(document.sheets, layout.sheets, name, 'id').map((one) => one.name),
    ],
    views: [
      ...[...layout.tables]
        .filter(([table, view]) => isOtherView(document, table, view))
        .map(([table]) => nameOfTable(table, layout)),
      ...differing(document.savedViews, layout.savedViews, byTable).map((one) => one.name),
      ...differing(document.pivots, layout.pivots, name, 'id').map((one) => one.name),
    ],
    mappings: [...answers]
      .filter(([hash, answer]) => {
        const mine = document.answers.get(hash);
        return mine !== undefined && canonicalJson(writeAnswer(mine)) !== canonicalJson(writeAnswer(answer));
      })
      .map(([hash, { header }]) => header?.filter((one) => one !== '').join(', ') ?? hash.slice(0, 8)),
  };
}

function scenarioClashes(document: WorkbookDocument, book: RecipeBook): readonly string[] {
  if (isFresh(document)) return [];
  const mine = scenariosOf(document);
  const theirs = resolveBranches(book.scenarios.list);
  return book.scenarios.list.flatMap(({ id, name }) => {
    const own = branchesOf(document).find((branch) => branch.name === name);
    const [one, other] = [own && mine.get(own.id), theirs.get(id)];
    return one && other && !isSameScenario(one, other) ? [name] : [];
  });
}

function nameOfTable(table: string, { pivots }: RecipeLayout): string {
  return recipeText.tables.get(table) ?? pivots.find(({ id }) => id === table)?.name ?? table;
}

function isOtherView({ tables, pivots }: WorkbookDocument, table: string, view: unknown): boolean {
  const mine = tables.get(table);
  if (mine === undefined || pivots.some(({ id }) => id === table)) return false;
  return canonicalJson(mine) !== canonicalJson(PLAIN_VIEW) && canonicalJson(mine) !== canonicalJson(view);
}

/** Theirs that has an equal here which says something else. @param but a field that does not count */
function differing<T extends object>(
  mine: readonly T[],
  theirs: readonly T[],
  keyOf: (one: T) => string,
  but = '',
): readonly T[] {
  const own = new Map(mine.map((one) => [keyOf(one), one]));
  const said = (one: T): string => canonicalJson({ ...one, [but]: '' });
  return theirs.filter((one) => {
    const same = own.get(keyOf(one));
    return same !== undefined && said(same) !== said(one);
  });
}
