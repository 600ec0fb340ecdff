/** What a report is made from: plain data, nothing that it would have to look up. */
import type { ChartTable, LegendEntry } from '../../core/chart.ts';
import type { Simulation } from '../../sim/types.ts';
import type { ResultsContext } from '../results/xlsx.ts';

/** A chart as the report prints it. */
export interface ReportChart {
  readonly title: string;
  /** What the chart shows, in words. */
  readonly summary: string;
  /** A static picture of shapes and texts; with anything else in it, only words and table are printed. */
  readonly svg: string;
  /** What the colours mean; its colours are tokens of the report's style sheet. */
  readonly legend?: readonly LegendEntry[];
  readonly table: ChartTable;
  /** Unit of the table's figures, which are never shortened to thousands. */
  readonly tableUnit?: string;
}

/** An entry of the rule book that the results rest on. */
export interface ReportRule {
  /** `R-005` */
  readonly id: string;
  readonly statement: string;
  readonly source: string;
  /** `high`, `medium` or `low`, in the reader's language. */
  readonly confidence: string;
}

/** Who and what a subscription is. */
export interface ReportNames {
  readonly customer: string;
  readonly product: string;
}

export interface ReportInput extends ResultsContext {
  /** Empty: the report says what it is. */
  readonly title: string;
  /** Who it is for, such as a customer's name. */
  readonly generatedFor?: string;
  /** BCP 47, for numbers and dates. */
  readonly locale: string;
  readonly simulation: Simulation;
  /** Customer and product of a row of the portfolio; undefined: only the ids are known. */
  readonly unpricedNames?: (row: number) => ReportNames;
  readonly charts: readonly ReportChart[];
  readonly rules: readonly ReportRule[];
}
