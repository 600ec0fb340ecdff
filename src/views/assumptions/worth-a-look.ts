/** What may need the user's eye: rows without a price, notes of the engine, questions that are open. */
import { ZERO, parseExact } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import { dayAt, textAt } from '../../core/table.ts';
import { assumptionsText } from '../../core/text/en/assumptions.ts';
import type { Simulation, TwinCandidate } from '../../sim/types.ts';
import type { Workbook } from '../../state/workbook.svelte.ts';
import type { TableColumn } from '../../ui/table-column.ts';

const text = assumptionsText.look;

/** A list to be read in a dialog. */
export interface LookList {
  readonly intro: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
  /** How many there are; `rows` may hold fewer. */
  readonly total: number;
}

export interface LookItem {
  readonly key: string;
  readonly text: string;
  /** Undefined: the Files screen answers it. */
  readonly list?: () => LookList;
}

/** Longer lists are for files. */
export const MAX_LISTED = 500;

type Workspace = Pick<NonNullable<Workbook['workspace']>, 'portfolio' | 'questions'>;

interface LookInput {
  readonly simulation: Simulation | undefined;
  readonly workspace: Workspace | undefined;
  readonly twins: readonly TwinCandidate[];
  readonly format: Format;
}

/** The items that have something to say, in the order of how much they change figures. */
export function worthALook({ simulation, workspace, twins, format }: LookInput): readonly LookItem[] {
  const items: LookItem[] = [];
  if (simulation && workspace) items.push(...unpricedItem(simulation, workspace), ...noteItems(simulation, format));
  const waiting = (workspace?.questions ?? []).reduce((sum, { rows }) => sum + rows, 0);
  if (waiting > 0) items.push({ key: 'questions', text: text.questions(waiting) });
  if (twins.length > 0) items.push({ key: 'twins', text: text.twins(twins.length) });
  return items;
}

function unpricedItem({ unpriced }: Simulation, { portfolio }: Workspace): readonly LookItem[] {
  if (unpriced.length === 0) return [];
  const cell = (name: string, row: number): string => textAt(portfolio.columns.get(name), row);
  const list = (): LookList => ({
    intro: text.intro.unpriced,
    columns: [text.columns.customer, text.columns.product, text.columns.id, text.columns.reason].map((title) => ({
      title,
    })),
    rows: unpriced
      .slice(0, MAX_LISTED)
      .map(({ row, id, reason }) => [
        cell('customerName', row) || cell('customerId', row),
        cell('offerName', row) || `${cell('productId', row)} ${cell('skuId', row)}`,
        id,
        reason,
      ]),
    total: unpriced.length,
  });
  return [{ key: 'unpriced', text: text.unpriced(unpriced.length), list }];
}

function noteItems(simulation: Simulation, format: Format): readonly LookItem[] {
  const { table } = simulation;
  const cell = (name: string, row: number): string => textAt(table.columns.get(name), row);
  const titles = (...names: readonly (keyof typeof text.columns)[]): readonly TableColumn[] =>
    names.map((name) => ({ title: text.columns[name] }));
  const subscription = (row: number): readonly string[] => [
    cell('customer', row) || cell('customerId', row),
    cell('product', row),
    cell('id', row),
  ];
  const differs = distinctSkus(simulation, rowsWithNote(simulation, 'est-list-differs'));
  const unknown = rowsWithNote(simulation, 'promotion-unknown');
  const boundary = rowsWithNote(simulation, 'boundary-day');
  const item = (
    key: keyof typeof text.intro,
    rows: readonly number[],
    columns: readonly TableColumn[],
    line: (row: number) => readonly string[],
  ): readonly LookItem[] =>
    rows.length === 0
      ? []
      : [{ key, text: text[key](rows.length), list: () => listOf(text.intro[key], columns, rows, line) }];
  return [
    ...item('listDiffers', differs, titles('product', 'sku', 'estUnit'), (row) => [
      cell('product', row),
      `${cell('productId', row)}:${cell('skuId', row)}`,
      `${format.exact(parseExact(cell('estUnit', row)) ?? ZERO, [2, 10])} ${cell('currency', row)}`,
    ]),
    ...item('promotionUnknown', unknown, titles('customer', 'product', 'id'), subscription),
    ...item('boundaryDay', boundary, titles('customer', 'product', 'id', 'termEnd'), (row) => [
      ...subscription(row),
      dayText(dayAt(table.columns.get('termEnd'), row), format),
    ]),
  ];
}

function listOf(
  intro: string,
  columns: readonly TableColumn[],
  rows: readonly number[],
  line: (row: number) => readonly string[],
): LookList {
  return { intro, columns, rows: rows.slice(0, MAX_LISTED).map(line), total: rows.length };
}

function dayText(day: number | undefined, format: Format): string {
  return day === undefined ? '' : format.day(day);
}

/** Rows of the result table that carry a note; each text of the dictionary is read once. */
function rowsWithNote({ table }: Simulation, note: string): readonly number[] {
  const notes = table.columns.get('notes');
  if (notes?.kind !== 'text') return [];
  const has = notes.values.map((value) => value.split(' ').includes(note));
  const rows: number[] = [];
  if (has.includes(true)) for (let row = 0; row < table.rows; row++) if (has[notes.codes[row] ?? 0]) rows.push(row);
  return rows;
}

/** The first row of each SKU. Texts are compared only between rows whose dictionary codes differ. */
function distinctSkus({ table }: Simulation, rows: readonly number[]): readonly number[] {
  const columns = ['productId', 'skuId', 'segment', 'currency'].map((name) => table.columns.get(name));
  const texts = columns.filter((column) => column?.kind === 'text');
  const byCodes = firstOfEach(rows, (row) =>
    texts.reduce((key, { codes, values }) => key * values.length + (codes[row] ?? 0), 0),
  );
  return firstOfEach(byCodes, (row) => texts.map((column) => textAt(column, row)).join(' '));
}

/** The first of the rows with each key. */
function firstOfEach(rows: readonly number[], keyOf: (row: number) => string | number): readonly number[] {
  const first = new Map<string | number, number>();
  for (const row of rows) {
    const key = keyOf(row);
    if (!first.has(key)) first.set(key, row);
  }
  return [...first.values()];
}
