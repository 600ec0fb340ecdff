/** The rows of one dataset on their way into the store, chunk by chunk, seen by nobody until a manifest names them. */
import type { Chunk, ChunkWriter } from '../core/chunks.ts';
import type { Database } from './database.ts';
import { asStoreFailure } from './errors.ts';
import type { StoredTable } from './manifest.ts';
import { PartWriter, type WritingOptions, newBatch } from './part-writer.ts';
import { TableWriter } from './table-writer.ts';

export class StagedTable implements ChunkWriter {
  private readonly db: Database;
  private readonly options: WritingOptions;
  private parts: PartWriter;
  private table: TableWriter;

  constructor(db: Database, options: WritingOptions, batch = newBatch()) {
    this.db = db;
    this.options = options;
    this.parts = new PartWriter(db, batch, options);
    this.table = new TableWriter(this.parts);
  }

  get batch(): string {
    return this.parts.batch;
  }

  /** Writes what else belongs to the dataset. */
  get partWriter(): PartWriter {
    return this.parts;
  }

  /** The rows written so far; all of them are in the store once the part writer is flushed. */
  stored(): StoredTable {
    return this.table.stored();
  }

  /** Throws `StoreFailure` when the chunk cannot be stored, or the import was cancelled. */
  async write(chunk: Chunk): Promise<void> {
    await asStoreFailure(() => this.table.write(chunk));
  }

  async restart(): Promise<void> {
    await asStoreFailure(() => this.discard());
    this.parts = new PartWriter(this.db, newBatch(), this.options);
    this.table = new TableWriter(this.parts);
  }

  /** Deletes all that was written. */
  async discard(): Promise<void> {
    // A write that failed left nothing, one that is under way has to be waited for.
    await this.parts.settled();
    await this.db.partsOf(this.batch).delete();
  }
}
