/** A report in its formats. */
import type { ReportDocument } from '../../core/report/document.ts';
import { reportCsv } from '../../exporters/report/formats/csv.ts';
import { reportJson } from '../../exporters/report/formats/json.ts';
import { reportSheets } from '../../exporters/report/formats/sheets.ts';
import { reportHtml } from '../../exporters/report/html/page.ts';
import { xlsxOf } from '../../exporters/tabular/xlsx.ts';

export type ReportFormat = 'html' | 'xlsx' | 'csv' | 'json';

export async function reportBytes(format: ReportFormat, document: ReportDocument): Promise<Uint8Array<ArrayBuffer>> {
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
