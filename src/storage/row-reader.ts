/** Reads rows of a stored dataset slice by slice, so that memory does not grow with their number. */
import { tableFromIPC } from '@uwdata/flechette';
import { type Column, type Table, takeRows } from '../core/table.ts';
import { manifestOf } from './catalogue.ts';
import type { Database } from './database.ts';
import { TableDecoder } from './decode-table.ts';
import { StoreFailure } from './errors.ts';
import type { Manifest, StoredPart } from './manifest.ts';
import { PartMismatch } from './part-mismatch.ts';
import { groupsOf, orDamaged, readParts } from './read-table.ts';
import { type Slice, codesIn, dictionariesOf, rebased, slicesOf, withOwnTexts } from './slices.ts';
import { textsFromArrow } from './texts.ts';

/** One part of a dictionary. */
interface KnownTexts {
  readonly from: number;
  readonly texts: readonly string[];
}

export class RowReader {
  readonly manifest: Manifest;
  private readonly db: Database;
  private readonly slices: readonly Slice[];
  private readonly dictionaries: ReadonlyMap<number, readonly StoredPart[]>;
  private readonly unread: readonly Manifest['table']['layout']['columns'][number][];
  /** Parts of dictionaries that the slice read last needed: the next one needs many of them again. */
  private known = new Map<number, KnownTexts>();

  constructor(db: Database, manifest: Manifest) {
    this.db = db;
    this.manifest = manifest;
    this.slices = slicesOf(manifest.table);
    this.dictionaries = dictionariesOf(manifest.table);
    // Dictionaries are read apart, as far as they are needed.
    this.unread = manifest.table.layout.columns.map(({ name, kind, scale }) => ({ name, kind, scale, texts: 0 }));
  }

  /** All rows in order, a slice at a time. Throws `StoreFailure` when what comes back is not what was stored. */
  async *all(columns?: readonly string[]): AsyncGenerator<Table> {
    for (const slice of this.slices) yield await this.slice(slice, columns);
  }

  /** Rows from `from` up to, not including, `end`, of some columns. Throws `StoreFailure`. */
  async rows(from: number, end: number, columns: readonly string[]): Promise<readonly Table[]> {
    const tables: Table[] = [];
    for (const slice of this.slices) {
      const first = Math.max(from, slice.from);
      const count = Math.min(end, slice.from + slice.count) - first;
      if (count <= 0) continue;
      const table = await this.slice(slice, columns);
      tables.push(
        takeRows(
          table,
          Uint32Array.from({ length: count }, (_, row) => first - slice.from + row),
        ),
      );
    }
    return tables;
  }

  private async slice(slice: Slice, columns?: readonly string[]): Promise<Table> {
    return orDamaged(this.manifest, async () => {
      const decoder = new TableDecoder({ rows: slice.count, columns: this.unread }, columns && new Set(columns));
      for (const group of groupsOf(slice.parts.filter((part) => decoder.wants(part))))
        for (const part of await readParts(this.db, this.manifest, group))
          decoder.add(part.holds === 'wide' ? part : { ...part, from: part.from - slice.from });
      const { rows, columns: cells } = decoder.finish();
      const used = new Map<number, KnownTexts>();
      const read = new Map<string, Column>();
      for (const [index, { name }] of this.unread.entries()) {
        const column = cells.get(name);
        if (column?.kind === 'text') read.set(name, await this.withTexts(column.codes, index, used));
        else if (column) read.set(name, rebased(column, slice));
      }
      this.known = used;
      return { rows, columns: read };
    });
  }

  private async withTexts(codes: Uint32Array, column: number, used: Map<number, KnownTexts>): Promise<Column> {
    const needed = partsWith(this.dictionaries.get(column) ?? [], codesIn(codes));
    const pieces: KnownTexts[] = [];
    for (const part of needed) {
      const piece = this.known.get(part.index) ?? (await this.textsOf(part));
      used.set(part.index, piece);
      pieces.push(piece);
    }
    // Codes are asked for in ascending order.
    let at = 0;
    return withOwnTexts(codes, (code) => {
      while (at < pieces.length && code >= endOf(pieces[at])) at++;
      const text = pieces[at]?.texts[code - (pieces[at]?.from ?? 0)];
      if (text === undefined) throw new PartMismatch('a dictionary is incomplete');
      return text;
    });
  }

  private async textsOf(stored: StoredPart): Promise<KnownTexts> {
    const [part] = await readParts(this.db, this.manifest, [stored]);
    const arrow = part && tableFromIPC(part.bytes).getChildAt<unknown>(0);
    if (arrow?.length !== stored.count) throw new PartMismatch('a part of a dictionary is missing');
    return { from: stored.from, texts: textsFromArrow(arrow) };
  }
}

/**
 * Runs what reads rows of a dataset. Throws `StoreFailure`: `missing-dataset` also when it was deleted or replaced
 * meanwhile. @param onDamaged is told the batch whose rows are not what was stored
 */
export async function readingRows<T>(
  db: Database,
  id: string,
  use: (rows: RowReader) => Promise<T>,
  onDamaged: (batch: string) => void,
): Promise<T> {
  const manifest = await manifestOf(db, id);
  try {
    return await use(new RowReader(db, manifest));
  } catch (thrown) {
    if (!(thrown instanceof StoreFailure) || thrown.error.kind !== 'damaged-dataset') throw thrown;
    const still = await manifestOf(db, id);
    if (still.batch !== manifest.batch) throw new StoreFailure({ kind: 'missing-dataset', id });
    onDamaged(manifest.batch);
    throw thrown;
  }
}

function endOf(piece: KnownTexts | undefined): number {
  return piece === undefined ? 0 : piece.from + piece.texts.length;
}

/** The parts in which ascending codes stand; both are in order. */
function partsWith(parts: readonly StoredPart[], codes: Uint32Array): readonly StoredPart[] {
  let at = 0;
  return parts.filter(({ from, count }) => {
    while (at < codes.length && (codes[at] ?? 0) < from) at++;
    return at < codes.length && (codes[at] ?? 0) < from + count;
  });
}
