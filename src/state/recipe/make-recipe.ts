/** A recipe of a workbook: how it works, and nothing of anybody. */
import { carriedBranches } from '../../core/recipe/carried-branches.ts';
import { type IsName, LeftOut, type LeftOutLine, mentionsName } from '../../core/recipe/left-out.ts';
import type { RecipeMapping } from '../../core/recipe/recipe-mapping.ts';
import type { RecipeBook } from '../../core/recipe/recipe-book.ts';
import { namingOf } from '../../core/recipe/naming-columns.ts';
import { DEFAULT_PLAN } from '../../core/report/plan.ts';
import type { ObligationPack } from '../../core/obligations/rules/types.ts';
import type { RulePack } from '../../core/rules/rule-pack.ts';
import { recipeText } from '../../core/text/en/recipe.ts';
import { branchesOf, scenariosOf } from '../branches.ts';
import type { WorkbookDocument } from '../document.ts';
import { writeValue } from '../patch.ts';
import { recipeOf } from '../recipes.ts';
import { carriedLayout } from './carried-layout.ts';
import { type RecipeLayout, writeLayout } from './layout.ts';

export interface MadeRecipe {
  readonly book: RecipeBook;
  readonly mappings: readonly RecipeMapping[];
  readonly layout: RecipeLayout;
  readonly leftOut: readonly LeftOutLine[];
  /** What the file may be called after; '' when the workbook's name mentions somebody. */
  readonly name: string;
}

/** Texts that would go along, and those of them that name somebody. */
export interface CheckedTexts {
  readonly texts: readonly string[];
  readonly naming: readonly string[];
}

interface Choice {
  /** What was typed into cells of own sheets goes along, where it mentions nobody. */
  readonly cells: boolean;
}

/** Every text that would go along if it named nobody. */
export function textsToCheck(document: WorkbookDocument): readonly string[] {
  const texts = new Set<string>();
  const note: IsName = (text) => {
    if (text !== '') texts.add(text);
    return false;
  };
  recipeWith(document, { cells: true }, note);
  return [...texts];
}

/** @param checked a text that was not checked counts as naming somebody */
export function makeRecipe(document: WorkbookDocument, choice: Choice, checked: CheckedTexts): MadeRecipe {
  const harmless = new Set(checked.texts);
  for (const text of checked.naming) harmless.delete(text);
  return recipeWith(document, choice, (text) => text !== '' && !harmless.has(text));
}

function recipeWith(document: WorkbookDocument, { cells }: Choice, isName: IsName): MadeRecipe {
  const leftOut = new LeftOut();
  const { numbered } = recipeText;
  const scenarios = scenariosOf(document);
  const { list, ids } = carriedBranches(branchesOf(document), scenarios, { isName, leftOut, numbered });
  const layout = carriedLayout(document, { isName, leftOut, cells });
  const { chosen, reference } = document.compared;
  const idOf = (id: string): readonly string[] => {
    const carried = ids.get(id);
    return carried === undefined ? [] : [carried];
  };
  const [held] = reference === undefined ? [] : idOf(reference);
  const obligationPacks = document.obligations.packs.filter((pack) => staysPack(pack, isName, leftOut));
  const book: RecipeBook = {
    horizonMonths: document.horizonMonths,
    scenarios: {
      active: ids.get(document.activeBranch) ?? '',
      list,
      ...(chosen && { compared: chosen.flatMap(idOf) }),
      ...(held === undefined ? {} : { reference: held }),
    },
    rulePacks: document.rulePacks.filter((pack) => staysPack(pack, isName, leftOut)),
    ...(obligationPacks.length > 0 && { obligationPacks }),
    layout: writeLayout(layout),
  };
  const mappings = recipeOf(document.answers).mappings.filter((mapping) => staysMapping(mapping, isName, leftOut));
  noteTheRest(document, leftOut);
  return { book, mappings, layout, leftOut: leftOut.lines(), name: isName(document.name) ? '' : document.name };
}

function staysPack(pack: RulePack | ObligationPack, isName: IsName, leftOut: LeftOut): boolean {
  const stays = !mentionsName(pack, isName);
  if (!stays) leftOut.note('rules', pack.name, pack.name);
  return stays;
}

/** One value for all rows may say whose they are, and so may a header. */
function staysMapping(mapping: RecipeMapping, isName: IsName, leftOut: LeftOut): boolean {
  const { headerHash, header, constants = {}, kind = 'portfolio', ...rest } = mapping;
  const ties = Object.keys(constants).some((column) => namingOf(kind, column) !== 'no');
  const stays = !ties && !mentionsName([header, Object.values(constants), rest], isName);
  if (!stays) leftOut.note('mappings', headerHash, header?.filter((name) => name !== '').join(', ') ?? headerHash);
  return stays;
}

/** Parts of a workbook that no recipe holds. */
function noteTheRest({ seatsWanted, report, filter }: WorkbookDocument, leftOut: LeftOut): void {
  for (const id of seatsWanted.keys()) leftOut.note('seats', id);
  if (writeValue(report) !== writeValue(DEFAULT_PLAN)) leftOut.note('report', 'plan');
  for (const [part, value] of Object.entries(filter))
    if (value !== undefined && value !== '') leftOut.note('filters', `shown ${part}`);
}
