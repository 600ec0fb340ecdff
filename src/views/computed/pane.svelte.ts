/** The formula line over the portfolio sheet: which column it is about, and what was begun and not kept yet. */
import type { MenuItem } from '../../ui/menu.ts';
import { formulaLineText } from '../../core/text/en/formula-line.ts';
import type { Workbook } from '../../state/workbook.svelte.ts';
import { calculationOf } from '../calculation/calculation.svelte.ts';
import { type Change, type ColumnDraft, deleteColumn, draftOf, keepColumn, newDraft } from './column-draft.ts';

export class FormulaPane {
  /** What is being written; undefined while the line only shows. */
  draft: ColumnDraft | undefined = $state.raw();
  /** Counts how often writing began, so that the line begins anew each time. */
  begun: number = $state(0);
  private readonly workbook: Workbook;

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  /** Begins a new column behind another. */
  add(after: string): void {
    this.begun++;
    this.draft = newDraft(after, calculationOf(this.workbook).columns);
  }

  /** Begins to change a column's formula. @param anew moves the focus there; else it is there already */
  edit(key: string, anew: boolean): void {
    const formula = this.workbook.document.formulas.find((one) => one.key === key);
    if (!formula) return;
    if (anew) this.begun++;
    this.draft = draftOf(formula);
  }

  close(): void {
    this.draft = undefined;
    this.begun++;
  }

  keep(formula: string): void {
    const { draft, workbook } = this;
    if (draft) this.write(keepColumn(workbook.document, draft, formula, calculationOf(workbook).columns));
    this.close();
  }

  remove(key: string): void {
    if (this.draft?.key === key) this.close();
    this.write(deleteColumn(this.workbook.document, key));
  }

  private write({ parts, what }: Change): void {
    this.workbook.gate.dispatch({ kind: 'set-parts', parts, what });
  }

  /** What the menu of a column offers. */
  items(key: string): readonly MenuItem[] {
    if (this.workbook.following) return [];
    const { column: text } = formulaLineText;
    const isComputed = this.workbook.document.formulas.some((one) => one.key === key);
    return [
      { text: text.insertAfter, icon: 'plus', onPick: () => this.add(key) },
      ...(isComputed
        ? [
            { text: text.edit, icon: 'pencil' as const, onPick: () => this.edit(key, true) },
            { text: text.remove, icon: 'trash' as const, onPick: () => this.remove(key) },
          ]
        : []),
    ];
  }
}

const panes = new WeakMap<Workbook, FormulaPane>();

/** The pane of a workbook: what was begun in it outlives the screen. */
export function formulaPaneOf(workbook: Workbook): FormulaPane {
  const known = panes.get(workbook) ?? new FormulaPane(workbook);
  panes.set(workbook, known);
  return known;
}
