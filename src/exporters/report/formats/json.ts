/** A report as JSON for programs: `termwise/report@1`. */
import { dayToText, monthToText } from '../../../core/days.ts';
import { minorDigits, minorToText } from '../../../core/money.ts';
import type { ReportBlock, ReportCell, ReportDocument } from '../../../core/report/document.ts';

export const REPORT_SCHEMA = 'termwise/report@1';

/** Amounts are decimal texts with their currency, days `YYYY-MM-DD`, ratios decimal texts; charts come as words and tables. */
export function reportJson(document: ReportDocument): string {
  const { title, subtitle, generatedFor, edition, language, asOf, sections } = document;
  const whole = {
    schema: REPORT_SCHEMA,
    ...{ title, subtitle, ...(generatedFor === undefined ? {} : { generatedFor }), edition, language },
    asOf: dayToText(asOf),
    sections: sections.map(({ id, heading, say, blocks }) => ({
      ...{ id, heading, ...(say === undefined ? {} : { say }) },
      blocks: blocks.map(blockOf),
    })),
  };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}

function blockOf(block: ReportBlock): unknown {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block;
    case 'figures':
      return {
        kind: block.kind,
        figures: block.figures.map(({ label, value, unit }) => ({
          ...{ label, value: valueOf(value) },
          ...(unit === undefined ? {} : { unit }),
        })),
      };
    case 'table': {
      const { name, columns, rows, foot } = block.table;
      return {
        ...{ kind: block.kind, name, columns: columns.map(({ label }) => label) },
        rows: rows.map((row) => row.map(valueOf)),
        ...(foot === undefined ? {} : { foot: foot.map(valueOf) }),
      };
    }
    case 'chart': {
      const { title, summary, table, tableUnit } = block.chart;
      return {
        ...{ kind: block.kind, title, summary, ...(tableUnit === undefined ? {} : { unit: tableUnit }) },
        ...{ columns: table.columns.map((column) => column.title), rows: table.rows },
      };
    }
  }
}

function valueOf(cell: ReportCell): unknown {
  switch (cell.kind) {
    case 'empty':
      return null;
    case 'text':
      return cell.id === undefined ? cell.text : { text: cell.text, id: cell.id };
    case 'money':
      return { amount: minorToText(cell.minor, minorDigits(cell.currency)), currency: cell.currency };
    case 'count':
      return cell.count;
    case 'decimal':
      return { decimal: cell.decimal };
    case 'percent':
      return { ratio: cell.ratio };
    case 'day':
      return dayToText(cell.day);
    case 'month':
      return monthToText(cell.month);
    case 'moment':
      return new Date(cell.milliseconds).toISOString();
  }
}
