/** Columns of numbers, texts and days as the grid's owner might hold them: sorted, filtered, grouped, edited and undone. */
import { type FindCells, matches } from '../../../../src/ui/grid/find/matches.ts';
import {
  CELL,
  type CellWrite,
  type GridColumn,
  type GridEdits,
  type GridSource,
  type RefusedWrite,
  type SortKey,
} from '../../../../src/ui/grid/source.ts';

const WORDS = ['Contoso', 'Fabrikam', 'Northwind', 'Tailspin', 'Woodgrove', 'Adatum', 'Litware', 'Proseware'];
const BITS = 64;
const NOTHING = new Int32Array(0);
const LARGEST = 65_535;

type Patch = readonly (readonly [key: number, before: string | undefined, after: string | undefined])[];

/** Kinds of columns, one after the other: a name, a number, a choice, a figure that nobody may change. */
type Kind = 'name' | 'number' | 'choice' | 'fixed';
const KINDS: readonly Kind[] = ['name', 'number', 'choice', 'number', 'fixed'];
const CHOICES = ['monthly', 'annual', 'triennial'];

export class GridData {
  readonly rows: number;
  readonly #columns: readonly Uint16Array[];
  readonly #overrides = new Map<number, string>();
  #undo: Patch[] = [];
  #redo: Patch[] = [];
  /** Rows of the view, in their order: a row of the data, or −1 − the number of a group. */
  #view: Int32Array;
  #order: readonly number[];
  #hidden: ReadonlySet<number> = new Set();
  #frozenColumns = 1;
  #filter = 0;
  #grouped = false;
  #closed: ReadonlySet<number> = new Set();
  frozenRows = 0;
  sort: readonly SortKey[] = [];
  /** What was opened last. */
  opened: readonly [number, number] | undefined;

  readonly #changed: () => void;

  /** @param changed called whenever anything shows otherwise */
  constructor(rows: number, columns: number, changed: () => void) {
    this.rows = rows;
    this.#changed = changed;
    this.#columns = Array.from({ length: columns }, (_, column) => {
      const values = new Uint16Array(rows);
      for (let row = 0; row < rows; row++) values[row] = (Math.imul(row + 1, 2654435761) ^ (column * 40503)) >>> 17;
      return values;
    });
    this.#order = this.#columns.map((_, index) => index);
    this.#view = Int32Array.from({ length: rows }, (_, row) => row);
  }

  /** The shown columns as they are in the data. */
  get shown(): readonly number[] {
    return this.#order.filter((column) => !this.#hidden.has(column));
  }

  /** The text of a cell of the data. */
  textOf(row: number, column: number): string {
    const override = this.#overrides.get(row * BITS + column);
    if (override !== undefined) return override;
    const value = this.#columns[column]?.[row] ?? 0;
    const kind = kindOf(column);
    if (kind === 'name') return `${WORDS[value % WORDS.length] ?? ''} ${String(value)}`;
    if (kind === 'choice') return CHOICES[value % CHOICES.length] ?? '';
    return String(value);
  }

  /** The text that the grid has to show: the model's own account, apart from the grid's source. */
  expected(viewRow: number, viewColumn: number): string {
    const row = this.#view[viewRow] ?? -1;
    const column = this.shown[viewColumn] ?? 0;
    return row < 0 ? '' : this.textOf(row, column);
  }

  readonly setSort = (keys: readonly SortKey[]): void => {
    this.sort = keys;
    this.arrange();
  };

  readonly open = (row: number, column: number): void => {
    this.opened = [row, column];
  };

  readonly moveColumn = (from: number, to: number): void => {
    const shown = [...this.shown];
    const [moved] = shown.splice(from, 1);
    if (moved === undefined) return;
    shown.splice(to, 0, moved);
    this.#order = [...shown, ...this.#hidden];
    this.#changed();
  };

  readonly hide = (column: number): void => {
    const hidden = this.shown[column];
    if (hidden !== undefined) this.#hidden = new Set([...this.#hidden, hidden]);
    this.#changed();
  };

  readonly freeze = (columns: number, rows: number): void => {
    this.#frozenColumns = columns;
    this.frozenRows = rows;
    this.#changed();
  };

  readonly toggle = (viewRow: number): void => {
    const group = -1 - (this.#view[viewRow] ?? 0);
    const closed = new Set(this.#closed);
    if (!closed.delete(group)) closed.add(group);
    this.#closed = closed;
    this.arrange();
  };

  /** Shows every `step`th row only; 0 for all. */
  setFilter(step: number): void {
    this.#filter = step;
    this.arrange();
  }

  group(grouped: boolean): void {
    this.#grouped = grouped;
    this.arrange();
  }

  /** Works the rows of the view out anew. */
  arrange(): void {
    let rows = Int32Array.from({ length: this.rows }, (_, row) => row);
    if (this.#filter > 0) rows = rows.filter((row) => row % this.#filter === 0);
    const [key] = this.sort;
    if (key !== undefined) {
      const values = this.#columns[Number(key.key.slice(1))];
      rows = sorted(rows, (row) => (key.descending ? LARGEST - (values?.[row] ?? 0) : (values?.[row] ?? 0)));
    }
    this.#view = this.#grouped ? this.#withGroups(rows) : rows;
    this.#changed();
  }

  /** False when there was nothing to undo. */
  undo(): boolean {
    return this.#step(this.#undo, this.#redo, 1);
  }

  redo(): boolean {
    return this.#step(this.#redo, this.#undo, 2);
  }

  get view(): Int32Array {
    return this.#view;
  }

  get overrides(): number {
    return this.#overrides.size;
  }

  readonly edits: GridEdits = {
    refusal: (row, column) => {
      if ((this.#view[row] ?? -1) < 0) return 'Subtotals are worked out.';
      return kindOf(this.shown[column] ?? 0) === 'fixed' ? 'This column is worked out.' : undefined;
    },
    editText: (row, column) => this.expected(row, column),
    choices: (_, column) => (kindOf(this.shown[column] ?? 0) === 'choice' ? CHOICES : undefined),
    check: (_, column, text) => wrongIn(kindOf(this.shown[column] ?? 0), text),
    write: (writes) => this.#write(writes),
    fill: (texts, count, { copy = false, backward = false }) => {
      const numbers = texts.map(Number);
      const [first = 0, second = first + 1] = numbers;
      if (copy || texts.length === 0 || numbers.some((number) => !Number.isInteger(number)) || texts.includes('')) {
        return Array.from({ length: count }, (_, index) => {
          const at = backward ? texts.length - 1 - (index % texts.length) : index % texts.length;
          return texts[at] ?? '';
        });
      }
      const step = second - first;
      const end = backward ? first : (numbers.at(-1) ?? first);
      return Array.from({ length: count }, (_, index) => String(end + (backward ? -1 : 1) * step * (index + 1)));
    },
    parse: ({ text }) =>
      text === ''
        ? undefined
        : text
            .replace(/\r?\n$/, '')
            .split(/\r?\n/)
            .map((line) => line.split('\t')),
    revert: (rows, columns) => {
      const keys = rows.flatMap((row) => columns.map((column) => this.#keyOf(row, column)));
      this.#apply(keys.map((key) => [key, this.#overrides.get(key), undefined]));
    },
  };

  readonly find: FindCells = {
    search: (text, options) => {
      const found: { row: number; column: number }[] = [];
      const columns = options.column === undefined ? this.shown.map((_, index) => index) : [options.column];
      for (let row = 0; row < this.#view.length; row++) {
        for (const column of columns)
          if (matches(this.expected(row, column), text, options)) found.push({ row, column });
      }
      return Promise.resolve(found);
    },
  };

  #write(writes: readonly CellWrite[]): readonly RefusedWrite[] {
    const refused: RefusedWrite[] = [];
    const patch: [number, string | undefined, string | undefined][] = [];
    for (const write of writes) {
      const reason =
        this.edits.refusal(write.row, write.column) ?? wrongIn(kindOf(this.shown[write.column] ?? 0), write.text);
      if (reason !== undefined) refused.push({ ...write, reason });
      else {
        const key = this.#keyOf(write.row, write.column);
        patch.push([key, this.#overrides.get(key), write.text]);
      }
    }
    this.#apply(patch);
    return refused;
  }

  #apply(patch: Patch): void {
    if (patch.length === 0) return;
    this.#undo.push(patch);
    this.#redo = [];
    for (const [key, , after] of patch) this.#put(key, after);
    this.#changed();
  }

  #step(from: Patch[], to: Patch[], side: 1 | 2): boolean {
    const patch = from.pop();
    if (patch === undefined) return false;
    to.push(patch);
    for (const change of side === 1 ? [...patch].reverse() : patch) this.#put(change[0], change[side]);
    this.#changed();
    return true;
  }

  #put(key: number, text: string | undefined): void {
    if (text === undefined) this.#overrides.delete(key);
    else this.#overrides.set(key, text);
  }

  #keyOf(viewRow: number, viewColumn: number): number {
    return (this.#view[viewRow] ?? 0) * BITS + (this.shown[viewColumn] ?? 0);
  }

  #withGroups(rows: Int32Array): Int32Array {
    const groups = WORDS.map((_, group) => rows.filter((row) => this.#groupOf(row) === group));
    const open = (group: number): Int32Array => (this.#closed.has(group) ? NOTHING : (groups[group] ?? NOTHING));
    const result = new Int32Array(WORDS.reduce((sum, _, group) => sum + 1 + open(group).length, 0));
    let at = 0;
    for (const group of WORDS.keys()) {
      result[at] = -1 - group;
      result.set(open(group), at + 1);
      at += 1 + open(group).length;
    }
    return result;
  }

  #groupOf(row: number): number {
    return (this.#columns[0]?.[row] ?? 0) % WORDS.length;
  }

  /** What the grid draws from, as it is now. */
  makeSource(): GridSource {
    const [view, shown, closed] = [this.#view, this.shown, this.#closed];
    const dataRow = (row: number): number => view[row] ?? -1;
    const base: GridSource = {
      rows: view.length,
      columns: shown.map((column, index) => columnOf(column, index < this.#frozenColumns)),
      text: (row, column) => (dataRow(row) < 0 ? '' : this.textOf(dataRow(row), shown[column] ?? 0)),
      number: (row, column) => Number(this.expected(row, column)) || undefined,
      flags: (row, column) =>
        this.#overrides.has(dataRow(row) * BITS + (shown[column] ?? 0)) && dataRow(row) >= 0 ? CELL.override : 0,
      look: (row, column) => lookOf(kindOf(shown[column] ?? 0), shown[column] ?? 0, this.expected(row, column)),
    };
    if (!this.#grouped) return base;
    return {
      ...base,
      groupAt: (row) => {
        const group = -1 - dataRow(row);
        if (group < 0) return undefined;
        return { level: 1, label: WORDS[group] ?? '', count: this.rows, closed: closed.has(group) };
      },
    };
  }
}

/** A counting sort: rows with the same key keep their order. */
function sorted(rows: Int32Array, key: (row: number) => number): Int32Array<ArrayBuffer> {
  const starts = new Int32Array(LARGEST + 2);
  for (const row of rows) starts[key(row) + 1] = (starts[key(row) + 1] ?? 0) + 1;
  for (let value = 1; value < starts.length; value++) starts[value] = (starts[value] ?? 0) + (starts[value - 1] ?? 0);
  const result = new Int32Array(rows.length);
  for (const row of rows) {
    const place = starts[key(row)] ?? 0;
    result[place] = row;
    starts[key(row)] = place + 1;
  }
  return result;
}

function kindOf(column: number): Kind {
  return KINDS[column % KINDS.length] ?? 'name';
}

function wrongIn(kind: Kind, text: string): string | undefined {
  if (kind === 'number' && text !== '' && !/^-?\d+$/.test(text)) return 'Whole numbers only.';
  return kind === 'choice' && text !== '' && !CHOICES.includes(text) ? 'Pick one from the list.' : undefined;
}

function lookOf(kind: Kind, column: number, text: string): ReturnType<NonNullable<GridSource['look']>> {
  const value = Number(text);
  if (kind === 'fixed') return { bar: value / 32768 };
  if (kind !== 'number' || column % 2 === 0 || value < 30_000) return undefined;
  return { look: value > 32_000 ? 'bad' : value > 31_000 ? 'warning' : 'good' };
}

function columnOf(column: number, frozen: boolean): GridColumn {
  const kind = kindOf(column);
  const isNumber = kind === 'number' || kind === 'fixed';
  return {
    key: `c${String(column)}`,
    title: `${{ name: 'Customer', number: 'Seats', choice: 'Term', fixed: 'Total' }[kind]} ${String(column)}`,
    kind: isNumber ? 'number' : 'text',
    align: isNumber ? 'end' : 'start',
    width: isNumber ? 90 : 130,
    frozen,
    sortable: true,
  };
}
