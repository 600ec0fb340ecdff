/** A block of clauses from a spreadsheet: rows matched by customer id or name; what does not match is listed, never guessed. */
import { headerKey, idKey } from '../../../core/ids.ts';
import { clauseText } from '../../../core/text/en/price-rules.ts';
import { readTyped } from '../../../sheet/typed/read-typed.ts';
import { CLAUSE_EDITS, type ClauseRow } from './clause-rows.ts';

export interface UnmatchedRow {
  /** Row of the block, from 1. */
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}

export interface PastedClauses {
  /** The rows of the sheet as they would become. */
  readonly matched: readonly ClauseRow[];
  readonly unmatched: readonly UnmatchedRow[];
}

const text = clauseText;
const FIELDS = ['customer', 'passThrough', 'cap', 'notice', 'lock', 'given'] as const;
type Field = (typeof FIELDS)[number];

/** @param block rows of cells, in the user's locale; undefined when its headings name no customer */
export function pasteClauses(
  block: readonly (readonly string[])[],
  rows: readonly ClauseRow[],
  locale: string,
): PastedClauses | undefined {
  const headed = (block[0] ?? []).map(fieldOf);
  const hasHead = headed.filter((field) => field !== undefined).length >= Math.min(2, headed.length);
  const fields: readonly (Field | undefined)[] = hasHead ? headed : FIELDS;
  const at = fields.indexOf('customer');
  if (at < 0) return undefined;
  const find = finder(rows);
  const matched = new Map<string, ClauseRow>();
  const unmatched: UnmatchedRow[] = [];
  for (const [index, cells] of block.entries()) {
    if ((hasHead && index === 0) || cells.every((cell) => cell.trim() === '')) continue;
    const found = find(cells[at] ?? '');
    const result =
      typeof found === 'string'
        ? found
        : matched.has(found.key)
          ? text.pasting.twice
          : fill(found, cells, fields, locale);
    if (typeof result === 'string') unmatched.push({ line: index + 1, text: cells.join(' · '), reason: result });
    else matched.set(result.key, result);
  }
  return { matched: [...matched.values()], unmatched };
}

function fieldOf(heading: string): Field | undefined {
  const key = headerKey(heading).replace(/[^\p{L}\p{N}]/gu, '');
  const names: Readonly<Record<Field, readonly string[]>> = text.headings;
  return FIELDS.find(
    (field) => names[field].includes(key) || headerKey(text.columns[field]).replace(/[^\p{L}\p{N}]/gu, '') === key,
  );
}

/** By id, else by a name that only one customer has; or why none is found. */
function finder(rows: readonly ClauseRow[]): (text: string) => ClauseRow | string {
  const nameKey = (name: string): string => name.trim().toLowerCase();
  const byId = new Map(rows.map((row) => [row.key, row]));
  const byName = new Map<string, ClauseRow[]>();
  for (const row of rows)
    if (row.customer !== '') byName.set(nameKey(row.customer), [...(byName.get(nameKey(row.customer)) ?? []), row]);
  return (wanted) => {
    if (wanted.trim() === '') return text.pasting.empty;
    const own = byId.get(idKey(wanted.trim()));
    if (own) return own;
    const [first, ...others] = byName.get(nameKey(wanted)) ?? [];
    return others.length > 0 ? text.pasting.ambiguous : (first ?? text.pasting.unknown);
  };
}

/** The row with the cells of the block; a cell that cannot be read leaves the whole row out. */
function fill(
  row: ClauseRow,
  cells: readonly string[],
  fields: readonly (Field | undefined)[],
  locale: string,
): ClauseRow | string {
  let next = row;
  for (const [column, field] of fields.entries()) {
    const cell = cells[column];
    if (field === undefined || field === 'customer' || cell === undefined) continue;
    const edit = CLAUSE_EDITS[field];
    const typed = readTyped(cell, edit.type, locale);
    if (!typed.ok) return text.pasting.cell(text.columns[field], typed.error);
    const result = edit.set(next, typed.value);
    if (typeof result === 'string') return text.pasting.cell(text.columns[field], result);
    next = result;
  }
  return next;
}
