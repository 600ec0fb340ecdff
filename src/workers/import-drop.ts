/** One drop of files, from the quota check to the stored datasets: all of them become visible together, or none. */
import type { FileReport, ImportSource } from '../importers/index.ts';
import { importSources } from '../importers/index.ts';
import { storageNeeded } from '../storage/quota.ts';
import { type ReadDataset, type ReadFile, datasetsOf } from './datasets-from-reports.ts';
import { freshFiles } from './fresh-files.ts';
import type { Engine } from './engine.ts';
import type { DroppedFile, FileOutcome, ImportOutcome, ImportRequest, ImportStage } from './engine-jobs.ts';
import type { JobContext } from './protocol.ts';

const NOTHING = { read: 0, accepted: 0, rejected: 0, skipped: 0 };
const COMPRESSED = /\.(gz|zip|xlsx)$/i;

/** Reads and stores the files of one drop. Files with questions are left out and reported; the others are stored. */
export async function importDrop(
  engine: Engine,
  request: ImportRequest,
  { signal, report }: JobContext<ImportStage>,
): Promise<ImportOutcome> {
  const needed = storageNeeded(
    request.files.map(({ name, blob }) => ({ bytes: blob.size, compressed: COMPRESSED.test(name) })),
  );
  const room = await engine.store.fits(needed);
  if (!room.ok) return { files: [], refusal: room.error };
  const { files } = await importSources(request.files.map(sourceOf), {
    answers: request.answers,
    encodings: request.encodings,
    signal,
    onProgress: (progress) => {
      report({ phase: 'reading', ...progress });
    },
  });
  const { fresh, outcomes } = withoutKnown(files, engine, request.replaces);
  const datasets = datasetsOf(fresh, nextOrder(engine, request.replaces));
  if (datasets.length === 0) return { files: outcomes };
  const stored = await store(engine, datasets, request.replaces, { signal, report });
  if (!stored.ok) return { files: outcomes, refusal: stored.error };
  const kept = engine.inputs.filter(({ id }) => id !== request.replaces);
  engine.setDatasets([...kept, ...datasets]);
  return { files: outcomes, workspace: await engine.workspace() };
}

function sourceOf({ name, blob }: DroppedFile): ImportSource {
  return { name, size: blob.size, stream: () => blob.stream() };
}

function nextOrder(engine: Engine, replaces: string | undefined): number {
  const replaced = engine.inputs.find(({ id }) => id === replaces);
  return replaced ? replaced.order : 1 + Math.max(-1, ...engine.inputs.map(({ order }) => order));
}

async function store(
  engine: Engine,
  datasets: readonly ReadDataset[],
  replaces: string | undefined,
  { signal, report }: Pick<JobContext<ImportStage>, 'signal' | 'report'>,
): ReturnType<Engine['store']['addAll']> {
  const options = {
    signal,
    onProgress: ({ rowsWritten, rowsTotal }: { rowsWritten: number; rowsTotal: number }) => {
      report({ phase: 'storing', rowsWritten, rowsTotal });
    },
  };
  const [first] = datasets;
  if (replaces !== undefined && first && datasets.length === 1) return engine.store.replace(replaces, first, options);
  return engine.store.addAll(datasets, options);
}

/** The files that are new, and what to say about each. */
function withoutKnown(
  files: readonly FileReport[],
  engine: Engine,
  replaces: string | undefined,
): { fresh: readonly ReadFile[]; outcomes: readonly FileOutcome[] } {
  const others = engine.inputs.filter(({ id }) => id !== replaces);
  const { fresh, duplicateOf } = freshFiles(files, new Map(others.map(({ sha256, file }) => [sha256, file])));
  const outcomes = files.map((report): FileOutcome => {
    const { dataset, ...rest } = report;
    const other = duplicateOf.get(report);
    return { ...rest, ledger: dataset?.ledger ?? NOTHING, ...(other === undefined ? {} : { duplicateOf: other }) };
  });
  return { fresh, outcomes };
}
