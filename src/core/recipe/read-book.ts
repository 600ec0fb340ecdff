/** Recipes of version 2 from JSON: what is unknown, or can't be read, is an error that names it. */
import type { Branch } from '../branches/branch.ts';
import { readBranches } from '../branches/stored.ts';
import { MAX_HORIZON } from '../assumptions/limits.ts';
import { decodeObligationPack } from '../obligations/rules/pack.ts';
import type { ObligationPack } from '../obligations/rules/types.ts';
import { decodeRulePack } from '../rules/rule-pack.ts';
import type { RulePack } from '../rules/rule-pack.ts';
import {
  type Decoder,
  type ScenarioProblem,
  asChoice,
  asDays,
  asList,
  asObject,
  asText,
  fail,
} from '../scenario/decoders.ts';
import { firstLost } from './canonical.ts';
import { RECIPE_BOOK_SCHEMA, type RecipeBook, bookDocument, hashOf } from './recipe-book.ts';
import type { RecipeMapping } from './recipe-mapping.ts';
import type { Recipe } from './recipe.ts';

type Fields = Readonly<Record<string, unknown>>;

const asFields: Decoder<Fields> = (value, path, problems) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : fail(problems, 'scenario-not-object', path);

const asBranches: Decoder<readonly Branch[]> = (value, path, problems) => {
  const branches = readBranches(value);
  if (branches.length > 0) return branches;
  fail(problems, 'recipe-no-scenario', path);
  return undefined;
};

const asPack: Decoder<RulePack> = (value, path, problems) => {
  const read = decodeRulePack(value);
  if (read.ok) return read.value;
  for (const { code, params } of read.error) fail(problems, code, `${path}.${params.path}`, params);
  return undefined;
};

const asObligationPack: Decoder<ObligationPack> = (value, path, problems) => {
  const read = decodeObligationPack(value);
  if (read.ok) return read.value;
  for (const { code, params } of read.error) fail(problems, code, `${path}.${params.path}`, params);
  return undefined;
};

const asScenarios = asObject({ active: asText, list: asBranches, compared: asList(asText), reference: asText });

/**
 * The recipe in a document, or nothing and what is wrong with it. One that was changed after it was written is refused before anything of it is looked at.
 * @param asMappings reads the part that both versions have
 */
export function readRecipeBook(
  document: Fields,
  asMappings: Decoder<readonly RecipeMapping[]>,
  problems: ScenarioProblem[],
): Recipe | undefined {
  if (!isAsWritten(document)) {
    fail(problems, 'recipe-changed', '');
    return undefined;
  }
  const asBook = asObject({
    schema: asChoice(RECIPE_BOOK_SCHEMA),
    hash: asText,
    horizonMonths: asDays,
    scenarios: asScenarios,
    rulePacks: asList(asPack),
    obligationPacks: asList(asObligationPack),
    layout: asFields,
    mappings: asMappings,
  });
  const { horizonMonths, scenarios, rulePacks, obligationPacks, layout, mappings } =
    asBook(document, '', problems) ?? {};
  const { active, list, compared, reference } = scenarios ?? {};
  const missing = Object.entries({ horizonMonths, scenarios, rulePacks, layout, mappings, 'scenarios.active': active })
    .filter(([, value]) => value === undefined)
    .map(([key]) => key);
  if (problems.length === 0) for (const key of missing) fail(problems, 'scenario-missing-key', key);
  if (horizonMonths === 0) fail(problems, 'recipe-unread', 'horizonMonths');
  if (problems.length > 0 || !horizonMonths || !list || !rulePacks || !layout || !mappings || active === undefined)
    return undefined;
  const book: RecipeBook = {
    horizonMonths,
    scenarios: { active, list, ...(compared && { compared }), ...(reference === undefined ? {} : { reference }) },
    rulePacks,
    ...(obligationPacks && { obligationPacks }),
    layout,
  };
  const wrong = whatIsWrong(document, book, mappings);
  if (wrong !== undefined) {
    fail(problems, 'recipe-unread', wrong);
    return undefined;
  }
  return { mappings, book };
}

/** The place of something that this version can't read, or that can't be. */
function whatIsWrong(document: Fields, book: RecipeBook, mappings: readonly RecipeMapping[]): string | undefined {
  const { active, list } = book.scenarios;
  if (book.horizonMonths > MAX_HORIZON) return 'horizonMonths';
  if (!list.some(({ id }) => id === active)) return 'scenarios.active';
  const { schema: _, hash: __, ...body } = document;
  const { scenarios, rulePacks, obligationPacks } = bookDocument(book, mappings);
  return firstLost(
    { scenarios: body['scenarios'], rulePacks: body['rulePacks'], obligationPacks: body['obligationPacks'] },
    { scenarios, rulePacks, obligationPacks },
  );
}

function isAsWritten({ schema: _, hash, ...body }: Fields): boolean {
  return hash === hashOf(body);
}
