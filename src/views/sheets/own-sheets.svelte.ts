/** The own sheets of a workbook: which of them is open, and the changes that the document takes. */
import { ownSheetsText } from '../../core/text/en/own-sheets.ts';
import type { CellRange } from '../../sheet/formula/host.ts';
import type { OwnSheet } from '../../sheet/model/workbook-parts.ts';
import { type LineChange, changeLines, moveCells } from '../../sheet/own/line-changes.ts';
import { type BlockCell, emptySheet, filledSheet, freeName, renameSheet } from '../../sheet/own/sheet-list.ts';
import { formulaParts } from '../../state/document.ts';
import type { Workbook } from '../../state/workbook.svelte.ts';

export interface SheetBlock {
  readonly name: string;
  readonly cells: readonly (readonly BlockCell[])[];
  readonly headers: boolean;
}

/** What of a workbook own sheets are kept in. */
export type SheetsBook = Pick<Workbook, 'document' | 'gate' | 'following' | 'locale'>;

export class OwnSheets {
  private readonly workbook: SheetsBook;
  private activeId: string = $state('');

  constructor(workbook: SheetsBook) {
    this.workbook = workbook;
  }

  get all(): readonly OwnSheet[] {
    return this.workbook.document.sheets;
  }

  /** The open sheet; undefined while there is none. */
  get active(): OwnSheet | undefined {
    return this.all.find(({ id }) => id === this.activeId) ?? this.all[0];
  }

  byId(id: string): OwnSheet | undefined {
    return this.all.find((sheet) => sheet.id === id);
  }

  get locked(): boolean {
    return this.workbook.following;
  }

  open(id: string): void {
    this.activeId = id;
  }

  /** A name for the next sheet. */
  get nextName(): string {
    return freeName(this.all, ownSheetsText.numbered);
  }

  add(): void {
    const sheet = emptySheet(this.all, this.nextName);
    this.append(sheet, ownSheetsText.steps.new(sheet.name));
  }

  /** A sheet of a block of cells. @returns how many of them lay beyond the limits */
  addBlock({ name, cells, headers }: SheetBlock, step: (name: string) => string): number {
    const { sheet, left } = filledSheet(emptySheet(this.all, name), cells, this.workbook.locale, headers);
    this.append(sheet, step(name));
    return left;
  }

  duplicate(sheet: OwnSheet): void {
    const name = freeName(this.all, (number) => ownSheetsText.copyOf(sheet.name, number));
    const { id } = emptySheet(this.all, name);
    this.append({ ...sheet, id, name }, ownSheetsText.steps.duplicate(name));
  }

  rename(sheet: OwnSheet, name: string): void {
    const parts = renameSheet(formulaParts(this.workbook.document), sheet, name);
    this.workbook.gate.dispatch({ kind: 'set-parts', parts, what: ownSheetsText.steps.rename(name) });
  }

  /** Formulas that read the sheet say `#REF!` until it is there again. */
  remove(sheet: OwnSheet): void {
    const at = this.all.indexOf(sheet);
    const sheets = this.all.filter((one) => one !== sheet);
    this.workbook.gate.dispatch({ kind: 'set-sheets', sheets, what: ownSheetsText.steps.remove(sheet.name) });
    this.activeId = (sheets[at] ?? sheets[at - 1])?.id ?? '';
  }

  /** @param what the step, in the words of the history */
  change(sheet: OwnSheet, what: string): void {
    this.workbook.gate.dispatch({ kind: 'set-sheet', sheet, what });
  }

  changeLines(sheet: OwnSheet, change: LineChange): void {
    const { steps } = ownSheetsText;
    const count = Math.abs(change.count);
    const words =
      change.axis === 'row'
        ? change.count > 0
          ? steps.insertRows
          : steps.deleteRows
        : change.count > 0
          ? steps.insertColumns
          : steps.deleteColumns;
    const parts = changeLines(formulaParts(this.workbook.document), sheet, change);
    this.workbook.gate.dispatch({ kind: 'set-parts', parts, what: words(count, sheet.name) });
  }

  move(sheet: OwnSheet, from: CellRange, to: { readonly row: number; readonly column: number }, what: string): void {
    const parts = moveCells(formulaParts(this.workbook.document), sheet, from, to);
    this.workbook.gate.dispatch({ kind: 'set-parts', parts, what });
  }

  private append(sheet: OwnSheet, what: string): void {
    this.workbook.gate.dispatch({ kind: 'set-sheets', sheets: [...this.all, sheet], what });
    this.open(sheet.id);
  }
}

const known = new WeakMap<Workbook, OwnSheets>();

/** The own sheets of a workbook: which is open outlives the screen. */
export function ownSheetsOf(workbook: Workbook): OwnSheets {
  const sheets = known.get(workbook) ?? new OwnSheets(workbook);
  known.set(workbook, sheets);
  return sheets;
}
