/**
 * Daily usage rolled up on its way to storage: one row for each day, subscription, meter, resource group and choice of
 * tags. Takes the chunks of the file's rows and hands on those of the groups.
 */
import { type Chunk, type ChunkColumn, type ChunkWriter, CHUNK_ROWS } from '../../core/chunks.ts';
import type { ControlTotals } from '../../core/schema/dataset.ts';
import { SOURCE_ROW } from '../../core/table.ts';
import { MAX_GROUPS } from '../limits.ts';
import type { RowFacts } from '../sheet/row-facts.ts';
import { GROUP_COLUMNS, ROWS_COLUMN, SUM_COLUMNS } from './columns.ts';
import { type GroupKey, groupKeyOf } from './group-keys.ts';
import { GroupSums } from './group-sums.ts';
import { GroupTable } from './group-table.ts';
import { reducedTags } from './tags.ts';

export class RollUp implements ChunkWriter {
  /** Rows that came, and rows that went on. */
  rowsIn = 0;
  rowsOut = 0;
  private readonly target: ChunkWriter;
  readonly tagKeys: readonly string[];
  private readonly newTotals: () => RowFacts;
  private readonly maxGroups: number;
  private groups: Groups | undefined;
  private added: RowFacts;

  /** @param newTotals adds up what goes on @param maxGroups groups held at a time; beyond, one may come twice */
  constructor(
    target: ChunkWriter,
    tagKeys: readonly string[],
    newTotals: () => RowFacts,
    maxGroups: number = MAX_GROUPS,
  ) {
    this.target = target;
    this.tagKeys = tagKeys;
    this.newTotals = newTotals;
    this.added = newTotals();
    this.maxGroups = maxGroups;
  }

  async write(chunk: Chunk): Promise<void> {
    this.groups ??= new Groups(chunk, this.tagKeys);
    this.groups.add(chunk);
    this.rowsIn += chunk.rows;
    if (this.groups.count > this.maxGroups) await this.handOn(this.groups);
  }

  async restart(): Promise<void> {
    this.groups = undefined;
    this.rowsIn = 0;
    this.rowsOut = 0;
    this.added = this.newTotals();
    await this.target.restart();
  }

  /** Hands the last groups on. */
  async finish(): Promise<void> {
    if (this.groups) await this.handOn(this.groups);
  }

  /** Sums of the rows that went on. */
  totals(): ControlTotals {
    return this.added.totals() ?? {};
  }

  private async handOn(groups: Groups): Promise<void> {
    for (const chunk of groups.chunks()) {
      this.added.add(chunk.rows, chunk.columns);
      this.rowsOut += chunk.rows;
      await this.target.write(chunk);
    }
    groups.clear();
  }
}

/** The groups of the rows so far. */
class Groups {
  private table: GroupTable;
  private readonly keys: readonly { readonly name: string; readonly key: GroupKey }[];
  private readonly sums: readonly { readonly name: string; readonly sums: GroupSums }[];
  /** Of each group: its rows, and the line of the first. */
  private rows: number[] = [];
  private lines: number[] = [];

  constructor({ columns }: Chunk, tagKeys: readonly string[]) {
    this.keys = GROUP_COLUMNS.flatMap((name) => {
      const column = columns.get(name);
      const change = (text: string): string => (name === 'tags' ? reducedTags(text, tagKeys) : text);
      return column ? [{ name, key: groupKeyOf(column, change) }] : [];
    });
    this.sums = SUM_COLUMNS.filter((name) => columns.has(name)).map((name) => ({ name, sums: new GroupSums() }));
    this.table = new GroupTable(this.keys.length);
  }

  get count(): number {
    return this.table.count;
  }

  add({ rows, columns }: Chunk): void {
    const places = this.keys.map(({ name, key }) => key.numbersOf(columnAt(columns, name), rows));
    const lines = columns.get(SOURCE_ROW);
    const groups = new Uint32Array(rows);
    const numbers = new Int32Array(places.length);
    for (let row = 0; row < rows; row++) {
      for (let place = 0; place < places.length; place++) numbers[place] = places[place]?.[row] ?? 0;
      const group = this.table.groupOf(numbers);
      groups[row] = group;
      this.rows[group] = (this.rows[group] ?? 0) + 1;
      this.lines[group] ??= lines?.kind === 'count' ? (lines.counts[row] ?? 0) : 0;
    }
    for (const { name, sums } of this.sums) {
      const column = columnAt(columns, name);
      if (column.kind !== 'exact') throw new TypeError('INTERNAL: amounts of bulk files are exact');
      for (let row = 0; row < rows; row++) sums.add(groups[row] ?? 0, column, row);
    }
  }

  /** All groups; a file without rows has one chunk without any. */
  *chunks(): Generator<Chunk> {
    for (let from = 0; from < Math.max(1, this.count); from += CHUNK_ROWS) {
      const end = Math.min(this.count, from + CHUNK_ROWS);
      const columns = new Map<string, ChunkColumn>([[SOURCE_ROW, counts(this.lines, from, end)]]);
      for (const [place, { name, key }] of this.keys.entries())
        columns.set(name, key.columnOf(this.table.columns[place]?.slice(from, end) ?? new Int32Array(0)));
      for (const { name, sums } of this.sums) columns.set(name, sums.columnOf(from, end));
      columns.set(ROWS_COLUMN, counts(this.rows, from, end));
      yield { rows: end - from, columns };
    }
  }

  clear(): void {
    this.table = new GroupTable(this.keys.length);
    for (const { sums } of this.sums) sums.clear();
    this.rows = [];
    this.lines = [];
  }
}

function columnAt(columns: ReadonlyMap<string, ChunkColumn>, name: string): ChunkColumn {
  const column = columns.get(name);
  if (column === undefined) throw new TypeError('INTERNAL: a chunk has other columns');
  return column;
}

function counts(values: readonly number[], from: number, end: number): ChunkColumn {
  return { kind: 'count', counts: Uint32Array.from(values.slice(from, end)) };
}
