/** Rows that do not fit the table: which of them are blank, repeated headers, totals, notes or another table. */
import type { DiagnosticCode } from '../../../core/text/diagnostics.ts';
import type { Findings } from '../../sheet/findings.ts';
import { needed } from '../column-clinic.ts';
import type { SheetClinic } from '../sheet-clinic.ts';
import { isFooterNote } from './footer.ts';
import { type SecondTable, looksLikeHeader } from './second-table.ts';
import { type SummedColumn, compareSums, isBareSum, isTotalRow } from './total-row.ts';

/** Why a row was not taken, before anybody asked what it is. */
export interface BadRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly problem: DiagnosticCode;
  readonly label: string;
  readonly cell: string;
}

/** A row whose meaning shows only at the end, with the rows that were accepted above it. */
interface Held {
  readonly row: BadRow;
  readonly above: number;
  readonly afterBlank: boolean;
}

/** Totals and notes below the rows; more of them are no footer. */
const MAX_HELD = 20;

export class RowTriage {
  skipped = 0;
  secondTable: SecondTable | undefined;
  private readonly clinic: SheetClinic;
  private readonly findings: Findings;
  private readonly header: readonly string[];
  private readonly isKnownHeader: (cells: readonly string[]) => boolean;
  private blankLine = 0;
  private held: Held[] = [];
  private readonly totals: Held[] = [];

  constructor(
    header: readonly string[],
    clinic: SheetClinic,
    findings: Findings,
    isKnownHeader: (cells: readonly string[]) => boolean,
  ) {
    this.header = header;
    this.clinic = clinic;
    this.findings = findings;
    this.isKnownHeader = isKnownHeader;
  }

  /** A blank line ends a block of rows. */
  blank(line: number): void {
    this.blankLine = line;
  }

  /**
   * Takes a row that cannot be accepted. Gives whether it was rejected as a row of the table.
   * @param above the rows accepted before it
   */
  take(row: BadRow, above: number): boolean {
    const { cells, line } = row;
    if (cells.every((cell) => cell.trim() === '')) {
      this.skipped++;
      this.blank(line);
    } else if (this.isHeaderAgain(cells) && this.clinic.treatment('repeated-header') === 'apply') {
      this.skipped++;
      this.clinic.note('repeated-header', line, cells.join(' | '), '');
      this.findings.add('warning', 'repeated-header', { row: line });
    } else if (isTotalRow(cells)) {
      this.takeTotal({ row, above, afterBlank: true });
    } else {
      this.lookForTable(cells, line);
      return !this.hold(row, above);
    }
    return false;
  }

  /** A row was accepted: what was held in front of it stood in the middle of the rows. */
  release(): void {
    for (const { row } of this.held) this.reject(row);
    this.held = [];
  }

  /** Decides about the rows at the end. @param lastLine of the file @param columnsOf the numbers of a row beside their columns */
  finish(lastLine: number, columnsOf: (cells: readonly string[]) => readonly SummedColumn[]): void {
    if (this.secondTable) this.secondTable = { ...this.secondTable, rows: lastLine - this.secondTable.line };
    const held = this.held.filter((one) => !this.isFooter(one) && !this.isSum(one, columnsOf));
    this.held = held;
    this.release();
    const sums = this.totals.map(({ row, above }) => compareSums(columnsOf(row.cells), above));
    if (sums.length === 0) return;
    const equal = [...new Set(sums.flatMap((sum) => sum.equal))];
    this.clinic.believe('total-row', equal.length > 0 ? 'sure' : 'likely', { sums: equal.join(', ') });
  }

  private isHeaderAgain(cells: readonly string[]): boolean {
    return cells.every((text, i) => text.trim() === (this.header[i] ?? '').trim());
  }

  private takeTotal(total: Held): void {
    const { row } = total;
    this.blank(row.line);
    this.totals.push(total);
    this.clinic.note('total-row', row.line, shown(row.cells), '');
    if (this.clinic.treatment('total-row') === 'apply') {
      this.skipped++;
      this.findings.add('warning', 'total-row', { row: row.line, text: shown(row.cells) });
    } else this.reject({ ...row, problem: needed('total-row') ?? row.problem });
  }

  private lookForTable(cells: readonly string[], line: number): void {
    if (this.secondTable) return;
    const isKnown = this.isKnownHeader(cells);
    if (isKnown || (this.blankLine === line - 1 && looksLikeHeader(cells, this.header)))
      this.secondTable = { line, header: shown(cells), rows: 0, isKnown };
  }

  /** Keeps a row that may be a total or a note until it shows; else rejects it. */
  private hold(row: BadRow, above: number): boolean {
    const isCandidate = isBareSum(row.cells) || isFooterNote(row.cells, true);
    if (!isCandidate || this.held.length >= MAX_HELD) {
      this.release();
      this.reject(row);
      return false;
    }
    this.held.push({ row, above, afterBlank: this.blankLine === row.line - 1 });
    if (this.blankLine === row.line - 1) this.blankLine = row.line;
    return true;
  }

  private isFooter({ row, afterBlank }: Held): boolean {
    if (!isFooterNote(row.cells, afterBlank) || this.clinic.treatment('footer') !== 'apply') return false;
    this.skipped++;
    this.clinic.note('footer', row.line, shown(row.cells), '');
    this.findings.add('info', 'footer-skipped', { row: row.line, text: shown(row.cells) });
    return true;
  }

  private isSum(held: Held, columnsOf: (cells: readonly string[]) => readonly SummedColumn[]): boolean {
    if (!isBareSum(held.row.cells)) return false;
    const { equal, other } = compareSums(columnsOf(held.row.cells), held.above);
    if (equal.length === 0 || other.length > 0) return false;
    this.takeTotal(held);
    return true;
  }

  private reject({ problem, line, label, cell, cells }: BadRow): void {
    this.findings.reject(problem, line, label, cell, cells);
  }
}

/** A row as one text: its filled cells. */
function shown(cells: readonly string[]): string {
  return cells.filter((cell) => cell.trim() !== '').join(' | ');
}
