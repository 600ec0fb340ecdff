/** Files that the user takes away, apart from those of a simulation. */
import { tableFileName } from '../core/file-name.ts';
import { createFormat } from '../core/format.ts';
import { filesText } from '../core/text/en/files.ts';
import { recipesText } from '../core/text/en/recipes.ts';
import type { PlainTable } from '../core/plain-table.ts';
import { takeAwayText } from '../core/text/en/take-away.ts';
import { savedViewsText } from '../core/text/en/saved-views.ts';
import type { SavedView } from '../sheet/model/workbook-parts.ts';
import { storeErrorText } from '../storage/store-error.ts';
import type { TableFileKind, TableFileRequest } from '../workers/engine-jobs.ts';
import { transferablesOf } from '../workers/transferables.ts';
import { recipeOf } from './recipes.ts';
import type { Move } from './jobs.svelte.ts';
import { writeViewFile } from './view-file.ts';
import type { Workbook } from './workbook.svelte.ts';

export type { TableFileKind, TableFileRequest } from '../workers/engine-jobs.ts';

/** All that is remembered about headers, as a recipe. */
export async function exportRecipe({ jobs, runner, document, asOf, download }: Workbook): Promise<void> {
  const recipe = recipeOf(document.answers);
  const request = { recipe, asOf, workbookName: document.name };
  const file = await jobs.run(recipesText.exporting, (signal) => runner.run('exportRecipe', request, { signal }));
  if (file) download(file);
}

/** A saved view as a small file. */
export function exportView({ asOf, document, download }: Workbook, view: SavedView): void {
  const bytes = new TextEncoder().encode(writeViewFile(view));
  const name = tableFileName(savedViewsText.fileWord(view.name), 'json', asOf, document.name);
  download({ name, type: 'application/json', bytes });
}

/** All rows of a dataset as CSV; what cannot be read is said in `troubles`. */
export async function exportRows(workbook: Workbook, id: string): Promise<void> {
  const { jobs, runner, asOf, download } = workbook;
  const format = createFormat(workbook.locale);
  const { writingRows, rowsWritten } = filesText.details;
  const file = await jobs.run(writingRows, (signal, move) =>
    runner.run(
      'exportRows',
      { id, asOf },
      {
        signal,
        onProgress: ({ rows, of }) => {
          move(rows / Math.max(1, of), rowsWritten(format.count(rows), format.count(of)));
        },
      },
    ),
  );
  if (file && 'kind' in file) workbook.troubles = [storeErrorText(file)];
  else if (file) download(file);
}

/** The rejected rows of a dataset as CSV; what cannot be read is said in `troubles`. */
export async function exportRejects(workbook: Workbook, id: string): Promise<void> {
  const file = await workbook.runner.run('exportRejects', { id, asOf: workbook.asOf });
  if ('kind' in file) workbook.troubles = [storeErrorText(file)];
  else workbook.download(file);
}

export interface ShownTableExport {
  readonly title: string;
  readonly kind: TableFileKind;
  readonly formulas: TableFileRequest['formulas'];
  /** Gives the table plainly; undefined when the signal ended it. */
  layOut(signal: AbortSignal, move: Move): Promise<PlainTable | undefined>;
}

/** A table as it stands on screen, as a file; a job with a bar that can be cancelled. */
export async function exportTable(workbook: Workbook, shown: ShownTableExport): Promise<void> {
  const { jobs, runner, asOf, document, locale, download } = workbook;
  const { kind, formulas } = shown;
  const format = createFormat(locale);
  const file = await jobs.run(takeAwayText.exporting(shown.title), async (signal, move) => {
    const table = await shown.layOut(signal, move);
    if (!table) return undefined;
    move(undefined, takeAwayText.writing(format.count(table.rows)));
    return runner.run(
      'exportTable',
      { table, kind, locale, asOf, workbookName: document.name, formulas },
      {
        signal,
        transfer: transferablesOf(table),
        onProgress: ({ rows, of }) => {
          move(rows / Math.max(1, of), filesText.details.rowsWritten(format.count(rows), format.count(of)));
        },
      },
    );
  });
  if (file) download(file);
}
