/** What is found while a file is read: diagnostics, capped, and rejected rows. */
import { type Diagnostic, type Severity, diagnose } from '../../core/diagnostics.ts';
import { type DiagnosticCode, type MessageParams, diagnosticMessage } from '../../core/text/diagnostics.ts';
import { MAX_DIAGNOSTICS, MAX_REJECTS } from '../limits.ts';

/** A row that was not taken over. */
export interface Reject {
  /** Line in the source. */
  readonly row: number;
  /** The offending column as the format names it; empty when it is the whole row. */
  readonly column: string;
  readonly code: DiagnosticCode;
  readonly message: string;
  /** The row's original cells, as CSV with commas. */
  readonly text: string;
}

/** Where a finding belongs inside its file. */
export interface Spot {
  readonly row?: number;
  readonly column?: string;
  readonly text?: string;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

export class Findings {
  /** All diagnostics, also those beyond the cap (which spares those about the whole file). */
  count = 0;
  rejected = 0;
  readonly rejects: Reject[] = [];
  readonly file: string;
  private readonly kept: Diagnostic[] = [];

  constructor(file: string) {
    this.file = file;
  }

  add(severity: Severity, code: DiagnosticCode, spot: Spot = {}, params: MessageParams = {}): void {
    this.count++;
    if (spot.row === undefined || this.kept.length < MAX_DIAGNOSTICS)
      this.kept.push(diagnose(severity, code, { file: this.file, ...spot }, params));
  }

  reject(code: DiagnosticCode, row: number, column: string, cell: string, cells: readonly string[]): void {
    this.rejected++;
    const params = { column, text: cell };
    this.add('error', code, { row, column, text: cell }, params);
    if (this.rejects.length >= MAX_REJECTS) return;
    this.rejects.push({
      row,
      column,
      code,
      message: diagnosticMessage(code, params),
      text: cells.map(csvCell).join(','),
    });
  }

  /** The kept diagnostics, errors first, each severity in file order. */
  diagnostics(): Diagnostic[] {
    return this.kept.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
  }
}

/** The cells of a rejected row. */
export function rejectedCells({ text }: Reject): readonly string[] {
  const cells = `,${text}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return Array.from(cells, ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain);
}

function csvCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
