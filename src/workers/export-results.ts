/** The files that a user takes away, made from the same simulation that the screens show. */
import { DEFAULT_SCENARIO } from '../core/scenario/defaults.ts';
import { writeScenario } from '../core/scenario/write.ts';
import type { DatasetInfo } from '../core/schema/dataset.ts';
import { exportFileName } from '../core/file-name.ts';
import { portfolioTemplateCsv, portfolioTemplateXlsx } from '../exporters/portfolio-template.ts';
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
  | 'diagnostics-csv'
  | 'template-csv'
  | 'template-xlsx'
  | 'scenario-json';

export interface ExportRequest {
  readonly kind: ResultExport;
  readonly simulation: SimulationRequest;
  readonly workbookName: string;
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
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/**
 * Makes one file. The results are those of the whole portfolio, also while a filter is on. Rejects with `AbortError` when the
 * signal fires while trials run.
 */
export async function exportResults(
  { kind, simulation: request, workbookName }: ExportRequest,
  book: Book,
  inputs: readonly DatasetInfo[],
  signal: AbortSignal,
): Promise<ExportedFile> {
  const simulation = simulate(book, request);
  const name = exportFileName(kind, request.window.asOf, workbookName);
  const extension = kind.slice(kind.lastIndexOf('-') + 1) as keyof typeof TYPES;
  const content = await contentOf(kind, {
    ...{ simulation, request, inputs },
    trials: kind === 'results-json' ? await figuresOfTrials(book, request, signal) : undefined,
  });
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return { name, type: TYPES[extension], bytes };
}

interface Ingredients {
  readonly trials: TrialFigures | undefined;
  readonly simulation: Simulation;
  readonly request: SimulationRequest;
  readonly inputs: readonly DatasetInfo[];
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
