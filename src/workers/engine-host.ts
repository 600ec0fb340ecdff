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
    importFiles: (request, context) => importDrop(engine, request, context),
    sample: ({ asOf }) => sampleFiles(asOf),
    previewMapping,
    twoReadings,
    traps: ({ asOf }) => {
      const planted = traps({ seed: SAMPLE_SEED, asOf });
      return { traps: planted, open: holdsSample(engine.book.portfolio.table, planted) };
    },
    rejects: ({ id, limit }) => engine.rejects(id, limit),
    change: (change) => engine.change(change),
    simulate: (request, { transfer }) => {
      const simulation = withoutPortfolioColumns(simulate(engine.book, request));
      return transfer(simulation, transferablesOf(simulation));
    },
    explain: ({ request, row }) => explain(engine.book, request, row),
    monthAmounts: (request) => monthAmounts(engine.book, request),
    twins: (scenario) => twinCandidates(engine.book, scenario),
    saveDocument: async (document) => {
      const result = await engine.store.writeDocument(document);
      return result.ok ? undefined : result.error;
    },
    exportResults: (request, { transfer }) =>
      exportResults(request, engine.book, engine.inputs).then((file) => transfer(file, [file.bytes.buffer])),
    exportRejects: ({ id, asOf }) => engine.exportRejects(id, asOf),
  };
}
