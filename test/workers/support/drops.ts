/** Small files as a user drops them. */
import { zipSync } from 'fflate';
import type { DroppedFile } from '../../../src/workers/engine-jobs.ts';

const HEADER =
  'SubscriptionId,ProductId,SkuId,Quantity,TermDuration,BillingPlan,CommitmentEndDate,Segment,Market,Currency';

/** A portfolio of subscriptions with these ids. */
export function portfolioCsv(name: string, ids: readonly string[]): DroppedFile {
  const rows = ids.map((id) => `${id},CFQ7TTC0LDPB,0001,5,P1Y,Monthly,2026-12-31,Commercial,US,USD`);
  return { name, blob: new Blob([[HEADER, ...rows, ''].join('\n')]) };
}

/** The files as one archive. */
export async function zipOf(name: string, files: readonly DroppedFile[]): Promise<DroppedFile> {
  const entries: Record<string, Uint8Array> = {};
  for (const file of files) entries[file.name] = new Uint8Array(await file.blob.arrayBuffer());
  return { name, blob: new Blob([new Uint8Array(zipSync(entries))]) };
}
