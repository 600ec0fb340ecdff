/** The job of dispute packs. */
import { exportFileName } from '../core/file-name.ts';
import { zipOf } from '../exporters/actions/pack.ts';
import { disputeFiles } from '../exporters/invoice/pack.ts';
import type { DisputeInput } from '../exporters/invoice/types.ts';
import { lineDetails } from '../sim/invoice/model/line-details.ts';
import type { Engine } from './engine.ts';
import type { ExportedFile } from './export-results.ts';
import { readInvoice } from './invoice-jobs.ts';
import { type WindowsRequest, windowsOf } from './invoice-windows-jobs.ts';
import type { JobHost } from './protocol.ts';

export interface DisputeRequest extends Omit<DisputeInput, 'evidence' | 'windows'>, WindowsRequest {
  readonly workbookName: string;
  /** Of the files that the differences were found in. */
  readonly revision: string;
}

export type InvoiceDisputeJobs = {
  /** Undefined: the files have changed since the differences were found. */
  disputePack: { input: DisputeRequest; progress: undefined; output: ExportedFile | undefined };
};

export function invoiceDisputeJobs(engine: Engine): JobHost<InvoiceDisputeJobs> {
  return {
    disputePack: async ({ workbookName, revision, est, ...chosen }, { transfer }) => {
      const { lines, checked, revision: own } = await readInvoice(engine);
      if (own !== revision) return undefined;
      const { asOf, disputed } = chosen;
      const rows = new Set(disputed.flatMap(({ difference }) => difference.rows));
      const evidence = lineDetails(lines, checked, [...rows]);
      const windows = await windowsOf(engine, { est, asOf });
      const bytes = zipOf(await disputeFiles({ ...chosen, evidence, windows }), asOf);
      return transfer({ name: exportFileName('dispute-zip', asOf, workbookName), type: 'application/zip', bytes }, [
        bytes.buffer,
      ]);
    },
  };
}
