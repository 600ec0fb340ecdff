/** The handlers of all jobs: thin, the work is done by the engine, the importers and the exporters. */
import { previewMapping, twoReadings } from '../importers/index.ts';
import { makeSample, traps } from '../sample/index.ts';
import { explain, monthAmounts, simulate, twinCandidates } from '../sim/index.ts';
import type { DroppedFile, EngineJobs } from './engine-jobs.ts';
import { Engine } from './engine.ts';
import { exportResults } from './export-results.ts';
import { importDrop } from './import-drop.ts';
import { withoutPortfolioColumns } from './portfolio-columns.ts';
import { holdsSample } from './holds-sample.ts';
import type { JobHost } from './protocol.ts';
import { transferablesOf } from './transferables.ts';

/** Seed of the sample portfolio that the first screen opens. */
const SAMPLE_SEED = 1;

function sampleFiles(asOf: number): readonly DroppedFile[] {
  return makeSample({ seed: SAMPLE_SEED, asOf }).map(({ name, text }) => ({ name, blob: new Blob([text]) }));
}

/** The handlers of all jobs on one engine. */
export function engineHost(engine = new Engine()): JobHost<EngineJobs> {
  return {
    open: () => engine.open(),
    importFiles: async (request, context) => importDrop(await engine.ready(), request, context),
    sample: ({ asOf }) => sampleFiles(asOf),
    previewMapping,
    twoReadings,
    traps: async ({ asOf }) => {
      const planted = traps({ seed: SAMPLE_SEED, asOf });
      const { book } = await engine.ready();
      return { traps: planted, open: holdsSample(book.portfolio.table, planted) };
    },
    rejects: async ({ id, limit }) => (await engine.ready()).rejects(id, limit),
    change: async (change) => (await engine.ready()).change(change),
    workspace: async () => {
      await engine.ready();
      return engine.alone(() => engine.workspace());
    },
    simulate: async (request, { transfer }) => {
      const { book, revision } = await engine.ready();
      const parts = withoutPortfolioColumns(simulate(book, request));
      return transfer({ revision, parts }, transferablesOf(parts));
    },
    explain: async ({ request, row }) => explain((await engine.ready()).book, request, row),
    monthAmounts: async (request) => monthAmounts((await engine.ready()).book, request),
    twins: async (scenario) => twinCandidates((await engine.ready()).book, scenario),
    saveDocument: async (document) => {
      const result = await (await engine.ready()).store.writeDocument(document);
      return result.ok ? undefined : result.error;
    },
    exportResults: async (request, { transfer }) => {
      const { book, inputs } = await engine.ready();
      const file = await exportResults(request, book, inputs);
      return transfer(file, [file.bytes.buffer]);
    },
    exportRejects: async ({ id, asOf }) => (await engine.ready()).exportRejects(id, asOf),
  };
}
