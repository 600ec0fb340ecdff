/** The job that makes reports. */
import { exportFileName } from '../core/file-name.ts';
import { writeKeyFile } from '../core/editions/key-file.ts';
import type { Engine } from './engine.ts';
import type { ExportedFile } from './export-results.ts';
import type { JobHost } from './protocol.ts';
import { batchOf, type BatchCustomer, type BatchProgress } from './report/batch.ts';
import type { DocumentProgress } from './report/document-of.ts';
import { editionDocument, type EditionRequest } from './report/editions.ts';
import { hashOf, nameOf } from './report/file-facts.ts';
import { reportBytes, type ReportFormat } from './report/report-bytes.ts';

export type { BatchCustomer, BatchProgress } from './report/batch.ts';
export type { ReportFormat } from './report/report-bytes.ts';
export type { DocumentProgress, DocumentRequest } from './report/document-of.ts';

export interface ReportRequest extends EditionRequest {
  readonly format: ReportFormat;
}

export interface ReportFile extends ExportedFile {
  /** Lower-case hex. */
  readonly sha256: string;
  /** What the codes in it stand for, which stays with the sender; only of a report without names. */
  readonly key?: ExportedFile;
}

export interface BatchRequest extends EditionRequest {
  readonly format: 'html' | 'xlsx';
  readonly customers: readonly BatchCustomer[];
}

export type ReportJobs = {
  /** A report as a file; undefined when it was cancelled. */
  makeReport: { input: ReportRequest; progress: DocumentProgress; output: ReportFile | undefined };
  /** One report for each customer, in a zip; undefined when it was cancelled. */
  makeReports: { input: BatchRequest; progress: BatchProgress; output: ExportedFile | undefined };
};

export function reportJobs(engine: Engine): JobHost<ReportJobs> {
  return {
    makeReport: async (request, { signal, report, transfer }) => {
      const { book, used } = await engine.ready();
      const file = await cancellable(signal, async () => {
        const { document, names } = await editionDocument(request, { engine, book, inputs: used }, signal, report);
        return fileOf(request, await reportBytes(request.format, document), names);
      });
      return file && transfer(file, [file.bytes.buffer]);
    },
    makeReports: async (request, { signal, report, transfer }) => {
      const { book } = await engine.ready();
      const file = await cancellable(signal, async () => {
        const { format, customers } = request;
        const bytes = await batchOf(request, book, customers, {
          ...{ signal, report, extension: format },
          bytesOf: (document) => reportBytes(format, document),
        });
        const name = exportFileName('reports-zip', request.simulation.window.asOf, request.workbookName);
        return { name, type: 'application/zip', bytes };
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
  request: ReportRequest,
  bytes: Uint8Array<ArrayBuffer>,
  names: ReadonlyMap<string, string> | undefined,
): ReportFile {
  const { kind, type } = FORMATS[request.format];
  const { asOf } = request.simulation.window;
  const sha256 = hashOf(bytes);
  const file = { name: exportFileName(kind, asOf, nameOf(request)), type, bytes, sha256 };
  if (!names) return file;
  const key = new TextEncoder().encode(writeKeyFile({ report: sha256, names }));
  const name = exportFileName('report-key-json', asOf, request.workbookName);
  return { ...file, key: { name, type: 'application/json', bytes: key } };
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
