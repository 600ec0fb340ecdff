/** `npm run model`: the results file of the app, made in Node by the same importers and engine. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Day, dayOfTimestamp, parseDay } from '../src/core/days.ts';
import type { Diagnostic } from '../src/core/diagnostics.ts';
import { DEFAULT_SCENARIO } from '../src/core/scenario/defaults.ts';
import { readScenario } from '../src/core/scenario/read.ts';
import type { Scenario } from '../src/core/scenario/scenario.ts';
import { diagnosticMessage } from '../src/core/text/diagnostics.ts';
import { modelText } from '../src/core/text/en/model.ts';
import { resultsJson } from '../src/exporters/results/json.ts';
import type { TrialFigures } from '../src/exporters/results/uncertainty.ts';
import { trialsCsv } from '../src/exporters/uncertainty-trials.ts';
import { type FileReport, type SheetAnswer, importSources } from '../src/importers/index.ts';
import { type Book, type SimulationRequest, prepareBook, simulate } from '../src/sim/index.ts';
import { planTrials } from '../src/sim/uncertainty/index.ts';
import { datasetsOf } from '../src/workers/datasets-from-reports.ts';
import { freshFiles } from '../src/workers/fresh-files.ts';
import { questionDiagnostics } from '../src/workers/open-questions.ts';
import { trialFigures } from '../src/workers/trial-figures.ts';
import { readRecipes } from './read-recipes.ts';
import { readInputs } from './read-inputs.ts';
import { runInThreads } from './run-trials.ts';
import { type TrialOptions, readTrialOptions, withTrialOptions } from './trial-options.ts';

const UNUSABLE_ARGUMENTS = 2;
const NOTHING_USABLE = 3;
const MAX_MONTHS = 600;

interface NamedScenario {
  readonly file: string;
  readonly scenario: Scenario;
}

interface Arguments {
  readonly inputs: readonly string[];
  readonly asOf: Day;
  readonly horizonMonths: number;
  /** The scenario of `--scenario` with its path. */
  readonly scenario: NamedScenario | undefined;
  /** Of `--recipe`, by header hash. */
  readonly answers: ReadonlyMap<string, SheetAnswer>;
  readonly out: string;
  readonly trials: TrialOptions;
}

/** Arguments that cannot be used; the message says which. */
class BadArguments extends Error {}

function readArguments(): Arguments {
  const text = { type: 'string' } as const;
  const { values, tokens } = parseArgs({
    options: {
      in: { ...text, multiple: true },
      'as-of': text,
      horizon: text,
      scenario: text,
      recipe: { ...text, multiple: true },
      out: text,
      trials: text,
      seed: text,
      workers: text,
      'trials-csv': text,
    },
    allowPositionals: true,
    tokens: true,
  });
  // In the order of the command line, which is the import order.
  const inputs = tokens.flatMap((token) => {
    if (token.kind === 'positional') return [token.value];
    return token.kind === 'option' && token.name === 'in' ? [token.value] : [];
  });
  if (inputs.length === 0) throw new BadArguments(modelText.missing('--in'));
  if (values.out === undefined) throw new BadArguments(modelText.missing('--out'));
  const asOf = values['as-of'] === undefined ? dayOfTimestamp(Date.now()) : parseDay(values['as-of']);
  if (asOf === undefined) throw new BadArguments(modelText.badOption(`--as-of ${values['as-of'] ?? ''}`));
  const horizon = values.horizon ?? '12';
  const horizonMonths = /^\d{1,3}$/.test(horizon) ? Number(horizon) : 0;
  if (horizonMonths < 1 || horizonMonths > MAX_MONTHS)
    throw new BadArguments(modelText.badOption(`--horizon ${horizon}`));
  const scenario = values.scenario === undefined ? undefined : scenarioOfFile(values.scenario);
  const answers = readRecipes(values.recipe ?? []);
  if (!answers.ok) throw new BadArguments(answers.error);
  const trials = readTrialOptions(values);
  if (!trials.ok) throw new BadArguments(trials.error);
  return { inputs, asOf, horizonMonths, scenario, answers: answers.value, out: values.out, trials: trials.value };
}

function say(message: string): void {
  process.stderr.write(`${message}\n`);
}

function sayDiagnostics(diagnostics: readonly Diagnostic[]): void {
  for (const { file, row, column, severity, message } of diagnostics) {
    if (severity !== 'info') say(`${severity}: ${modelText.place(file, row, column)}: ${message}`);
  }
}

/** Does something with a path; trouble with it is trouble with the arguments. */
function withPath<T>(path: string, action: () => T, message: (path: string, reason: string) => string): T {
  try {
    return action();
  } catch (error) {
    throw new BadArguments(message(path, error instanceof Error ? error.message : String(error)));
  }
}

function scenarioOfFile(file: string): NamedScenario {
  const result = readScenario(withPath(file, () => readFileSync(file, 'utf8'), modelText.unreadable));
  if (result.ok) return { file, scenario: result.value };
  const reasons = result.error.map(({ code, params }) => diagnosticMessage(code, params));
  throw new BadArguments(modelText.badScenario(file, reasons.join('\n')));
}

/** The scenario of the arguments, else the last one among the inputs, else the defaults. */
function chooseScenario(given: NamedScenario | undefined, reports: readonly FileReport[]): Scenario {
  const found = reports.flatMap(({ file, scenario }) => (scenario ? [{ file, scenario }] : []));
  const chosen = given ?? found.at(-1);
  for (const other of found) {
    if (chosen && other !== chosen) say(modelText.scenarioIgnored(other.file, chosen.file));
  }
  return chosen?.scenario ?? DEFAULT_SCENARIO;
}

/** What the reports of files without rows have to say. */
function unusedDiagnostics(reports: readonly FileReport[]): readonly Diagnostic[] {
  const unused = reports.filter(({ dataset, scenario }) => !dataset && !scenario);
  return unused.flatMap((report) => [...report.diagnostics, ...questionDiagnostics(report)]);
}

/** The trials of the scenario's uncertainty; undefined where it has none. */
async function trialsOf(
  book: Book,
  request: SimulationRequest,
  { workers, csv }: TrialOptions,
): Promise<TrialFigures | undefined> {
  const { uncertainty } = request.scenario;
  if (!uncertainty) return undefined;
  const plan = planTrials(book, request);
  if (!plan.ok) {
    const reasons = plan.error.map(({ code, index }) => modelText.badInput[code](index === undefined ? 0 : index + 1));
    throw new BadArguments(modelText.badUncertainty(reasons.join('\n')));
  }
  const figures = await trialFigures(plan.value, uncertainty.limits, (take) => runInThreads(plan.value, workers, take));
  if (csv !== undefined) write(csv, trialsCsv({ ...figures, seed: uncertainty.seed }));
  return figures;
}

function write(path: string, text: string): void {
  if (path === '-') process.stdout.write(text);
  else
    withPath(
      path,
      () => {
        writeFileSync(path, text);
      },
      modelText.unwritable,
    );
}

async function run(): Promise<number> {
  const { inputs, asOf, horizonMonths, scenario: given, answers, out, trials } = readArguments();
  const sources = inputs.flatMap((path) => withPath(path, () => readInputs([path]), modelText.unreadable));
  const { files } = await importSources(sources, { answers });
  const scenario = withTrialOptions(chooseScenario(given, files), trials);
  const { fresh, duplicateOf } = freshFiles(files, new Map());
  for (const [{ file }, other] of duplicateOf) say(modelText.duplicate(file, other));
  const datasets = datasetsOf(fresh, 0);
  const unused = unusedDiagnostics(files);
  if (datasets.length === 0) {
    say(files.length === 0 ? modelText.noFiles : modelText.nothingUsable);
    sayDiagnostics(unused);
    return NOTHING_USABLE;
  }
  const book = prepareBook({ datasets });
  const request = { scenario, window: { asOf, horizonMonths } };
  const simulation = simulate(book, request);
  const figures = await trialsOf(book, request, trials);
  sayDiagnostics(unused);
  write(out, resultsJson(simulation, datasets, unused, figures));
  return 0;
}

try {
  process.exitCode = await run();
} catch (error) {
  const isUsage = error instanceof BadArguments || (error instanceof TypeError && 'code' in error);
  if (!isUsage) throw error;
  say(`${error.message}\n${modelText.usage}`);
  process.exitCode = UNUSABLE_ARGUMENTS;
}
