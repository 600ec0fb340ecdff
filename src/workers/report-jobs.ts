/** The job that makes reports. */
import { exportFileName } from '../core/file-name.ts';
import { reportHtml } from '../exporters/report/html/page.ts';
import type { Engine } from './engine.ts';
import type { ExportedFile } from './export-results.ts';
import type { JobHost } from './protocol.ts';
import { documentOf, type DocumentProgress, type DocumentRequest } from './report/document-of.ts';

export type { DocumentProgress, DocumentRequest } from './report/document-of.ts';

export type ReportFormat = 'html';

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
        return fileOf(request, reportHtml(document));
      });
      return file && transfer(file, [file.bytes.buffer]);
    },
  };
}

function fileOf({ simulation, workbookName }: ReportRequest, html: string): ExportedFile {
  return {
    name: exportFileName('report-html', simulation.window.asOf, workbookName),
    type: 'text/html;charset=utf-8',
    bytes: new TextEncoder().encode(html),
  };
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
