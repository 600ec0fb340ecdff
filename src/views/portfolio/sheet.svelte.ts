/** What the user did to the sheet: sorting, filters, hidden columns; and the rows that follow from it. */
import type { Workbook } from '../../state/workbook.svelte.ts';
import { type Arrangement, type KnownRanks, type SheetSort, arrange } from './arrange.ts';
import type { ColumnFilter } from './column-filter.ts';
import { emptyMap, emptySet, withMember, withValue } from './copies.ts';
import { type ColumnKey, FROZEN, SHEET_COLUMNS, type SheetColumn } from './columns.ts';
import { inSlices } from './in-slices.ts';
import type { SheetData } from './sheet-data.ts';

/** Rows of one `SheetData` in their order. */
export interface ArrangedRows {
  readonly data: SheetData;
  readonly order: Uint32Array;
}

export class Sheet {
  sort: readonly SheetSort[] = $state.raw([]);
  filters: ReadonlyMap<ColumnKey, ColumnFilter> = $state.raw(emptyMap());
  find: string = $state('');
  hidden: ReadonlySet<ColumnKey> = $state.raw(emptySet());
  /** The last finished arrangement; a newer one may be under way. */
  arranged: ArrangedRows | undefined = $state.raw();
  arranging: boolean = $state(false);
  /** Columns of the files, beyond ours, that show. */
  extras: readonly SheetColumn[] = $state.raw([]);
  readonly columns = $derived([...SHEET_COLUMNS.filter(({ key }) => !this.hidden.has(key)), ...this.extras]);
  private readonly ranks: KnownRanks = new WeakMap();
  private running: AbortController | undefined;

  setFilter(key: ColumnKey, filter: ColumnFilter | undefined): void {
    this.filters = withValue(this.filters, key, filter);
  }

  clearFilters(): void {
    this.filters = emptyMap();
    this.find = '';
  }

  setHidden(key: ColumnKey, isHidden: boolean): void {
    if (key === FROZEN) return;
    this.hidden = withMember(this.hidden, key, isHidden);
  }

  showAll(): void {
    this.hidden = emptySet();
  }

  /** Works out the rows anew; a call ends the one before it. */
  async arrange(data: SheetData, arrangement: Arrangement): Promise<void> {
    this.running?.abort();
    const own = new AbortController();
    this.running = own;
    this.arranging = true;
    const order = await inSlices(arrange(data, arrangement, this.ranks), own.signal);
    if (own !== this.running) return;
    this.arranging = false;
    if (order) this.arranged = { data, order };
  }
}

const sheets = new WeakMap<Workbook, Sheet>();

/** The sheet of a workbook: its sorting and filters outlive the screen, which is built anew when it is opened. */
export function sheetOf(workbook: Workbook): Sheet {
  const known = sheets.get(workbook) ?? new Sheet();
  sheets.set(workbook, known);
  return known;
}
