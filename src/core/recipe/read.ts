/** Recipe files to recipes: whatever is unknown is an error that names it. */
import { type Result, err, ok } from '../result.ts';
import {
  type Decoder,
  type ScenarioProblem,
  asChoice,
  asList,
  asMap,
  asObject,
  asText,
  fail,
} from '../scenario/decoders.ts';
import { DATASET_KINDS } from '../schema/dataset.ts';
import { RECIPE_SCHEMA, type Recipe, type RecipeMapping } from './recipe.ts';

const HASH = /^[0-9a-f]{32}$/;

const asHash: Decoder<string> = (value, path, problems) =>
  typeof value === 'string' && HASH.test(value) ? value : fail(problems, 'recipe-not-hash', path);

const asPosition: Decoder<number> = (value, path, problems) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : fail(problems, 'recipe-not-position', path);

const asFields = asObject({
  headerHash: asHash,
  header: asList(asText),
  kind: asChoice(...DATASET_KINDS),
  columns: asMap(asPosition),
  constants: asMap(asText),
  dateOrder: asChoice('mdy', 'dmy'),
  decimalMark: asChoice('.', ','),
});

const asMapping: Decoder<RecipeMapping> = (value, path, problems) => {
  const { headerHash, columns, constants, ...rest } = asFields(value, path, problems) ?? {};
  if (headerHash === undefined) {
    fail(problems, 'scenario-missing-key', `${path}.headerHash`);
    return undefined;
  }
  return {
    headerHash,
    ...rest,
    ...(columns && { columns: Object.fromEntries(columns) }),
    ...(constants && { constants: Object.fromEntries(constants) }),
  };
};

const asRecipe = asObject({ schema: asChoice(RECIPE_SCHEMA), mappings: asList(asMapping) });

/** The recipe in a JSON text, or everything that is wrong with it. */
export function readRecipe(text: string): Result<Recipe, readonly ScenarioProblem[]> {
  const problems: ScenarioProblem[] = [];
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    fail(problems, 'scenario-not-json', '', { reason: error instanceof Error ? error.message : '' });
    return err(problems);
  }
  const read = asRecipe(value, '', problems);
  for (const key of ['schema', 'mappings'] as const)
    if (read && read[key] === undefined && problems.length === 0) fail(problems, 'scenario-missing-key', key);
  return read?.mappings && problems.length === 0 ? ok({ mappings: read.mappings }) : err(problems);
}
