/** The portfolio sheet: how the document says it is shown, and the rows that follow from it. */
import type { Day } from '../../core/days.ts';
import { arrangeText } from '../../core/text/en/arrange.ts';
import type { RowView } from '../../sheet/arrange/arrange.ts';
import type { ColumnLooks } from '../../sheet/arrange/marks.ts';
import type { KnownRanks } from '../../sheet/arrange/sort-steps.ts';
import type { UnitTotal } from '../../sheet/arrange/subtotals.ts';
import type { ConditionalMark, TableView } from '../../sheet/model/table-view.ts';
import { shownKeys } from '../../sheet/model/view-changes.ts';
import type { Workbook } from '../../state/workbook.svelte.ts';
import { type Calculation, calculationOf } from '../calculation/calculation.svelte.ts';
import { emptyMap } from '../table/copies.ts';
import { DocumentTable } from '../table/document-table.svelte.ts';
import { LatestSteps } from '../table/latest-steps.ts';
import type { TableHandle } from '../table/table.ts';
import { type ArrangedRows, arrangedRows, markedColumns } from './arranged-rows.ts';
import type { SheetColumn } from './columns.ts';
import type { SheetData } from './sheet-data.ts';
import { columnTotals } from './summed.ts';

/** Milliseconds after the last letter at which a search becomes a step of the history. */
const REMEMBER_AFTER = 600;
export class Sheet implements TableHandle {
  /** The last finished arrangement; a newer one may be under way. */
  arranged: ArrangedRows | undefined = $state.raw();
  arranging: boolean = $state(false);
  looks: ReadonlyMap<string, ColumnLooks> = $state.raw(emptyMap());
  /** Sums of the rows that pass the filters, by column; of the last finished arrangement. */
  totals: ReadonlyMap<string, readonly UnitTotal[]> = $state.raw(emptyMap());
  private typed: string | undefined = $state();
  private readonly table: TableHandle;
  private readonly calculation: Pick<Calculation, 'columns'>;
  /** All columns that can show, in their own order. */
  readonly all: readonly SheetColumn[] = $derived.by(() => this.calculation.columns);
  private readonly ranks: KnownRanks = new WeakMap();
  private readonly rows = new LatestSteps();
  private readonly marking = new LatestSteps();
  private readonly adding = new LatestSteps();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(table: TableHandle, calculation: Pick<Calculation, 'columns'>) {
    this.table = table;
    this.calculation = calculation;
  }

  get view(): TableView {
    return this.table.view;
  }

  /** The columns that show, in their order. */
  readonly columns: readonly SheetColumn[] = $derived.by(() => {
    const keys = shownKeys(
      this.all.map(({ key }) => key),
      this.table.view,
    );
    return keys.flatMap((key) => this.all.find((column) => column.key === key) ?? []);
  });

  /** What is searched for, while it is typed already. */
  get find(): string {
    return this.typed ?? this.view.find;
  }

  set find(text: string) {
    this.typed = text;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.typed = undefined;
      if (text !== this.view.find) this.change({ ...this.view, find: text }, arrangeText.steps.find(text));
    }, REMEMBER_AFTER);
  }

  change(view: TableView, what: string): void {
    this.table.change(view, what);
  }

  clearFilters(): void {
    clearTimeout(this.timer);
    this.typed = undefined;
    this.change({ ...this.view, filters: [], find: '' }, arrangeText.steps.clearFilters);
  }

  /** The portfolio row that a row of the view shows; undefined for the row of a group. */
  rowAt(viewRow: number): number | undefined {
    const row = this.arranged?.arrangement.rows[viewRow];
    return row === undefined || row < 0 ? undefined : row;
  }

  /** Works out the rows anew; a call ends the one before it. */
  async arrange(data: SheetData, view: RowView, asOf: Day): Promise<void> {
    this.arranging = true;
    const arranged = await this.rows.run(arrangedRows(data, this.columns, view, asOf, this.ranks));
    if (!arranged) return;
    this.arranging = false;
    this.arranged = arranged;
  }

  /** Works out which cells stand out. */
  async mark(data: SheetData, marks: readonly ConditionalMark[], asOf: Day): Promise<void> {
    this.looks = (await this.marking.run(markedColumns(data, marks, asOf))) ?? this.looks;
  }

  /** Adds up the rows that pass the filters. */
  async addUp({ data, arrangement }: ArrangedRows, columns: readonly SheetColumn[]): Promise<void> {
    this.totals = (await this.adding.run(columnTotals(columns, data, arrangement.order))) ?? this.totals;
  }
}

/** Under this name the document keeps how the sheet is shown. */
export const TABLE = 'portfolio';

const sheets = new WeakMap<Workbook, Sheet>();

/** The sheet of a workbook: its rows outlive the screen, which is built anew when it is opened. */
export function sheetOf(workbook: Workbook): Sheet {
  const known = sheets.get(workbook) ?? new Sheet(new DocumentTable(workbook, TABLE), calculationOf(workbook));
  sheets.set(workbook, known);
  return known;
}
