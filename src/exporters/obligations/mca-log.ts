/** The log of the MCA register for an audit: JSON that can be checked again, and CSV to read. Both hold contacts: they are chosen. */
import { type Day, dayToText } from '../../core/days.ts';
import type { Log, LogLine } from '../../core/obligations/mca/log.ts';
import { MCA_LOG_SCHEMA } from '../../core/obligations/mca/read-log.ts';
import { saidText } from '../../core/obligations/mca/said-text.ts';
import { exportText } from '../../core/text/en/export.ts';
import { mcaLogText } from '../../core/text/en/obligations-mca-log.ts';
import { csvOf } from '../tabular/csv.ts';
import { type ColumnOf, numberCell, sheetOf, textCell } from '../tabular/sheet.ts';

/** Every line with its hashes, and the head that the last one has to be. */
export function mcaLogJson({ lines, head }: Log, asOf: Day): string {
  return `${JSON.stringify({ schema: MCA_LOG_SCHEMA, asOf: dayToText(asOf), head, lines }, undefined, 2)}\n`;
}

/** One line a row. */
export function mcaLogCsv({ lines }: Log): string {
  return csvOf(sheetOf(exportText.fileWords['mca-log-csv'], COLUMNS, lines));
}

function column(key: string, of: (line: LogLine) => string): ColumnOf<LogLine> {
  return { key, title: key, width: 16, cell: (line) => textCell(of(line)) };
}

const COLUMNS: readonly ColumnOf<LogLine>[] = [
  { key: 'Line', title: 'Line', width: 6, cell: ({ number }) => numberCell(number) },
  column('At', ({ at }) => at),
  column('Who', ({ who }) => who),
  column('Kind', ({ kind }) => kind),
  column('CustomerId', ({ content }) => content?.customerId ?? ''),
  column('Said', ({ content }) => (content ? saidText(content) : mcaLogText.erasedCell)),
  column('Salt', ({ salt }) => salt),
  column('Digest', ({ digest }) => digest),
  column('Hash', ({ hash }) => hash),
];
