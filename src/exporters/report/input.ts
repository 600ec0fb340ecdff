/** What the sections of a simulation are made from: plain data, nothing that they would have to look up. */
import type { ReportChart } from '../../core/report/document.ts';
import type { ReportTexts } from '../../core/text/report-texts.ts';
import type { Simulation } from '../../sim/types.ts';
import type { ResultsContext } from '../results/xlsx.ts';

/** An entry of the rule book that the results rest on. */
export interface ReportRule {
  /** `R-005` */
  readonly id: string;
  readonly statement: string;
  readonly source: string;
  readonly confidence: 'high' | 'medium' | 'low';
}

/** Who and what a subscription is. */
export interface ReportNames {
  readonly customer: string;
  readonly product: string;
}

/** The charts of the sections that have some. */
export interface SectionCharts {
  readonly exposure: readonly ReportChart[];
  readonly cliff: readonly ReportChart[];
}

export interface ReportInput extends ResultsContext {
  readonly texts: ReportTexts;
  /** BCP 47, for numbers and dates. */
  readonly locale: string;
  readonly simulation: Simulation;
  /** Customer and product of a row of the portfolio; undefined: only the ids are known. */
  readonly unpricedNames?: (row: number) => ReportNames;
  readonly charts: SectionCharts;
  readonly rules: readonly ReportRule[];
}
