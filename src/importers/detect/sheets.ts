/** Recognises a sheet by its header, wherever among the first rows that stands. Names of files never count. */
import { headerKey } from '../../core/ids.ts';
import { CUSTOMERS, PLAIN_CUSTOMERS } from '../formats/customers/format.ts';
import { DAILY_USAGE } from '../formats/daily-usage/format.ts';
import { ANALYTICS } from '../formats/insights/analytics.ts';
import { LICENCE_PRICES } from '../formats/licence-prices/format.ts';
import { PORTFOLIO } from '../formats/portfolio/format.ts';
import { RECONCILIATION } from '../formats/reconciliation/format.ts';
import type { SheetFormat } from '../sheet/format.ts';
import { FOREIGN_SHEETS, type ForeignSheet } from './foreign.ts';

export const SHEET_FORMATS: readonly SheetFormat[] = [
  DAILY_USAGE,
  RECONCILIATION,
  LICENCE_PRICES,
  PORTFOLIO,
  ...ANALYTICS,
  CUSTOMERS,
  PLAIN_CUSTOMERS,
];

/** Rows in which a header is looked for; exports with a title and a date above it are common. */
const HEADER_ROWS = 20;

export interface HeaderFound {
  /** Position of the header row. */
  readonly at: number;
  readonly header: readonly string[];
  /** Undefined: not recognised, or another program's file. */
  readonly format: SheetFormat | undefined;
  readonly foreign: ForeignSheet | undefined;
}

/** The header among the first rows of a file; when none is recognised, the first row with two filled cells. */
export function findHeader(rows: readonly (readonly string[])[]): HeaderFound | undefined {
  const candidates = rows.slice(0, HEADER_ROWS);
  for (const [at, header] of candidates.entries()) {
    const keys = new Set(header.map(headerKey));
    const foreign = FOREIGN_SHEETS.find(({ signature }) => signature.every((key) => keys.has(key)));
    const format = foreign ? undefined : SHEET_FORMATS.find((candidate) => fits(keys, candidate));
    if (format || foreign) return { at, header, format, foreign };
  }
  const at = candidates.findIndex((row) => row.filter((cell) => cell.trim() !== '').length >= 2);
  const header = candidates[at];
  return header && { at, header, format: undefined, foreign: undefined };
}

function fits(keys: ReadonlySet<string>, { signature, without = [] }: SheetFormat): boolean {
  return signature.every((key) => keys.has(key)) && !without.some((key) => keys.has(key));
}
