/** A block from a spreadsheet for the rows of a sheet: what does not match a row is listed, never guessed. */
import { headerKey, idKey } from '../../../core/ids.ts';
import { payersText } from '../../../core/text/en/payers.ts';
import { readTyped } from '../../../sheet/typed/read-typed.ts';
import type { CellEdit } from './columns.ts';

export interface UnmatchedRow {
  /** Row of the block, from 1. */
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}

export interface PastedRows<Row> {
  /** The rows of the sheet as they would become. */
  readonly matched: readonly Row[];
  readonly unmatched: readonly UnmatchedRow[];
}

/** What a block may hold. */
export interface PasteShape<Row, Field extends string> {
  /** In the order in which they come without headings; the first names the row. */
  readonly fields: readonly [Field, ...Field[]];
  readonly titles: Readonly<Record<Field, string>>;
  /** Headings by which a column is known, besides its title. */
  readonly headings: Readonly<Record<Field, readonly string[]>>;
  /** Fields without one only help to find the row. */
  readonly edits: Partial<Readonly<Record<Field, CellEdit<Row>>>>;
  /** The row that a line is about, or why there is none. */
  readonly find: (cell: (field: Field) => string) => Row | string;
  readonly keyOf: (row: Row) => string;
}

const text = payersText.pasting;

/** @param block rows of cells, in the user's locale; undefined when its headings do not name the row */
export function pasteRecords<Row, Field extends string>(
  block: readonly (readonly string[])[],
  shape: PasteShape<Row, Field>,
  locale: string,
): PastedRows<Row> | undefined {
  const headed = (block[0] ?? []).map((heading) => fieldOf(heading, shape));
  const hasHead = headed.filter((field) => field !== undefined).length >= Math.min(2, headed.length);
  const fields: readonly (Field | undefined)[] = hasHead ? headed : shape.fields;
  if (!fields.includes(shape.fields[0])) return undefined;
  const matched = new Map<string, Row>();
  const unmatched: UnmatchedRow[] = [];
  for (const [index, cells] of block.entries()) {
    if ((hasHead && index === 0) || cells.every((cell) => cell.trim() === '')) continue;
    const found = shape.find((field) => cells[fields.indexOf(field)] ?? '');
    const result =
      typeof found === 'string'
        ? found
        : matched.has(shape.keyOf(found))
          ? text.twice
          : fill(found, cells, fields, shape, locale);
    if (typeof result === 'string') unmatched.push({ line: index + 1, text: cells.join(' · '), reason: result });
    else matched.set(shape.keyOf(result), result);
  }
  return { matched: [...matched.values()], unmatched };
}

function plainKey(heading: string): string {
  return headerKey(heading).replace(/[^\p{L}\p{N}]/gu, '');
}

function fieldOf<Row, Field extends string>(
  heading: string,
  { fields, headings, titles }: PasteShape<Row, Field>,
): Field | undefined {
  const key = plainKey(heading);
  return fields.find((field) => headings[field].includes(key) || plainKey(titles[field]) === key);
}

/** The row with the cells of the block; a cell that cannot be read leaves the whole row out. */
function fill<Row, Field extends string>(
  row: Row,
  cells: readonly string[],
  fields: readonly (Field | undefined)[],
  { edits, titles }: PasteShape<Row, Field>,
  locale: string,
): Row | string {
  let next = row;
  for (const [column, field] of fields.entries()) {
    const cell = cells[column];
    const edit = field && edits[field];
    if (field === undefined || !edit || cell === undefined) continue;
    const typed = readTyped(cell, edit.type, locale);
    if (!typed.ok) return text.cell(titles[field], typed.error);
    const result = edit.set(next, typed.value);
    if (typeof result === 'string') return text.cell(titles[field], result);
    next = result;
  }
  return next;
}

/** A customer of a sheet. */
interface Named {
  /** The id as it is matched. */
  readonly key: string;
  readonly customer: string;
}

/** Finds by id, else by a name that only one customer has; or why none is found. */
export function customerFinder<Row extends Named>(rows: readonly Row[]): (wanted: string) => Row | string {
  const nameKey = (name: string): string => name.trim().toLowerCase();
  const byId = new Map(rows.map((row) => [row.key, row]));
  const byName = new Map<string, Row[]>();
  for (const row of rows)
    if (row.customer !== '') byName.set(nameKey(row.customer), [...(byName.get(nameKey(row.customer)) ?? []), row]);
  return (wanted) => {
    if (wanted.trim() === '') return text.empty;
    const own = byId.get(idKey(wanted.trim()));
    if (own) return own;
    const [first, ...others] = byName.get(nameKey(wanted)) ?? [];
    return others.length > 0 ? text.ambiguous : (first ?? text.unknown);
  };
}
