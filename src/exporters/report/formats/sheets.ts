/** A report as sheets: one that says what it is and holds key figures, and one for each table. */
import { parseExact, toDecimal } from '../../../core/exact.ts';
import type { ReportCell, ReportDocument, ReportSection, ReportTable } from '../../../core/report/document.ts';
import { reportTexts } from '../../../core/text/report-texts.ts';
import { SheetNames } from '../../table/sheet-names.ts';
import {
  amountCell,
  type Cell,
  dayCell,
  EMPTY,
  monthCell,
  numberCell,
  type Sheet,
  type SheetColumn,
  textCell,
} from '../../tabular/sheet.ts';

const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;
/** Characters of a column. */
const WIDTHS = { text: 34, figure: 16, code: 20, id: 40 } as const;
/** More digits than any ratio has. */
const MOST_DIGITS = 12;

/** The sheets in the order of the report; ids stand in a column of their own behind what they name. */
export function reportSheets(document: ReportDocument): readonly Sheet[] {
  const names = new SheetNames();
  const words = reportTexts(document.language).report;
  const overview: Sheet = {
    name: names.take(words.headings.summary),
    columns: [column(document.title, 46), column('', 34), column('', 12)],
    rows: overviewRows(document),
  };
  const tables = document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' && block.table.rows.length > 0 ? [block.table] : [])),
  );
  return [overview, ...tables.map((table) => tableSheet(table, names.take(table.name)))];
}

function overviewRows({ subtitle, generatedFor, sections }: ReportDocument): readonly (readonly Cell[])[] {
  const head = [subtitle, generatedFor].filter((words) => words !== undefined);
  return [...head.map((words) => [textCell(words), EMPTY, EMPTY]), ...sections.flatMap(sectionRows)];
}

function sectionRows({ heading, say, blocks }: ReportSection): readonly (readonly Cell[])[] {
  const words = (text: string): readonly Cell[] => [EMPTY, textCell(text), EMPTY];
  const rows = blocks.flatMap((block): readonly (readonly Cell[])[] => {
    switch (block.kind) {
      case 'paragraph':
        return [words(block.text)];
      case 'figures':
        return block.figures.map(({ label, value, unit }) => [textCell(label), cellOf(value), textCell(unit)]);
      case 'chart':
        return [words(`${block.chart.title}: ${block.chart.summary}`)];
      default:
        return [];
    }
  });
  return [[textCell(heading), EMPTY, EMPTY], ...(say === undefined ? [] : [words(say)]), ...rows];
}

function tableSheet({ columns, rows, foot }: ReportTable, name: string): Sheet {
  const hasId = columns.map((_, at) => rows.some((row) => idOf(row[at]) !== undefined));
  const described = columns.flatMap(({ label, kind }, at) => [
    column(label, WIDTHS[kind]),
    ...(hasId[at] === true ? [column(`${label}, id`, WIDTHS.id)] : []),
  ]);
  const cells = (row: readonly ReportCell[]): readonly Cell[] =>
    columns.flatMap((_, at) => {
      const cell = row[at] ?? { kind: 'empty' };
      return [cellOf(cell), ...(hasId[at] === true ? [textCell(idOf(cell))] : [])];
    });
  const summed = columns.flatMap(({ isSummed = false }, at) => [isSummed, ...(hasId[at] === true ? [false] : [])]);
  return {
    ...{ name, columns: described, rows: rows.map(cells) },
    ...(foot === undefined ? {} : { foot: { cells: cells(foot), summed } }),
  };
}

function column(title: string, width: number): SheetColumn {
  return { key: title, title, width };
}

function idOf(cell: ReportCell | undefined): string | undefined {
  return cell?.kind === 'text' ? cell.id : undefined;
}

/** The value of a cell, never its look. Moments are UTC. */
export function cellOf(cell: ReportCell): Cell {
  switch (cell.kind) {
    case 'empty':
      return EMPTY;
    case 'text':
      return textCell(cell.text);
    case 'money':
      return amountCell(cell.minor, cell.currency);
    case 'count':
      return numberCell(cell.count);
    case 'decimal': {
      const { decimal, digits } = cell;
      const exact = digits === undefined ? undefined : parseExact(decimal);
      return numberCell(exact && digits ? toDecimal(exact, ...digits) : decimal);
    }
    case 'percent': {
      const exact = parseExact(cell.ratio);
      return numberCell(exact ? toDecimal(exact, 0, MOST_DIGITS) : cell.ratio);
    }
    case 'day':
      return dayCell(cell.day);
    case 'month':
      return monthCell(cell.month);
    case 'moment':
      return textCell(momentText(cell.milliseconds));
  }
}

/** `2026-12-31 00:00` in UTC. */
function momentText(milliseconds: number): string {
  const minutes = Math.floor((milliseconds % MS_PER_DAY) / MS_PER_MINUTE);
  const day = new Date(milliseconds).toISOString().slice(0, 10);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
