/** One drop of files, from the quota check to the stored datasets: all of them become visible together, or none. */
import type { BetweenFinding, FileReport, ImportSource } from '../importers/index.ts';
import { importSources } from '../importers/index.ts';
import { ROLL_UP_ROWS } from '../importers/limits.ts';
import { storageNeeded } from '../storage/quota.ts';
import { MAX_SOURCE_BYTES } from '../storage/source.ts';
import type { ImportSession } from '../storage/store.ts';
import { diagnose } from '../core/diagnostics.ts';
import type { DatasetInfo } from '../core/schema/dataset.ts';
import { type DatasetFacts, type ReadDataset, type ReadFile, canReplace, datasetsOf } from './datasets-from-reports.ts';
import { besideOthers } from './between-files.ts';
import { freshFiles } from './fresh-files.ts';
import type { Engine } from './engine.ts';
import type { DroppedFile, FileOutcome, ImportOutcome, ImportRequest, ImportStage } from './engine-jobs.ts';
import type { HashElsewhere } from './hash-port.ts';
import type { DamagedDataset } from '../storage/catalogue.ts';
import type { JobContext } from './protocol.ts';
import { inMemory } from './rows-in-memory.ts';

const NOTHING = { read: 0, accepted: 0, rejected: 0, skipped: 0 };
const COMPRESSED = /\.(gz|zip|xlsx)$/i;

/**
 * Reads and stores the files of one drop. Files with questions are left out and reported; the others are stored.
 * @param hash takes the hash of large files beside the import
 */
export async function importDrop(
  engine: Engine,
  request: ImportRequest,
  { signal, report }: JobContext<ImportStage>,
  hash?: HashElsewhere,
): Promise<ImportOutcome> {
  const { readOnly } = engine.store;
  if (readOnly) return { files: [], refusal: readOnly };
  const needed = storageNeeded(
    request.files.map(({ name, blob }) => ({ bytes: blob.size, compressed: COMPRESSED.test(name) })),
  );
  const room = await engine.store.fits(needed);
  if (!room.ok) return { files: [], refusal: room.error };
  const sources = request.files.map((file) => sourceOf(file, hash));
  // Rows of bulk files are stored while they are read; the drop becomes visible whole, or what was written is deleted.
  const imported = await engine.store.importing(signal, async (session) => {
    const { files } = await importSources(sources, {
      answers: request.answers,
      encodings: request.encodings,
      signal,
      ...(request.clinic && { clinic: request.clinic }),
      openChunks: () => session.open(),
      rollUpBeyond: ROLL_UP_ROWS,
      onProgress: (progress) => {
        report({ phase: 'reading', ...progress });
      },
    });
    // Two drops may be read side by side; what is new, and in which order it counts, is decided for one after the other.
    return engine.alone(() => takeIn(engine, files, request, session, report));
  });
  return imported.ok ? imported.value : { files: [], refusal: imported.error };
}

type Report = JobContext<ImportStage>['report'];

async function takeIn(
  engine: Engine,
  reports: readonly FileReport[],
  request: ImportRequest,
  session: ImportSession,
  report: Report,
): Promise<ImportOutcome> {
  const { replaces, drop, only, between } = request;
  const files = only ? theOnly(reports, only) : notYetStored(reports, engine.inputs, drop);
  if (only && files.length === 0) {
    const { outcomes } = withoutKnown(reports.slice(0, 1), engine, request);
    return { files: outcomes.map((outcome) => refusedFor(outcome, 'other-content', only.file)) };
  }
  const { fresh: all, outcomes: known } = withoutKnown(files, engine, request);
  const others = engine.inputs.filter(({ id }) => id !== replaces);
  const { taken: fresh, asked, replaced: covered } = besideOthers(all, others, only ? undefined : between);
  const outcomes = known.map((outcome) => askedAbout(outcome, asked.get(outcome.file)));
  const damaged = await damagedDataset(engine, replaces);
  if (damaged?.info && fresh.some(({ dataset }) => dataset.sha256 !== damaged.info?.sha256)) {
    return { files: outcomes.map((outcome) => refusedFor(outcome, 'other-content', damaged.file)) };
  }
  const replaced = damaged?.info ?? engine.inputs.find(({ id }) => id === replaces);
  if (replaced && fresh.some(({ dataset }) => !canReplace(replaced.kind, dataset.kind))) {
    return { files: outcomes.map((outcome) => refusedFor(outcome, 'replace-kind', replaced.file)) };
  }
  const read = datasetsOf(fresh, firstOrder(engine, replaced, fresh.length), replaced ? factsOf(replaced) : drop);
  // One file in place of another keeps its id: it is the same entry to whoever looks at it.
  const taken = damaged?.id ?? replaced?.id;
  const placed = taken !== undefined && read.length === 1 ? read.map((dataset) => ({ ...dataset, id: taken })) : read;
  if (placed.length === 0) return { files: outcomes };
  const datasets = withSources(
    placed,
    request.files.filter(({ name }) => mayBeKept(name, reports)),
  ).map((dataset) => (only ? readAnew(dataset, only.file, replaced) : dataset));
  const gone = replaces === undefined ? covered : [replaces, ...covered];
  const stored = await session.commit(datasets, gone, (progress) => {
    report({ phase: 'storing', ...progress });
  });
  if (!stored.ok) return { files: outcomes, refusal: stored.error };
  const held = await inMemory(engine.store, datasets);
  if (!held.ok) return { files: outcomes, refusal: held.error };
  const kept = engine.inputs.filter(({ id }) => !gone.includes(id));
  engine.setDatasets([...kept, ...held.value]);
  return { files: outcomes, workspace: await engine.workspace() };
}

/** What was read of the one file that is wanted; its name may be another by now. */
function theOnly(
  reports: readonly FileReport[],
  { file, sha256 }: NonNullable<ImportRequest['only']>,
): readonly FileReport[] {
  const same = reports.filter((report) => report.sha256 === sha256);
  const named = same.filter((report) => report.file === file);
  return named.length > 0 || same.length > 1 ? named : same;
}

/** A file that is read again after a question may hold others that were stored the first time. */
function notYetStored(
  reports: readonly FileReport[],
  stored: readonly DatasetInfo[],
  drop: ImportRequest['drop'],
): readonly FileReport[] {
  const there = stored.filter((info) => drop !== undefined && info.drop === drop.drop);
  return reports.filter(({ file, sha256 }) => !there.some((info) => info.sha256 === sha256 && info.file === file));
}

/** A file that is read again keeps its name, and what is known of files that it took the place of. */
function readAnew(dataset: ReadDataset, file: string, { repairs = [] }: Partial<DatasetInfo> = {}): ReadDataset {
  const replaced = repairs.filter(({ other, applied }) => other !== undefined && applied);
  return { ...dataset, file, repairs: [...(dataset.repairs ?? []), ...replaced] };
}

/** A file that waits for an answer about other files is not stored. */
function askedAbout(outcome: FileOutcome, found: readonly BetweenFinding[] | undefined): FileOutcome {
  return found ? { ...outcome, state: 'question', ledger: NOTHING, questions: [{ kind: 'between', found }] } : outcome;
}

/** A file in place of another stands where that stood among the snapshots. */
function factsOf({ drop, importedOn, exportedOn, follows }: DatasetInfo): DatasetFacts {
  return {
    ...(drop === undefined ? {} : { drop }),
    ...(importedOn === undefined ? {} : { importedOn }),
    ...(exportedOn === undefined ? {} : { exportedOn }),
    ...(follows === undefined ? {} : { follows }),
  };
}

/** The dataset to be replaced, when it is damaged: it is no input of any figure, but its record may be whole. */
async function damagedDataset(engine: Engine, id: string | undefined): Promise<DamagedDataset | undefined> {
  if (id === undefined || engine.inputs.some((input) => input.id === id)) return undefined;
  const entries = await engine.store.list();
  const entry = entries.ok ? entries.value.find((one) => one.id === id) : undefined;
  return entry?.state === 'damaged' ? entry : undefined;
}

/** A file of another kind, or of other content than a damaged one, does not take a dataset's place. */
function refusedFor(outcome: FileOutcome, code: 'replace-kind' | 'other-content', other: string): FileOutcome {
  const refusal = diagnose('error', code, { file: outcome.file }, { other });
  return { ...outcome, state: 'refused', ledger: NOTHING, diagnostics: [refusal], diagnosticCount: 1 };
}

export function sourceOf({ name, blob }: DroppedFile, hash: HashElsewhere | undefined): ImportSource {
  const slice = async (start: number, end: number) => new Uint8Array(await blob.slice(start, end).arrayBuffer());
  return { name, size: blob.size, stream: () => blob.stream(), slice, sha256: hash && (() => hash(blob)) };
}

/** One dataset takes the place of the one it replaces; several (the files of an archive) come last, as there is one place only. */
function firstOrder(engine: Engine, replaced: DatasetInfo | undefined, count: number): number {
  return replaced && count === 1 ? replaced.order : 1 + Math.max(-1, ...engine.inputs.map(({ order }) => order));
}

/** Datasets with the files that they came from, unless those are too large to be kept as often as they hold datasets. */
function withSources(datasets: readonly ReadDataset[], files: readonly DroppedFile[]): readonly ReadDataset[] {
  return datasets.map((dataset) => {
    const source = files.find(({ name }) => isFrom(name, dataset.file));
    const siblings = datasets.filter(({ file }) => source !== undefined && isFrom(source.name, file)).length;
    const isSmall = source !== undefined && source.blob.size * siblings <= MAX_SOURCE_BYTES;
    return isSmall ? { ...dataset, source: source.blob } : dataset;
  });
}

/** Whether a dropped file holds nothing that must not be kept, such as a token; one file of an archive speaks for all of it. */
function mayBeKept(name: string, reports: readonly FileReport[]): boolean {
  return !reports.some(({ file, isConfidential }) => isConfidential === true && isFrom(name, file));
}

function isFrom(name: string, file: string): boolean {
  return file === name || file.startsWith(`${name}/`);
}

/** The files that are new, and what to say about each. */
function withoutKnown(
  files: readonly FileReport[],
  engine: Engine,
  { replaces, only, drop }: Pick<ImportRequest, 'replaces' | 'only' | 'drop'>,
): { fresh: readonly ReadFile[]; outcomes: readonly FileOutcome[] } {
  // The other sheets of a workbook have the hash of the one that is read again, or that waited for an answer.
  const isSibling = ({ sha256, file, drop: itsDrop }: DatasetInfo): boolean =>
    sha256 === only?.sha256 ||
    (drop !== undefined &&
      itsDrop === drop.drop &&
      files.some(({ whole, sha256: its }) => its === sha256 && whole !== undefined && isFrom(whole, file)));
  const others = engine.inputs.filter((info) => info.id !== replaces && !isSibling(info));
  const { fresh, duplicateOf } = freshFiles(files, new Map(others.map(({ sha256, file }) => [sha256, file])));
  const outcomes = files.map((report): FileOutcome => {
    const { dataset, ...rest } = report;
    const other = duplicateOf.get(report);
    return { ...rest, ledger: dataset?.ledger ?? NOTHING, ...(other === undefined ? {} : { duplicateOf: other }) };
  });
  return { fresh, outcomes };
}
