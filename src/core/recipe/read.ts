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
import { REPAIR_CODES, type RepairChoice, TREATMENTS } from '../schema/repairs.ts';
import { readRecipeBook } from './read-book.ts';
import { RECIPE_BOOK_SCHEMA } from './recipe-book.ts';
import type { RecipeMapping } from './recipe-mapping.ts';
import { RECIPE_SCHEMA, type Recipe } from './recipe.ts';

const HASH = /^[0-9a-f]{32}$/;

const asHash: Decoder<string> = (value, path, problems) =>
  typeof value === 'string' && HASH.test(value) ? value : fail(problems, 'recipe-not-hash', path);

const asPosition: Decoder<number> = (value, path, problems) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : fail(problems, 'recipe-not-position', path);

const asRollUp: Decoder<false | readonly string[]> = (value, path, problems) =>
  value === false ? false : asList(asText)(value, path, problems);

const asRepairFields = asObject({
  code: asChoice(...REPAIR_CODES),
  column: asText,
  treatment: asChoice(...TREATMENTS),
});

const asRepair: Decoder<RepairChoice> = (value, path, problems) => {
  const fields = asRepairFields(value, path, problems);
  const { code, column, treatment } = fields ?? {};
  if (code !== undefined && column !== undefined && treatment !== undefined) return { code, column, treatment };
  const missing = ['code', 'column', 'treatment'].filter(
    (key) => fields && !Object.hasOwn(Object(value) as object, key),
  );
  for (const key of missing) fail(problems, 'scenario-missing-key', `${path}.${key}`);
  return undefined;
};

const asFields = asObject({
  headerHash: asHash,
  header: asList(asText),
  kind: asChoice(...DATASET_KINDS),
  columns: asMap(asPosition),
  constants: asMap(asText),
  dateOrder: asChoice('mdy', 'dmy'),
  decimalMark: asChoice('.', ','),
  rollUp: asRollUp,
  repairs: asList(asRepair),
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

const asMappings = asList(asMapping);
/** The schemas are told first, so that another one is named with those that are read. */
const asSchema = asChoice(RECIPE_SCHEMA, RECIPE_BOOK_SCHEMA);
const asRecipe = asObject({ schema: asSchema, mappings: asMappings });

/** The recipe in a JSON text, of either version, or everything that is wrong with it. */
export function readRecipe(text: string): Result<Recipe, readonly ScenarioProblem[]> {
  const problems: ScenarioProblem[] = [];
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    fail(problems, 'scenario-not-json', '', { reason: error instanceof Error ? error.message : '' });
    return err(problems);
  }
  const recipe = isBook(value) ? readRecipeBook(value, asMappings, problems) : readMappings(value, problems);
  return recipe && problems.length === 0 ? ok(recipe) : err(problems);
}

function isBook(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && 'schema' in value && value.schema === RECIPE_BOOK_SCHEMA;
}

function readMappings(value: unknown, problems: ScenarioProblem[]): Recipe | undefined {
  const read = asRecipe(value, '', problems);
  for (const key of ['schema', 'mappings'] as const)
    if (read && read[key] === undefined && problems.length === 0) fail(problems, 'scenario-missing-key', key);
  return read?.mappings && { mappings: read.mappings };
}
