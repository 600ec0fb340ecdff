/** What the store says about itself: storage that is short, gone, damaged or newer than this version of the app. */
import { diagnosticMessage } from '../diagnostics.ts';

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size in words, decimal units, at most one digit after the point: `1.5 GB`. */
export function bytesText(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 999.5 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || size >= 99.95 ? 0 : 1;
  return `${new Intl.NumberFormat('en', { maximumFractionDigits: digits }).format(size)} ${UNITS[unit] ?? ''}`;
}

/** How long ago something was, in whole days. */
export function daysAgo(days: number): string {
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${String(days)} days ago`;
}

export const storageText = {
  'quota-short': (needed: number, free: number) =>
    diagnosticMessage('quota-short', { needed: bytesText(needed), free: bytesText(free) }),
  'quota-exceeded': () =>
    'The browser refused to store more data: its storage is full. Nothing of this drop was kept, earlier data is intact. ' +
    'Delete datasets you no longer need, then drop it again.',
  'data-cleared': () =>
    'The stored data was cleared, by you or by the browser, while this page was open. Save what is on screen, then reload the page.',
  'newer-schema': () =>
    'The stored data was written by a newer Termwise. This older one shows it but changes nothing. Reload the page to get the newer one.',
  'newer-tab': () => 'A newer Termwise is open in another tab. Reload this page to go on; nothing was lost.',
  'other-writer': () => 'Another tab is writing; changes here are off.',
  'writer-busy': () => 'The other tab is in the middle of an import. Wait until it is done, or cancel it there.',
  'blocked': () => 'Another tab with an older Termwise holds the stored data. Close the other tabs; this one goes on by itself.',
  'cannot-open': (reason: string) =>
    `The browser cannot open its stored data (${reason}). Restart the browser and try again. If it stays so, delete the stored ` +
    'data and import the files again; nothing is deleted unless you say so.',
  'unavailable': () =>
    'This browser window does not allow storing data, as in some private windows. Use a normal window to keep your data.',
  'no-backup': () => 'This file is not a backup of a Termwise workbook. Choose a file that ends in .termwise.',
  'newer-backup': () => 'This backup was made by a newer Termwise. Reload the page to get the newer one, then restore it. Nothing was changed.',
  'damaged-backup': () =>
    'This backup has been altered or damaged since it was made, so it was refused as a whole. Nothing was changed. Use another backup, or import the original files.',
  'cut-backup': (bytes: number, expected: number) =>
    `This backup is ${bytes < expected ? 'cut off' : 'longer than it should be'} (${bytesText(bytes)} of ${bytesText(expected)}), so it was refused as a whole. Nothing was changed. Copy the file again, or use another backup.`,
  'closed': () => 'The connection to the stored data was closed. Reload the page.',
  'failed': (reason: string) => `The browser could not finish the storage operation (${reason}). Nothing was changed. Try again.`,
  'interrupted': () => 'Another tab or program changed something meanwhile, so nothing was kept. Try again.',
  'cancelled': () => 'Cancelled. Nothing was stored.',
  'id-taken': () => 'This dataset is already stored. Reload the page to see it.',
  'missing-dataset': () => 'This dataset no longer exists: it was deleted in this or another tab. Reload the page.',
  'damaged-dataset': (file: string) =>
    `“${file}” is damaged: what the browser gave back is not what was stored. Delete it and import the file again; other datasets are not affected.`,
  'damaged-document': () =>
    'The saved settings of this workbook are damaged and were not used. Datasets are not affected. Check scenario and as-of before you go on.',
  'best-effort': () =>
    'The browser may delete this data when its disk runs full. Keep the original files, or allow persistent storage.',
}; // prettier-ignore
