/** What a pivot gives: two trees, their lines, and the figures of every pair of levels. */
import type { Aggregate } from '../model/workbook-parts.ts';
import type { Axis } from './axis.ts';
import type { Figures } from './figures.ts';
import type { Lines } from './lines.ts';
import type { Pairs } from './pairs.ts';

/** A value of the pivot. */
export interface Measure {
  readonly key: string;
  readonly aggregate: Aggregate;
  /** `day` for the first or last day; everything else is a number. */
  readonly kind: 'number' | 'day';
  /** Amounts or prices, each cell in one currency. */
  readonly money: boolean;
}

/** The cells of a row level and a column level. */
export interface Block {
  readonly pairs: Pairs;
  /** Rows behind each cell. */
  readonly rows: Float64Array;
  /** By measure. */
  readonly figures: readonly Figures[];
}

/** What shares are of: sums by node and currency of a level. */
export interface ShareBase {
  readonly pairs: Pairs;
  readonly figures: Figures;
}

export interface Pivot {
  readonly kind: 'pivot';
  /** The selected rows of the source. */
  readonly rows: Uint32Array;
  readonly rowAxis: Axis;
  readonly columnAxis: Axis;
  readonly rowLines: Lines;
  readonly columnLines: Lines;
  readonly measures: readonly Measure[];
  /** By row level and column level. */
  readonly blocks: readonly (readonly Block[])[];
  /** By measure; the bases of each level, undefined for what is no share. */
  readonly shares: readonly (readonly ShareBase[] | undefined)[];
  /** Currencies by the codes that figures have. */
  readonly currencies: readonly string[];
  /** The currency was added to the rows, since amounts of several would have mixed. */
  readonly currencyAdded: boolean;
  /** Keys of the specification that the source has no column for. */
  readonly missing: readonly string[];
}

/** A pivot that would have more columns than anybody reads. */
export interface TooWide {
  readonly kind: 'too-wide';
  readonly columns: number;
}
