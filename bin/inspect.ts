/** `npm run inspect`: what files are and what the importers make of them, as a table or as JSON. */
import { parseArgs } from 'node:util';
import { inspectText } from '../src/core/text/en/inspect.ts';
import { modelText } from '../src/core/text/en/model.ts';
import { inspectJson } from '../src/exporters/inspect/document.ts';
import { inspectTable } from '../src/exporters/inspect/table.ts';
import type { ImportSource, SheetAnswer } from '../src/importers/index.ts';
import { inspectFiles } from '../src/workers/inspect-files.ts';
import { readRecipes } from './read-recipes.ts';
import { readInputs } from './read-inputs.ts';

const FOUND_TROUBLE = 1;
const UNUSABLE_ARGUMENTS = 2;

/** Arguments that cannot be used; the message says which. */
class BadArguments extends Error {}

interface Arguments {
  readonly sources: readonly ImportSource[];
  readonly json: boolean;
  readonly acceptRepairs: boolean;
  readonly answers: ReadonlyMap<string, SheetAnswer>;
}

function readArguments(): Arguments {
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = parseArgs({
    options: { json: flag, 'accept-repairs': flag, recipe: { type: 'string', multiple: true } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new BadArguments(inspectText.noFiles);
  const sources = positionals.flatMap(sourcesAt);
  if (sources.length === 0) throw new BadArguments(inspectText.emptyFolders);
  const answers = readRecipes(values.recipe ?? []);
  if (!answers.ok) throw new BadArguments(answers.error);
  return { sources, json: values.json, acceptRepairs: values['accept-repairs'], answers: answers.value };
}

function sourcesAt(path: string): readonly ImportSource[] {
  try {
    return readInputs([path]);
  } catch (error) {
    throw new BadArguments(modelText.unreadable(path, error instanceof Error ? error.message : String(error)));
  }
}

async function run(): Promise<number> {
  const { sources, json, acceptRepairs, answers } = readArguments();
  const { document, clean } = await inspectFiles(sources, acceptRepairs, answers);
  process.stdout.write(json ? inspectJson(document) : inspectTable(document));
  return clean ? 0 : FOUND_TROUBLE;
}

try {
  process.exitCode = await run();
} catch (error) {
  const isUsage = error instanceof BadArguments || (error instanceof TypeError && 'code' in error);
  if (!isUsage) throw error;
  process.stderr.write(`${error.message}\n${inspectText.usage}\n`);
  process.exitCode = UNUSABLE_ARGUMENTS;
}
