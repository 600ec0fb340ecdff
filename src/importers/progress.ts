import type { Bytes } from './read/bytes.ts';
import type { RandomAccess } from './read/random-access.ts';
import type { ImportOptions, ImportProgress, ImportSource } from './types.ts';

/** Counts the bytes of the current pass over a file and reports them together with the rows. */
export class Progress {
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
    this.rows = 0;
    if (this.stage === 'hashing') this.stage = 'reading';
    for await (const chunk of bytes) {
      this.bytesRead += chunk.length;
      this.report();
      yield chunk;
    }
  }

  /** Counts the bytes that are read at any place; some may be read twice. */
  counted(slice: RandomAccess['slice']): RandomAccess['slice'] {
    return async (start, end) => {
      const bytes = await slice(start, end);
      this.bytesRead = Math.min(this.source.size, this.bytesRead + bytes.length);
      return bytes;
    };
  }

  readonly onRows = (rows: number, again: boolean): void => {
    this.rows = rows;
    this.stage = again ? 'reading-again' : 'reading';
    this.report();
  };

  /** The rows are read, or a question is found; the hash of the file is still being taken. */
  hashing(): void {
    this.stage = 'hashing';
    this.report();
  }

  private report(): void {
    const { name, size } = this.source;
    const { bytesRead, rows, stage } = this;
    this.options.onProgress?.({ file: name, bytesRead, bytesTotal: size, rows, stage });
  }
}
