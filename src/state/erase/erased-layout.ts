/** What a user added to tables, without what speaks of a customer. */
import type { Eraser } from '../../core/erase/eraser.ts';
import { eraseText } from '../../core/text/en/erase.ts';
import type { NamedValue, OwnSheet, PivotSpec, SavedView } from '../../sheet/model/workbook-parts.ts';
import type { WorkbookDocument } from '../document.ts';
import { erasedFilters, erasedView } from './erased-view.ts';

type Layout = Pick<
  WorkbookDocument,
  'filter' | 'tables' | 'shownExtras' | 'formulas' | 'names' | 'sheets' | 'pivots' | 'savedViews' | 'openViews'
>;

export function erasedLayout(document: WorkbookDocument, eraser: Eraser): Layout {
  return {
    filter: eraser.record('filters', { ...document.filter }),
    tables: new Map(
      [...document.tables].flatMap(([name, view]) =>
        eraser.list('views', [name]).map((kept) => [kept, erasedView(view, eraser)] as const),
      ),
    ),
    shownExtras: eraser.list('views', document.shownExtras),
    formulas: eraser.list('formulas', document.formulas),
    names: eraser
      .list('names', document.names, ({ note: _, ...said }) => said)
      .map((name): NamedValue => ({ ...name, note: eraser.text('notes', name.note) })),
    sheets: document.sheets.map((sheet, at) => erasedSheet(sheet, at, eraser)),
    pivots: erasedPivots(document.pivots, eraser),
    savedViews: erasedSavedViews(document.savedViews, eraser),
    openViews: eraser.map('views', document.openViews),
  };
}

function erasedSheet(sheet: OwnSheet, at: number, eraser: Eraser): OwnSheet {
  if (!eraser.speaks(sheet)) return sheet;
  return {
    ...sheet,
    name: eraser.text('sheets', sheet.name, `${eraseText.sheet} ${String(at + 1)}`),
    cells: eraser.record('cells', sheet.cells),
    formats: eraser.record('views', sheet.formats),
    view: erasedView(sheet.view, eraser),
  };
}

/** Without a column that it uses a pivot means nothing: it goes. */
function erasedPivots(pivots: readonly PivotSpec[], eraser: Eraser): readonly PivotSpec[] {
  return eraser
    .list('pivots', pivots, ({ rows, columns, values }) => [rows, columns, values])
    .map((pivot, at) => {
      if (!eraser.speaks(pivot)) return pivot;
      const name = eraser.text('pivots', pivot.name, `${eraseText.pivot} ${String(at + 1)}`);
      return { ...pivot, name, filters: erasedFilters(pivot.filters, eraser) };
    });
}

function erasedSavedViews(views: readonly SavedView[], eraser: Eraser): readonly SavedView[] {
  return eraser
    .list('views', views, ({ name, table }) => [name, table])
    .map((saved) => {
      if (!eraser.speaks(saved)) return saved;
      const { extras, ...rest } = saved;
      return {
        ...rest,
        view: erasedView(saved.view, eraser),
        formulas: eraser.list('formulas', saved.formulas),
        ...(extras && { extras: eraser.list('views', extras) }),
      };
    });
}
