/** One file to its reports: one, or one for each file inside an archive and each sheet of a workbook. */
import { type Content, type ReadContext, openContent } from './content.ts';
import { chunksOf } from './read/bytes.ts';
import { FileHash } from './read/file-hash.ts';
import { Refusal } from './read/refusal.ts';
import { Progress } from './progress.ts';
import { type FileFacts, refusedReport, reportOf } from './report.ts';
import type { FileReport, ImportOptions, ImportSource } from './types.ts';

/** Imports one file. Rejects only when aborted, or for a bug of our own. */
export async function importFile(source: ImportSource, options: ImportOptions): Promise<FileReport[]> {
  const progress = new Progress(source, options);
  const open = () => progress.count(chunksOf(source.stream(), options.signal));
  const access = source.slice && { size: source.size, slice: progress.counted(source.slice.bind(source)) };
  return readContent({ file: source.name, open, access, sha256: source.sha256 }, source.size, options, progress);
}

async function readContent(
  content: Content & Pick<ImportSource, 'sha256'>,
  size: number,
  options: ImportOptions,
  progress: Progress,
  inside = false,
): Promise<FileReport[]> {
  const hash = new FileHash(content.open, size, content.sha256);
  const facts = async (): Promise<FileFacts> => {
    progress.hashing();
    return { file: content.file, sha256: await hash.digest(), bytes: hash.bytes };
  };
  const context: ReadContext = {
    answers: options.answers ?? new Map(),
    encoding: options.encodings?.get(content.file),
    signal: options.signal,
    openChunks: options.openChunks,
    rollUpBeyond: options.rollUpBeyond,
    size,
    onRows: progress.onRows,
    ...(options.clinic && { clinic: options.clinic }),
  };
  try {
    const opened = await openContent({ ...content, open: () => hash.open() }, context, inside);
    if (opened.kind === 'outcomes') {
      const own = await facts();
      return opened.outcomes.map((outcome) => reportOf(own, outcome));
    }
    const reports: FileReport[] = [];
    for (const inner of opened.contents) reports.push(...(await readContent(inner, 0, options, progress, true)));
    return reports;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [refusedReport(await factsOrNone(facts, content.file, size), error)];
  }
}

/** A file that cannot be read to its end has no hash. */
async function factsOrNone(facts: () => Promise<FileFacts>, file: string, bytes: number): Promise<FileFacts> {
  try {
    return await facts();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { file, sha256: '', bytes };
  }
}
