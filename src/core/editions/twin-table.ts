/** Imported files as the consultant's edition may know them: only columns with a known fate, with pseudonyms for names and ids. */
import * as columnsOfKinds from '../schema/columns.ts';
import type { Dataset, DatasetDefaults, DatasetKind } from '../schema/dataset.ts';
import { type Column, SOURCE_ROW, type Table, type TextColumn, takeRows } from '../table.ts';
import { compareCodeUnits } from '../compare-text.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { type Fate, FATES, OWN_COLUMNS, PUBLIC_KINDS, type Vocabulary } from './roles.ts';

/** What became of a column of a kind of file. The names of columns that no format has are data too: they are counted under ''. */
export interface ColumnFate {
  readonly kind: DatasetKind;
  readonly column: string;
  readonly fate: Fate | 'dropped';
  /** Different texts that were there, of other columns 0. */
  readonly texts: number;
}

/** A dataset's twin, and the row of the original that each of its rows is; undefined: as they stood. */
export interface TwinDataset {
  readonly dataset: Dataset;
  readonly order: Uint32Array | undefined;
  readonly fates: readonly ColumnFate[];
}

/** Undefined: nothing of this kind of file is taken over. */
export function twinDataset(source: Dataset, names: Pseudonyms, words: Vocabulary): TwinDataset | undefined {
  const { kind, table } = source;
  const fates = fatesOf(source);
  if (!fates) return undefined;
  const columns = new Map<string, Column>();
  const told: ColumnFate[] = [];
  for (const [name, column] of table.columns) {
    if (name === SOURCE_ROW) continue;
    const fate = Object.hasOwn(fates, name) ? fates[name] : undefined;
    const texts = column.kind === 'text' ? column.values.length - 1 : 0;
    told.push({ kind, column: isNamed(name) ? name : '', fate: fate ?? 'dropped', texts });
    if (fate !== undefined) columns.set(name, twinColumn(column, fate, names, words));
  }
  const isPublic = PUBLIC_KINDS.has(kind);
  const lines = table.columns.get(SOURCE_ROW);
  if (isPublic && lines) columns.set(SOURCE_ROW, lines);
  const twin = { rows: table.rows, columns };
  const order = isPublic ? undefined : rowsInNoOrder(twin);
  return { dataset: infoOf(source, order ? arranged(twin, order) : twin, names, words), order, fates: told };
}

/** All columns of a public file stay, but for those that no format has, or that say whose it is. */
function fatesOf({ kind, table }: Dataset): Readonly<Record<string, Fate>> | undefined {
  if (!PUBLIC_KINDS.has(kind)) return FATES[kind];
  const published = [...table.columns.keys()].filter((name) => isNamed(name) && !OWN_COLUMNS.has(name));
  return Object.fromEntries(published.map((name) => [name, 'stays' as const]));
}

const NAMES = new Set(Object.values(columnsOfKinds).flatMap((kinds) => Object.keys(kinds)));

function isNamed(column: string): boolean {
  return NAMES.has(column);
}

function twinColumn(column: Column, fate: Fate, names: Pseudonyms, words: Vocabulary): Column {
  if (column.kind !== 'text' || fate === 'stays') return column;
  return textsOf(column, (text) => twinText(text, fate, names, words));
}

const MONTH = /^\d{4}-\d{2}$/;

/** What stands for the text of a cell. */
export function twinText(text: string, fate: Fate, names: Pseudonyms, words: Vocabulary): string {
  if (text === '' || fate === 'stays') return text;
  if (fate === 'trial') return /trial/i.test(text) ? 'Trial' : '';
  if (fate === 'month') return MONTH.test(text) ? text : '';
  if (fate === 'known') return words.has(text) ? text : names.of('value', text);
  return names.of(fate, text);
}

/** Only texts that a row has: a dictionary may hold what no row says any more. */
function textsOf({ codes, values }: TextColumn, twinOf: (text: string) => string): TextColumn {
  const made: string[] = [''];
  const codeOf = new Map<string, number>([['', 0]]);
  const known = new Map<number, number>([[0, 0]]);
  const codesOf = codes.map((code) => {
    const seen = known.get(code);
    if (seen !== undefined) return seen;
    const text = twinOf(values[code] ?? '');
    const own = codeOf.get(text) ?? made.push(text) - 1;
    codeOf.set(text, own);
    known.set(code, own);
    return own;
  });
  return { kind: 'text', codes: codesOf, values: made };
}

/** Rows by pseudonym, so that their order says nothing of the names. Rows of one id stay as they stood: the last of them counts. */
function rowsInNoOrder({ rows, columns }: Table): Uint32Array {
  const ids = columns.get('subscriptionId') ?? columns.get('customerId');
  const keyOf = (row: number): string => (ids?.kind === 'text' ? (ids.values[ids.codes[row] ?? 0] ?? '') : '');
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  return order.sort((a, b) => compareCodeUnits(keyOf(a), keyOf(b)) || a - b);
}

/** The rows in another order, with lines that count anew and dictionaries that do not tell the old one. */
function arranged(table: Table, order: Uint32Array): Table {
  const moved = takeRows(table, order);
  const columns = new Map<string, Column>();
  for (const [name, column] of moved.columns) {
    columns.set(name, column.kind === 'text' ? textsOf(column, (text) => text) : column);
  }
  columns.set(SOURCE_ROW, { kind: 'count', counts: order.map((_, row) => row + 2) });
  return { rows: table.rows, columns };
}

/** What is known of a file without its rows: nothing that a cell, a name or a path said. */
function infoOf(source: Dataset, table: Table, names: Pseudonyms, words: Vocabulary): Dataset {
  const { id, kind, sha256, ledger, order, defaults, listDate, importedOn, exportedOn } = source;
  return {
    id: names.hex(id),
    kind,
    file: names.of('file', source.file),
    sha256: names.hex(sha256),
    bytes: 0,
    ledger,
    diagnostics: [],
    order,
    ...(defaults && { defaults: defaultsOf(defaults, names, words) }),
    ...(listDate !== undefined && { listDate }),
    ...(importedOn !== undefined && { importedOn }),
    ...(exportedOn !== undefined && { exportedOn }),
    table,
  };
}

function defaultsOf(defaults: DatasetDefaults, names: Pseudonyms, words: Vocabulary): DatasetDefaults {
  const { customerId, ...rest } = defaults;
  const known = Object.entries(rest).map(([name, text]) => [name, twinText(text, 'known', names, words)] as const);
  return {
    ...Object.fromEntries(known),
    ...(customerId === undefined ? {} : { customerId: names.of('customerId', customerId) }),
  };
}
