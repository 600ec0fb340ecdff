/** Reports of the open workbook: asked of the engine, shown or saved. */
import type { ReportPlan, SectionId } from '../core/report/plan.ts';
import { composerText } from '../core/text/en/composer.ts';
import type { DocumentProgress, DocumentRequest, ReportFormat } from '../workers/report-jobs.ts';
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
  if (passphrase === undefined) download(file);
  else await workbook.locked.save(file, passphrase);
}
