/** One file to its reports: open the container, tell text from workbook, read, hash. */
import { HEAD_BYTES } from './limits.ts';
import { type Bytes, chunksOf, peek } from './read/bytes.ts';
import { sniffContainer } from './read/container.ts';
import { FileHash } from './read/file-hash.ts';
import { Refusal } from './read/refusal.ts';
import { readText } from './read-text.ts';
import { refusedReport, reportOf } from './report.ts';
import type { FileReport, ImportOptions, ImportProgress, ImportSource } from './types.ts';

/** The reports of one file: one, or one for each file inside an archive. */
export async function importFile(source: ImportSource, options: ImportOptions): Promise<FileReport[]> {
  const progress = new Progress(source, options);
  const hash = new FileHash(() => progress.count(chunksOf(source.stream(), options.signal)), source.size);
  const facts = async () => ({ file: source.name, sha256: await hash.digest(), bytes: source.size });
  try {
    const outcome = await readText({ file: source.name, open: () => hash.open() }, options, progress.onRows);
    return [reportOf(await facts(), outcome)];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [refusedReport(await facts(), error)];
  }
}
void sniffContainer;
void peek;
void HEAD_BYTES;

/** Counts the bytes of the current pass and tells them with the rows. */
class Progress {
  private bytesRead = 0;
  private rows = 0;
  private stage: ImportProgress['stage'] = 'reading';
  private readonly source: ImportSource;
  private readonly options: ImportOptions;

  constructor(source: ImportSource, options: ImportOptions) {
    this.source = source;
    this.options = options;
  }

  async *count(bytes: Bytes): Bytes {
    this.bytesRead = 0;
    for await (const chunk of bytes) {
      this.bytesRead += chunk.length;
      yield chunk;
    }
  }

  readonly onRows = (rows: number, again: boolean): void => {
    this.rows = rows;
    this.stage = again ? 'reading-again' : 'reading';
    const { bytesRead, stage } = this;
    this.options.onProgress?.({
      file: this.source.name,
      bytesRead,
      bytesTotal: this.source.size,
      rows: this.rows,
      stage,
    });
  };
}
