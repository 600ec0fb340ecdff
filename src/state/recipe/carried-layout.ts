/** How tables are shown and what was added to them, as a recipe carries it: whatever speaks of somebody stays behind, and is counted. */
import type { IsName, LeftOut, LeftOutKind } from '../../core/recipe/left-out.ts';
import { isFormula, plainValue } from '../../sheet/calculation/parsed.ts';
import type { ColumnFormula, NamedValue, OwnSheet, PivotSpec, SavedView } from '../../sheet/model/workbook-parts.ts';
import type { WorkbookDocument } from '../document.ts';
import { type Carrying, carriedView, staysFilter, staysKey } from './carried-view.ts';
import { FormulaJudge } from './formula-judge.ts';
import type { RecipeLayout } from './layout.ts';

export interface LayoutChoice {
  readonly isName: IsName;
  readonly leftOut: LeftOut;
  /** What was typed into cells of own sheets goes along, where it mentions nobody. */
  readonly cells: boolean;
}

/** Tables whose views are kept under words of ours; others are pivots. */
const OUR_TABLE = /^[a-z-]+$/;

export function carriedLayout(document: WorkbookDocument, choice: LayoutChoice): RecipeLayout {
  return new LayoutCarrier(document, choice).layout();
}

class LayoutCarrier {
  private readonly document: WorkbookDocument;
  private readonly choice: LayoutChoice;
  private readonly judge: FormulaJudge;

  constructor(document: WorkbookDocument, choice: LayoutChoice) {
    this.document = document;
    this.choice = choice;
    const { formulas, savedViews } = document;
    this.judge = new FormulaJudge([...formulas, ...savedViews.flatMap((view) => view.formulas)], choice.isName);
  }

  layout(): RecipeLayout {
    const { document, choice } = this;
    const sheets = this.settled('sheets', document.sheets, ({ name }) => !choice.isName(name));
    const { names, formulas } = this.namesAndFormulas();
    const carrying: Carrying = { ...choice, computed: new Set(formulas.map(({ key }) => key)) };
    const pivots = document.pivots.flatMap((pivot) => this.pivot(pivot, carrying));
    const ids = new Set(pivots.map(({ id }) => id));
    const tables = [...document.tables].filter(([name]) => OUR_TABLE.test(name) || ids.has(name));
    return {
      tables: new Map(tables.map(([name, view]) => [name, carriedView(view, name, carrying)])),
      extras: this.extras(document.shownExtras),
      formulas,
      names: names.map((name) => this.withoutNote(name)),
      sheets: sheets.map((sheet) => this.sheet(sheet, carrying)),
      pivots,
      savedViews: document.savedViews.flatMap((view) => this.savedView(view, carrying)),
    };
  }

  /** Each may read the other. */
  private namesAndFormulas(): Pick<RecipeLayout, 'names' | 'formulas'> {
    let { names, formulas } = this.document;
    for (;;) {
      const before = names.length + formulas.length;
      names = this.settled('names', names, (one) => this.staysName(one));
      formulas = this.settled('columns', formulas, (one) => this.staysFormula(one));
      if (names.length + formulas.length === before) return { names, formulas };
    }
  }

  /** Those that stay, once nothing that stays reads what does not. */
  private settled<T extends { readonly name: string } | { readonly title: string }>(
    kind: 'columns' | 'names' | 'sheets',
    list: readonly T[],
    stays: (one: T) => boolean,
  ): readonly T[] {
    let kept = list;
    for (;;) {
      const next = kept.filter((one) => {
        const isKept = stays(one);
        if (!isKept) this.leave(kind, 'name' in one ? one.name : one.title);
        return isKept;
      });
      if (next.length === kept.length) return kept;
      kept = next;
    }
  }

  private leave(kind: 'columns' | 'names' | 'sheets', name: string): void {
    const kinds = { columns: 'formulas', names: 'names', sheets: 'sheets' } as const satisfies Record<
      string,
      LeftOutKind
    >;
    this.judge.leaveBehind(kind, name);
    this.choice.leftOut.note(kinds[kind], name, name);
  }

  private staysFormula({ title, formula, format }: ColumnFormula): boolean {
    const { isName } = this.choice;
    return !isName(title) && !isName(format.currency ?? '') && this.judge.carries(formula);
  }

  /** Numbers and formulas; a text may be anybody's. */
  private staysName({ name, text, unit, least, most }: NamedValue): boolean {
    const { isName } = this.choice;
    if ([name, unit, least, most].some(isName)) return false;
    return isFormula(text) ? this.judge.carries(text) : typeof plainValue(text) !== 'string';
  }

  private withoutNote(name: NamedValue): NamedValue {
    if (name.note !== '') this.choice.leftOut.note('notes', `name ${name.name}`);
    return { ...name, note: '' };
  }

  private extras(names: readonly string[]): readonly string[] {
    return names.filter((name) => !this.choice.isName(name.replace(/^x:/, '')));
  }

  private sheet(sheet: OwnSheet, carrying: Carrying): OwnSheet {
    const cells = Object.entries(sheet.cells).filter(([address, text]) => {
      const stays = (isFormula(text) || this.choice.cells) && this.judge.carries(text);
      if (!stays) this.choice.leftOut.note('cells', JSON.stringify([sheet.id, address]));
      return stays;
    });
    return { ...sheet, cells: Object.fromEntries(cells), view: carriedView(sheet.view, sheet.id, carrying) };
  }

  private pivot(pivot: PivotSpec, carrying: Carrying): readonly PivotSpec[] {
    const { isName, leftOut } = this.choice;
    const fields = [...pivot.rows, ...pivot.columns, ...pivot.values];
    if (isName(pivot.name) || !fields.every(({ key }) => staysKey(key, carrying))) {
      leftOut.note('pivots', pivot.id, pivot.name);
      return [];
    }
    const filters = pivot.filters.filter(([key, filter]) => {
      const stays = staysKey(key, carrying) && staysFilter(key, filter, isName);
      if (!stays) leftOut.note('filters', JSON.stringify([pivot.id, key]));
      return stays;
    });
    return [{ ...pivot, filters }];
  }

  private savedView(saved: SavedView, { computed }: Carrying): readonly SavedView[] {
    const { choice } = this;
    const { name, table, view, formulas, extras } = saved;
    if (choice.isName(name) || !OUR_TABLE.test(table)) {
      choice.leftOut.note('views', JSON.stringify([table, name]), name);
      return [];
    }
    const kept = formulas.filter((one) => {
      const stays = this.staysFormula(one);
      if (!stays) choice.leftOut.note('formulas', one.title, one.title);
      return stays;
    });
    const own = { ...choice, computed: new Set([...computed, ...kept.map(({ key }) => key)]) };
    const carried = { name, table, view: carriedView(view, `${table} ${name}`, own), formulas: kept };
    const shown = extras && this.extras(extras);
    return [shown && shown.length > 0 ? { ...carried, extras: shown } : carried];
  }
}
