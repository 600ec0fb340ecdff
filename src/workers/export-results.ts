/** The files that a user takes away, made from the same simulation that the screens show. */
import type { ChartModel } from '../core/chart.ts';
import { createFormat } from '../core/format.ts';
import { type RuleEntry, ruleOf } from '../core/rules/rule-book.ts';
import { DEFAULT_SCENARIO } from '../core/scenario/defaults.ts';
import { writeScenario } from '../core/scenario/write.ts';
import { withOverrides } from '../core/overrides/apply.ts';
import type { DatasetInfo } from '../core/schema/dataset.ts';
import { type Table, textAt } from '../core/table.ts';
import { chartText } from '../core/text/en/charts.ts';
import { reportText } from '../core/text/en/report.ts';
import { portfolioCliff } from '../charts/cliff-waterfall.ts';
import { exposureByMonth } from '../charts/exposure-by-month.ts';
import { milestoneTimeline } from '../charts/milestone-timeline.ts';
import { topCustomers } from '../charts/top-customers.ts';
import { whoPays } from '../charts/who-pays.ts';
import { exportFileName } from '../core/file-name.ts';
import { portfolioTemplateCsv, portfolioTemplateXlsx } from '../exporters/portfolio-template.ts';
import type { ReportChart, ReportNames } from '../exporters/report/input.ts';
import { reportHtml } from '../exporters/report/report.ts';
import { diagnosticsCsv, monthsCsv, resultsCsv } from '../exporters/results/csv.ts';
import { allDiagnostics } from '../exporters/results/document.ts';
import { resultsJson } from '../exporters/results/json.ts';
import type { TrialFigures } from '../exporters/results/uncertainty.ts';
import { resultsXlsx } from '../exporters/results/xlsx.ts';
import { figuresOfTrials } from './trial-figures.ts';
import { type Book, type Simulation, type SimulationRequest, simulate } from '../sim/index.ts';

/** What the app exports; rejected rows have a job of their own. */
export type ResultExport =
  | 'results-json'
  | 'results-csv'
  | 'months-csv'
  | 'results-xlsx'
  | 'report-html'
  | 'diagnostics-csv'
  | 'template-csv'
  | 'template-xlsx'
  | 'scenario-json';

export interface ExportRequest {
  readonly kind: ResultExport;
  readonly simulation: SimulationRequest;
  readonly workbookName: string;
  /** BCP 47, for the report's numbers and dates. */
  readonly locale: string;
}

export interface ExportedFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const TYPES = {
  json: 'application/json',
  csv: 'text/csv;charset=utf-8',
  html: 'text/html;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Width of a chart in the report, in pixels. */
const CHART_WIDTH = 640;

/**
 * Makes one file. The results are those of the whole portfolio, also while a filter is on. Rejects with `AbortError` when the
 * signal fires while trials run.
 */
export async function exportResults(
  { kind, simulation: request, workbookName, locale }: ExportRequest,
  book: Book,
  inputs: readonly DatasetInfo[],
  signal: AbortSignal,
): Promise<ExportedFile> {
  const simulation = simulate(book, request);
  const name = exportFileName(kind, request.window.asOf, workbookName);
  const extension = kind.slice(kind.lastIndexOf('-') + 1) as keyof typeof TYPES;
  const content = await contentOf(kind, {
    ...{ simulation, request, inputs, workbookName, locale },
    trials: kind === 'results-json' ? await figuresOfTrials(book, request, signal) : undefined,
    portfolio: withOverrides(book.portfolio.table, request.scenario.overrides),
  });
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return { name, type: TYPES[extension], bytes };
}

interface Ingredients {
  readonly trials: TrialFigures | undefined;
  readonly simulation: Simulation;
  readonly request: SimulationRequest;
  readonly inputs: readonly DatasetInfo[];
  readonly portfolio: Table;
  readonly workbookName: string;
  readonly locale: string;
}

async function contentOf(kind: ResultExport, from: Ingredients): Promise<string | Uint8Array> {
  const { simulation, request, inputs } = from;
  const { scenario } = request;
  switch (kind) {
    case 'results-json':
      return resultsJson(simulation, inputs, [], from.trials);
    case 'results-csv':
      return resultsCsv(simulation);
    case 'months-csv':
      return monthsCsv(simulation);
    case 'results-xlsx':
      return resultsXlsx(simulation, { scenario, defaults: DEFAULT_SCENARIO, inputs });
    case 'report-html':
      return report(from);
    case 'diagnostics-csv':
      return diagnosticsCsv(allDiagnostics(simulation, inputs));
    case 'template-csv':
      return portfolioTemplateCsv();
    case 'template-xlsx':
      return portfolioTemplateXlsx();
    case 'scenario-json':
      return writeScenario(scenario);
  }
}

async function report({ simulation, request, inputs, portfolio, workbookName, locale }: Ingredients): Promise<string> {
  return reportHtml({
    title: workbookName,
    locale,
    simulation,
    scenario: request.scenario,
    defaults: DEFAULT_SCENARIO,
    inputs,
    unpricedNames: namesOf(portfolio),
    charts: await reportCharts(simulation, locale),
    rules: rulesUsed(simulation).map(({ id, statement, source, confidence }) => ({
      id,
      statement,
      source,
      confidence: reportText.confidence[confidence],
    })),
  });
}

/** As the app's dialogs name a subscription that no result names. */
function namesOf(portfolio: Table): (row: number) => ReportNames {
  const cell = (name: string, row: number): string => textAt(portfolio.columns.get(name), row);
  return (row) => ({
    customer: cell('customerName', row) || cell('customerId', row),
    product: cell('offerName', row) || `${cell('productId', row)} ${cell('skuId', row)}`,
  });
}

/** Pictures are drawn by Vega without a document; it is loaded only when a report is made. */
async function reportCharts(simulation: Simulation, locale: string): Promise<readonly ReportChart[]> {
  const { renderSvg } = await import('./chart-svg.ts');
  const charts: ReportChart[] = [];
  for (const model of chartModels(simulation, locale)) {
    const { title, unit, summary, table, tableUnit, legend } = model;
    const svg = await renderSvg(model, CHART_WIDTH);
    charts.push({ title: unit ? `${title}, ${unit}` : title, summary, legend, svg, table, tableUnit });
  }
  return charts;
}

function chartModels(simulation: Simulation, locale: string): readonly ChartModel<unknown>[] {
  const context = { format: createFormat(locale), text: chartText };
  const exposed = simulation.totals.filter((totals) => totals.exposed > 0);
  return [
    ...exposed.flatMap((totals) => [
      exposureByMonth(simulation, totals.currency, context),
      portfolioCliff(totals, context),
      topCustomers(simulation, totals.currency, context),
      whoPays(simulation, totals.currency, context),
    ]),
    milestoneTimeline(simulation.window, context),
  ];
}

/** Rules that every exposure rests on: scope, price, mapping, cycles, refund, renewal, who pays. */
const ALWAYS = [
  'R-004',
  'R-005',
  'R-006',
  'R-007',
  'R-008',
  'R-011',
  'R-012',
  'R-041',
  'R-046',
  'R-050',
  'R-052',
  'R-074',
];

function rulesUsed(simulation: Simulation): readonly RuleEntry[] {
  const rules = simulation.table.columns.get('rule');
  const used = new Set(ALWAYS);
  for (let row = 0; row < simulation.table.rows; row++) used.add(textAt(rules, row));
  return [...used].sort().flatMap((id) => ruleOf(id) ?? []);
}
