/** Rejected rows of a file, kept beside the dataset as one more table and read only when somebody asks. */
import { CountBuilder, TextBuilder } from '../core/column-builders.ts';
import { type Column, type Table, countAt, textAt } from '../core/table.ts';

/** A row or cell of the source file that was not taken over. */
export interface Reject {
  /** Line in the source file; a header is line 1. */
  readonly row: number;
  /** Empty when the whole row was rejected. */
  readonly column: string;
  readonly code: string;
  readonly message: string;
  /** The original text, unshortened. */
  readonly text: string;
}

const TEXTS = ['column', 'code', 'message', 'text'] as const;

export function rejectsToTable(rejects: readonly Reject[]): Table {
  const rows = new CountBuilder();
  const texts = TEXTS.map((name) => ({ name, builder: new TextBuilder() }));
  for (const reject of rejects) {
    rows.push(reject.row);
    for (const { name, builder } of texts) builder.push(reject[name]);
  }
  const columns = new Map<string, Column>([['row', rows.finish()]]);
  for (const { name, builder } of texts) columns.set(name, builder.finish());
  return { rows: rejects.length, columns };
}

export function rejectsOfTable({ rows, columns }: Table): Reject[] {
  const text = (name: (typeof TEXTS)[number], row: number): string => textAt(columns.get(name), row);
  return Array.from({ length: rows }, (_, row) => ({
    row: countAt(columns.get('row'), row) ?? 0,
    column: text('column', row),
    code: text('code', row),
    message: text('message', row),
    text: text('text', row),
  }));
}
