/** The job that makes reports. */
import { exportFileName } from '../core/file-name.ts';
import type { ReportDocument } from '../core/report/document.ts';
import { reportCsv } from '../exporters/report/formats/csv.ts';
import { reportJson } from '../exporters/report/formats/json.ts';
import { reportSheets } from '../exporters/report/formats/sheets.ts';
import { reportHtml } from '../exporters/report/html/page.ts';
import { xlsxOf } from '../exporters/tabular/xlsx.ts';
import type { Engine } from './engine.ts';
import type { ExportedFile } from './export-results.ts';
import type { JobHost } from './protocol.ts';
import { documentOf, type DocumentProgress, type DocumentRequest } from './report/document-of.ts';

export type { DocumentProgress, DocumentRequest } from './report/document-of.ts';

export type ReportFormat = 'html' | 'xlsx' | 'csv' | 'json';

export interface ReportRequest extends DocumentRequest {
  readonly format: ReportFormat;
}

export type ReportJobs = {
  /** A report as a file; undefined when it was cancelled. */
  makeReport: { input: ReportRequest; progress: DocumentProgress; output: ExportedFile | undefined };
};

export function reportJobs(engine: Engine): JobHost<ReportJobs> {
  return {
    makeReport: async (request, { signal, report, transfer }) => {
      const { book, used } = await engine.ready();
      const file = await cancellable(signal, async () => {
        const document = await documentOf(request, { engine, book, inputs: used }, signal, report);
        return fileOf(request, await bytesOf(request.format, document));
      });
      return file && transfer(file, [file.bytes.buffer]);
    },
  };
}

/** Ending and media type of each format; CSV is one file for each table, in a zip. */
const FORMATS = {
  html: { kind: 'report-html', type: 'text/html;charset=utf-8' },
  xlsx: { kind: 'report-xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  csv: { kind: 'report-zip', type: 'application/zip' },
  json: { kind: 'report-json', type: 'application/json' },
} as const;

function fileOf(
  { simulation, plan, workbookName, format }: ReportRequest,
  bytes: Uint8Array<ArrayBuffer>,
): ExportedFile {
  const { kind, type } = FORMATS[format];
  // A workbook's name may name other customers.
  const name = plan.edition !== 'customer' ? workbookName : plan.scope.kind === 'customer' ? plan.scope.customer : '';
  return { name: exportFileName(kind, simulation.window.asOf, name), type, bytes };
}

async function bytesOf(format: ReportFormat, document: ReportDocument): Promise<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'html':
      return new TextEncoder().encode(reportHtml(document));
    case 'json':
      return new TextEncoder().encode(reportJson(document));
    case 'csv':
      return reportCsv(document);
    case 'xlsx':
      return new Uint8Array(await xlsxOf(reportSheets(document), document.title, document.asOf));
  }
}

/** Undefined when the signal ended the work. */
async function cancellable<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}
