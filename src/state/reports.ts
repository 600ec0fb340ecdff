/** Reports of the open workbook: asked of the engine, shown or saved. */
import type { ReportPlan, SectionId } from '../core/report/plan.ts';
import type { MappedCounts } from '../core/editions/map-back.ts';
import { createFormat } from '../core/format.ts';
import { composerText } from '../core/text/en/composer.ts';
import { editionsText } from '../core/text/en/editions.ts';
import type { MapBackRefusal } from '../workers/map-back-jobs.ts';
import type { BatchCustomer, DocumentProgress, DocumentRequest, ReportFormat } from '../workers/report-jobs.ts';
import { isEmptyFilter, portfolioRows } from './filter.ts';
import { comparedOf } from './compared-scenarios.ts';
import type { Workbook } from './workbook.svelte.ts';

export type { DocumentRequest, ReportFormat } from '../workers/report-jobs.ts';

/** What the engine needs for a report of the workbook as it is. */
export function documentRequest(workbook: Workbook, plan: ReportPlan): DocumentRequest {
  const { document, request, locale, filter, simulation, visibleRows } = workbook;
  const isFiltered = plan.scope.kind === 'filter' && simulation && !isEmptyFilter(filter);
  return {
    plan,
    simulation: request,
    compared: comparedOf(document),
    seatsWanted: document.seatsWanted,
    obligations: { entries: document.obligations.register.entries, packs: document.obligations.packs },
    workbookName: document.name,
    locale,
    ...(isFiltered ? { filtered: portfolioRows(simulation, visibleRows) } : {}),
  };
}

/** How far a report is, in words. */
export function progressWords({ done, of, section }: DocumentProgress): {
  readonly share: number;
  readonly what: string;
} {
  return { share: done / Math.max(1, of), what: sectionName(section) };
}

function sectionName(section: SectionId): string {
  return composerText.sections[section];
}

/** Makes a report and saves it; a job with a bar that can be cancelled. @param passphrase locks it; undefined: it stays as it is */
export async function saveReport(
  workbook: Workbook,
  plan: ReportPlan,
  format: ReportFormat,
  passphrase?: string,
): Promise<void> {
  const { jobs, runner, download } = workbook;
  const request = { ...documentRequest(workbook, plan), format };
  const file = await jobs.run(composerText.making, (signal, move) =>
    runner.run('makeReport', request, {
      signal,
      onProgress: (progress) => {
        const { share, what } = progressWords(progress);
        move(share, what);
      },
    }),
  );
  if (!file) return;
  const isSaved = passphrase === undefined || (await workbook.locked.save(file, passphrase));
  if (passphrase === undefined) download(file);
  // The key goes with no report: it stays with the sender, unlocked.
  if (isSaved && file.key) download(file.key);
}

/** One report for each customer, in a zip. */
export async function saveReports(
  workbook: Workbook,
  plan: ReportPlan,
  format: 'html' | 'xlsx',
  customers: readonly BatchCustomer[],
): Promise<void> {
  const { jobs, runner, download, locale } = workbook;
  const numbers = createFormat(locale);
  const request = { ...documentRequest(workbook, plan), format, customers };
  const file = await jobs.run(editionsText.making, (signal, move) =>
    runner.run('makeReports', request, {
      signal,
      onProgress: ({ done, of }) => {
        move(done / Math.max(1, of), editionsText.progress(numbers.count(done), numbers.count(of)));
      },
    }),
  );
  if (file) download(file);
}

/** What became of a file in which names were put back. */
export type MappedBack = MappedCounts | { readonly refused: MapBackRefusal };

/** Puts names back into a file and saves it; undefined when it was cancelled. */
export async function saveMappedBack(
  { jobs, runner, download }: Workbook,
  file: { readonly name: string; readonly blob: Blob },
  key: Blob,
): Promise<MappedBack | undefined> {
  const mapped = await jobs.run(editionsText.mapping, (signal) => runner.run('mapBack', { file, key }, { signal }));
  if (!mapped || 'refused' in mapped) return mapped;
  const { blob, ...counts } = mapped;
  download({ name: file.name.replace(/(\.[^.]*)$/, '-named$1'), type: blob.type, bytes: blob });
  return counts;
}
