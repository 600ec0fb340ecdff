/** Words about what files of one kind have in common, and about months between them that are missing. */
export const betweenText = {
  title: (file: string) => `“${file}” has rows that are there already`,
  intro: 'Nothing of it has been stored yet. Kept side by side, the common rows count twice in sums over files; the Azure screen counts them once.',
  columns: { other: 'File', days: 'Common days', rows: 'Its rows then', sums: 'Its amounts then', share: 'Same rows', rest: 'Days only there' },
  days: (days: string, count: string) => (count === '1' ? days : `${days}: ${count} days`),
  share: (percent: string, code: 'same-rows' | 'period-overlap') => (code === 'same-rows' ? 'all of them' : `about ${percent}`),
  billed: {
    new: (other: string) => `“${other}” holds estimates, not billed yet; the new file holds what was billed.`,
    other: (other: string) => `“${other}” holds what was billed; the new file holds estimates for the same time.`,
  },
  replaceable: (files: string) => `The new file covers every day of ${files}, with all its customers and invoices, so it can take its place.`,
  notReplaceable: (files: string) =>
    `The new file lacks days, customers or invoices of ${files}. To replace it, delete it on the Files screen and get what is lacking again.`,
  leaveOut: 'Leave the new file out',
  both: 'Keep both',
  replace: 'Replace the older file',
  covers: 'Covers',
  coverage: (days: string, count: string, customers: string) =>
    `${days}, ${count === '1' ? '1 day' : `${count} days`} with rows${customers === '' ? '' : `, ${customers === '1' ? '1 customer' : `${customers} customers`}`}`,
  missing: (months: string, before: string, after: string) =>
    `No file is about ${months}, between “${before}” and “${after}”. Add the file of that month, or amounts over time will have a gap.`,
  sameRows: (other: string) => `Holds the same rows as “${other}”, perhaps in another order. One of the two can be deleted.`,
  replaced: 'replaced by this file',
  kept: 'kept beside it',
  recorded: (other: string) => `with “${other}”`,
} as const; // prettier-ignore
