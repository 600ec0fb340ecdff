/** Dispute packs over the open workbook. Files only: nothing is sent. */
import type { Language } from '../core/report/plan.ts';
import type { Month } from '../core/days.ts';
import { disputeDialogText } from '../core/text/en/dispute-dialog.ts';
import type { Difference } from '../sim/invoice/union/types.ts';
import type { InvoiceCheck } from './invoice.svelte.ts';

export interface DisputePackChoices {
  readonly recipient: 'microsoft' | 'distributor';
  readonly language: Language;
  /** BCP 47. */
  readonly locale: string;
}

export interface DisputedDifference {
  readonly difference: Difference;
  readonly note: string;
}

/** Hands the pack to the user as a file. @returns false where the files have changed since the differences were found */
export async function saveDisputePack(
  invoice: InvoiceCheck,
  month: Month,
  disputed: readonly DisputedDifference[],
  choices: DisputePackChoices,
): Promise<boolean> {
  const { jobs, runner, download, document, asOf, workspace } = invoice.workbook;
  const { brand, paper } = document.report;
  const request = {
    ...{ month, asOf, disputed, est: document.scenario.est, workbookName: document.name },
    ...{ choices: { ...choices, brand, paper }, revision: workspace?.revision ?? '' },
  };
  let isMade = true;
  await jobs.run(disputeDialogText.saving, async (signal) => {
    const file = await runner.run('disputePack', request, { signal });
    if (signal.aborted) return;
    if (file) download(file);
    else isMade = false;
  });
  return isMade;
}
