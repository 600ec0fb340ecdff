/** The jobs of Since last time: the comparison itself, and some of its rows as a file. */
import { exportFileName } from '../core/file-name.ts';
import { sinceCsv } from '../exporters/since.ts';
import { type SinceRequest, type SinceResult, changesSince } from '../sim/index.ts';
import type { SinceExport } from './engine-jobs.ts';
import type { Engine } from './engine.ts';
import type { ExportedFile } from './export-results.ts';

export function sinceOf({ inputs, snapshots, book }: Engine, request: SinceRequest): SinceResult {
  return changesSince(inputs, snapshots, book, request);
}

/** Compares anew: equal inputs give equal rows, so their places are those that the page saw. */
export function exportSince(engine: Engine, { request, part, rows, workbookName }: SinceExport): ExportedFile {
  const text = sinceCsv(sinceOf(engine, request), part, rows);
  const name = exportFileName('since-csv', request.simulation.window.asOf, workbookName);
  return { name, type: 'text/csv;charset=utf-8', bytes: new TextEncoder().encode(text) };
}
