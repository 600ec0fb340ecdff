/** A stored file without a customer's rows, written anew beside itself. */
import { ChunkCollector } from '../../core/chunk-collector.ts';
import type { ChunkWriter } from '../../core/chunks.ts';
import type { Day } from '../../core/days.ts';
import { fileRows, ownRows } from '../../core/erase/owners.ts';
import type { Traces } from '../../core/erase/traces.ts';
import type { DatasetInfo } from '../../core/schema/dataset.ts';
import { SOURCE_ROW, type Table, countAt, emptyTable, takeRows } from '../../core/table.ts';
import { Recount } from '../../importers/coverage/recount.ts';
import { rowsDigest } from '../../importers/coverage/rows-digest.ts';
import type { NewDataset } from '../../storage/staging.ts';
import type { ImportSession, Store } from '../../storage/store.ts';
import { ChunkMaker } from './chunk-maker.ts';
import type { ReadyEntry } from './gather-owners.ts';
import { keptDiagnostics, keptRejects } from './kept-records.ts';
import { valueOf } from './look-at-file.ts';
import type { Pace } from './pace.ts';

export interface Rewriting {
  readonly store: Store;
  readonly session: ImportSession;
  readonly traces: Traces;
  readonly pace: Pace;
  readonly day: Day;
  /** Names of files that had the customer's, by what they were called. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** The dataset as it is to be stored; its chunks are written. Throws `StoreFailure`. */
export async function rewriteFile({ id, info }: ReadyEntry, rewriting: Rewriting): Promise<NewDataset> {
  const { store, session, traces, pace } = rewriting;
  const chunks = session.open();
  const copy = new Copy(info, chunks, traces);
  valueOf(
    await store.reading(id, async (reader) => {
      for await (const table of reader.all()) {
        await copy.take(table);
        await pace.step(table.rows);
      }
    }),
  );
  const rejected = valueOf(await store.loadRejects(id));
  const rejects = keptRejects(rejected, traces, copy.lines);
  const facts = { ...copy.facts(), ledger: ledgerOf(info, copy.rows, rejected.length - rejects.length) };
  const erased = copy.rows === 0 ? {} : { erased: [...(info.erased ?? []), { day: rewriting.day, rows: copy.rows }] };
  return { ...amendedInfo(info, rewriting, copy.lines), ...facts, ...erased, table: emptyTable(), chunks, rejects };
}

/** What is known of a file, without what speaks of the customer. @param lines of the file in which their rows stood */
export function amendedInfo(
  info: DatasetInfo,
  { traces, renamed }: Pick<Rewriting, 'traces' | 'renamed'>,
  lines: ReadonlySet<number> = new Set(),
): DatasetInfo {
  const nameOf = (file: string): string => renamed.get(file) ?? file;
  const { defaults, repairs, ...rest } = info;
  const { customerId = '', ...others } = defaults ?? {};
  const said = traces.in(customerId) ? others : defaults;
  return {
    ...rest,
    file: nameOf(info.file),
    diagnostics: keptDiagnostics(info.diagnostics, traces, lines).map((one) => ({ ...one, file: nameOf(one.file) })),
    ...(said && Object.keys(said).length > 0 && { defaults: said }),
    ...(repairs && {
      repairs: repairs.map((one) => (one.other === undefined ? one : { ...one, other: nameOf(one.other) })),
    }),
  };
}

/** A balance of what is there: rows that were erased count as never read. */
function ledgerOf({ ledger }: DatasetInfo, rows: number, rejects: number): DatasetInfo['ledger'] {
  const { read, accepted, rejected, skipped } = ledger;
  const gone = Math.min(rejected, rejects);
  return { read: read - rows - gone, accepted: accepted - rows, rejected: rejected - gone, skipped };
}

/** The rows on their way, and what is counted on it. */
class Copy {
  /** Lines of the file in which rows of the customer stood. */
  readonly lines = new Set<number>();
  /** Accepted rows of the file that go. */
  rows = 0;
  private readonly info: DatasetInfo;
  private readonly chunks: ChunkWriter;
  private readonly traces: Traces;
  private readonly all = new ChunkMaker();
  private readonly kept = new ChunkMaker();
  private readonly recount: Recount;
  /** Of small kinds, whose rows have a digest. */
  private readonly collected: ChunkCollector | undefined;

  constructor(info: DatasetInfo, chunks: ChunkWriter, traces: Traces) {
    this.info = info;
    this.chunks = chunks;
    this.traces = traces;
    this.recount = new Recount(info);
    this.collected = info.rowsDigest === undefined ? undefined : new ChunkCollector();
  }

  async take(table: Table): Promise<void> {
    const own = ownRows(table, this.info, this.traces);
    const stay: number[] = [];
    for (let row = 0; row < table.rows; row++) {
      if (own[row] === 0) {
        stay.push(row);
        continue;
      }
      this.rows += fileRows(table, row);
      this.lines.add(countAt(table.columns.get(SOURCE_ROW), row) ?? 0);
    }
    const kept = this.kept.chunkOf(takeRows(table, Uint32Array.from(stay)));
    this.recount.add(this.all.chunkOf(table), kept);
    await this.collected?.write(kept);
    await this.chunks.write(kept);
  }

  /** What is known of the rows that stay. */
  facts(): Pick<DatasetInfo, 'totals' | 'coverage' | 'rolledUp' | 'rowsDigest'> {
    const { rolledUp } = this.info;
    return {
      totals: undefined,
      coverage: undefined,
      ...this.recount.finish(),
      ...(rolledUp && { rolledUp: { ...rolledUp, rows: rolledUp.rows - this.rows } }),
      ...(this.collected && { rowsDigest: rowsDigest(this.collected.table()) }),
    } as Pick<DatasetInfo, 'totals' | 'coverage' | 'rolledUp' | 'rowsDigest'>;
  }
}
