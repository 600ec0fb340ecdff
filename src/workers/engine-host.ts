/** The handlers of all jobs: thin, the work is done by the engine, the importers and the exporters. */
import { previewMapping } from '../importers/index.ts';
import { makeEarlierSample, makeSample, makeSampleAgreements, makeSampleInvoices, traps } from '../sample/index.ts';
import { explain, extraColumns, formulaFigures, monthAmounts, simulate, twinCandidates } from '../sim/index.ts';
import type { DroppedFile, EngineJobs } from './engine-jobs.ts';
import { Engine } from './engine.ts';
import { exportRecipe } from './export-recipe.ts';
import { exportRows } from './export-rows.ts';
import { exportTable } from './export-table.ts';
import { exportResults } from './export-results.ts';
import type { HashElsewhere } from './hash-port.ts';
import { importDrop } from './import-drop.ts';
import { withoutPortfolioColumns } from './portfolio-columns.ts';
import { holdsSample } from './holds-sample.ts';
import { previewRepair } from './preview-repair.ts';
import type { JobHost } from './protocol.ts';
import { counted } from './running-jobs.ts';
import { rowFacts, rowPage } from './row-page.ts';
import { storeJobs } from './store-jobs.ts';
import { exportSince, sinceOf } from './since-jobs.ts';
import { topicJobs } from './topic-jobs.ts';
import { transferablesOf } from './transferables.ts';

const SAMPLES = {
  whole: makeSample,
  earlier: makeEarlierSample,
  invoices: makeSampleInvoices,
  agreements: makeSampleAgreements,
} as const;

function sampleFiles(asOf: number, part: keyof typeof SAMPLES = 'whole'): readonly DroppedFile[] {
  const files = SAMPLES[part]({ asOf });
  return files.map(({ name, text }) => ({ name, blob: new Blob([text]) }));
}

/**
 * The handlers of all jobs on one engine.
 * @param hashing gives what hashes large files in another thread, once there is one
 */
export function engineHost(
  engine = new Engine(),
  hashing: () => HashElsewhere | undefined = () => undefined,
): JobHost<EngineJobs> {
  const host: JobHost<EngineJobs> = {
    ...storeJobs(engine),
    ...topicJobs(engine),
    importFiles: async (request, context) => importDrop(await engine.ready(), request, context, hashing()),
    sample: ({ asOf, part }) => sampleFiles(asOf, part),
    previewMapping,
    previewRepair: (request, { signal }) => previewRepair(request, signal),
    sourceFile: async ({ id }) => (await engine.ready()).sourceFile(id),
    traps: async ({ asOf }) => {
      const planted = traps({ asOf });
      const { book } = await engine.ready();
      return { traps: planted, open: holdsSample(book.portfolio.table, planted) };
    },
    rejects: async ({ id, limit }) => (await engine.ready()).rejects(id, limit),
    change: async (change) => (await engine.ready()).change(change),
    workspace: async () => {
      await engine.ready();
      return engine.alone(() => engine.workspace());
    },
    extraColumns: async (names) => {
      const { book, revision } = await engine.ready();
      return { revision, columns: extraColumns(book.portfolio, names) };
    },
    simulate: async (request, { transfer, report }) => {
      const { book, revision } = await engine.ready();
      const parts = withoutPortfolioColumns(simulate(book, engine.settled(request), report));
      return transfer({ revision, parts }, transferablesOf(parts));
    },
    explain: async ({ request, row }) => explain((await engine.ready()).book, request, row),
    formulaFigures: async ({ request, questions }) => {
      const { book, used, revision } = await engine.ready();
      return { revision, answers: formulaFigures(book, request, questions, used) };
    },
    monthAmounts: async (request) => monthAmounts((await engine.ready()).book, request),
    since: async (request) => sinceOf(await engine.ready(), request),
    exportSince: async (request) => exportSince(await engine.ready(), request),
    twins: async (scenario) => twinCandidates((await engine.ready()).book, scenario),
    warmUp: async () => {
      await import('./chart-svg.ts');
      return undefined;
    },
    exportResults: async (request, { signal, transfer }) => {
      const { book, used } = await engine.ready();
      const file = await exportResults(request, book, used, signal);
      return transfer(file, [file.bytes.buffer]);
    },
    exportRecipe,
    exportRows: async (request, { signal, report }) =>
      exportRows((await engine.ready()).store, request, signal, report),
    exportTable: (request, { signal, report }) => exportTable(request, signal, report),
    rowFacts: async ({ id }) => rowFacts((await engine.ready()).store, id),
    rowPage: async (request) => rowPage((await engine.ready()).store, request),
    exportRejects: async ({ id, asOf }) => (await engine.ready()).exportRejects(id, asOf),
  };
  return counted(host, engine.jobs, new Set(['watch']));
}
