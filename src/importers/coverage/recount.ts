/** Control totals and coverage of a stored file, taken anew after rows were taken out. */
import type { ChunkColumn } from '../../core/chunks.ts';
import type { DatasetInfo } from '../../core/schema/dataset.ts';
import { SHEET_FORMATS } from '../detect/table.ts';
import type { CellSource } from '../sheet/plan.ts';
import { RowFacts } from '../sheet/row-facts.ts';

export type Recounted = Pick<DatasetInfo, 'totals' | 'coverage'>;
type Columns = ReadonlyMap<string, ChunkColumn>;

/** Counts in the way of each format that the file may have had, and keeps the one that finds again what was found. */
export class Recount {
  private readonly info: DatasetInfo;
  private readonly ways: readonly { readonly all: RowFacts; readonly kept: RowFacts }[];

  constructor(info: DatasetInfo) {
    this.info = info;
    const header = info.header ?? [];
    const sources = new Map(
      (info.fileColumns ?? []).flatMap((of): [string, CellSource][] => {
        const index = header.indexOf(of.header);
        return index < 0 ? [] : [[of.column, { index }]];
      }),
    );
    const counts = info.totals !== undefined || info.coverage !== undefined;
    const formats = counts ? SHEET_FORMATS.filter(({ kind }) => kind === info.kind) : [];
    this.ways = formats.map((format) => ({
      all: new RowFacts(format, { sources, header }),
      kept: new RowFacts(format, { sources, header }),
    }));
  }

  /** Adds all rows of a chunk, and those of it that stay. Codes count on over all chunks of each. */
  add(all: { rows: number; columns: Columns }, kept: { rows: number; columns: Columns }): void {
    for (const way of this.ways) {
      way.all.add(all.rows, all.columns);
      way.kept.add(kept.rows, kept.columns);
    }
  }

  /** Nothing where no format finds what was found when the file was read: better no total than another one. */
  finish(): Recounted {
    const { totals, coverage, rolledUp } = this.info;
    const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
    const way = this.ways.find(
      ({ all }) => isSame(all.totals(), totals) && (rolledUp !== undefined || isSame(all.coverage(), coverage)),
    );
    if (!way) return {};
    const [total, covers] = [way.kept.totals(), way.kept.coverage()];
    return { ...(total && { totals: total }), ...(covers && { coverage: covers }) };
  }
}
