/**
 * A report as data, before it is HTML, a workbook, CSV or JSON: sections of blocks whose cells keep their values, so that every
 * format shows the same figures and none has to read a text back. What a reader must not see is not in it.
 */
import type { ChartTable, LegendEntry } from '../chart.ts';
import type { Day, Month } from '../days.ts';
import type { Minor } from '../money.ts';
import type { Brand, Edition, Language, SectionId } from './plan.ts';

export interface ReportDocument {
  readonly title: string;
  /** As-of, horizon, scenario in words. */
  readonly subtitle: string;
  readonly generatedFor?: string;
  readonly edition: Edition;
  readonly language: Language;
  /** BCP 47, for numbers and dates. */
  readonly locale: string;
  readonly paper: 'a4' | 'letter';
  readonly brand: Brand;
  readonly asOf: Day;
  readonly sections: readonly ReportSection[];
  readonly footer: string;
}

/** `id` may stand for several sections of one choice: the method is assumptions, files, rules and messages. */
export interface ReportSection {
  readonly id: SectionId | 'dispute';
  readonly heading: string;
  /** One sentence that says how to read it. */
  readonly say?: string;
  readonly blocks: readonly ReportBlock[];
}

export type ReportBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'figures'; readonly figures: readonly ReportFigure[] }
  | { readonly kind: 'table'; readonly table: ReportTable }
  | { readonly kind: 'chart'; readonly chart: ReportChart };

/** A key figure. */
export interface ReportFigure {
  readonly label: string;
  readonly value: ReportCell;
  /** `of 120`, a currency. */
  readonly unit?: string;
}

export interface ReportTable {
  /** For screen readers and as the name of a sheet. */
  readonly name: string;
  readonly columns: readonly ReportTableColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** Its rows are sums, not single things: exact in every edition. */
  readonly isTotals?: boolean;
  /** The row of totals. */
  readonly foot?: readonly ReportCell[];
}

export interface ReportTableColumn {
  readonly label: string;
  /** Figures end at the same edge; codes never break; ids and hashes break anywhere. */
  readonly kind: 'text' | 'figure' | 'code' | 'id';
  /** The foot's cell is the plain sum of the rows, so that a workbook can hold it as a formula. */
  readonly isSummed?: boolean;
}

export type ReportCell =
  | { readonly kind: 'empty' }
  /** `id` stands small behind the text. */
  | { readonly kind: 'text'; readonly text: string; readonly id?: string }
  /** `isChange`: a difference of cost, shown with its sign and direction. */
  | { readonly kind: 'money'; readonly minor: Minor; readonly currency: string; readonly isChange?: boolean }
  | { readonly kind: 'count'; readonly count: number }
  /** A decimal text with the digits that it has; `digits` at least and at most, where it is to be rounded. */
  | { readonly kind: 'decimal'; readonly decimal: string; readonly digits?: readonly [min: number, max: number] }
  /** A ratio as decimal text: 0.4223 is 42.2 %. */
  | { readonly kind: 'percent'; readonly ratio: string; readonly digits: number }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'month'; readonly month: Month }
  /** Milliseconds, shown in UTC. */
  | { readonly kind: 'moment'; readonly milliseconds: number };

/** A chart as a report prints it: words, a static picture, and its table. */
export interface ReportChart {
  readonly title: string;
  readonly summary: string;
  /** A picture of shapes and texts; with anything else in it, only words and table are printed. */
  readonly svg: string;
  readonly legend?: readonly LegendEntry[];
  readonly table: ChartTable;
  /** Unit of the table's figures. */
  readonly tableUnit?: string;
}
