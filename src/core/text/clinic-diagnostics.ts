/** Messages about damage that the import clinic found: what was done about it, or which repair a rejected row needs. */
import { type MessageParams, rowsText } from './message-params.ts';

function cell(m: MessageParams): string {
  const text = String(m['text'] ?? '');
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
}

function found(m: MessageParams): string {
  return `(${rowsText(m)}: ${String(m['examples'])})`;
}

export const clinicMessages = {
  'same-rows': (m: MessageParams) => `Every row is in “${String(m['other'])}” already. Added to it, everything would count twice: leave one of the two out.`,
  'period-overlap': (m: MessageParams) => `Has rows of “${String(m['other'])}” on ${String(m['days'])} (${rowsText(m)} there${m['sums'] === '' ? '' : `, ${String(m['sums'])}`}). Added to it, they would count twice: leave one of the two out, or get files of periods that do not overlap.`,
  'month-missing': (m: MessageParams) => `No file is about ${String(m['month'])}, between “${String(m['before'])}” and this one. Add the file of that month, or amounts over time will have a gap.`,
  'digits-lost': (m: MessageParams) => `Only 15 digits are left of longer ones, the rest became zeros ${found(m)}. They cannot be brought back: get the file again without opening it in Excel.`,
  'id-exponent': (m: MessageParams) => `Ids were turned into numbers with an exponent ${found(m)}. They cannot be brought back: get the file again without opening it in Excel.`,
  'guards-removed': (m: MessageParams) => `Apostrophes that guard a text from Excel removed ${found(m)}.`,
  'mojibake-mended': (m: MessageParams) => `Letters read in the wrong encoding mended ${found(m)}.`,
  'second-table': (m: MessageParams) => `Another table begins here (${String(m['examples'])}). It is not part of this one.`,
  'total-row': () => 'A total of the rows above. Skipped, so that nothing counts twice.',
  'footer-skipped': () => 'A note below the rows. Skipped.',

  'needs-guard-apostrophe': (m: MessageParams) => `${cell(m)} needs a repair: the apostrophe in front has to go. Accept the repair, or export the file again.`,
  'needs-decimal-comma': (m: MessageParams) => `${cell(m)} needs a repair: its column has to be read with decimal comma. Accept the repair, or export the file with decimal points.`,
  'needs-thousands-marks': (m: MessageParams) => `${cell(m)} needs a repair: the marks between thousands have to go. Accept the repair, or export the file without them.`,
  'needs-date-order': (m: MessageParams) => `${cell(m)} needs a repair: its column has to be read with the day first. Accept the repair, or export dates as YYYY-MM-DD.`,
  'needs-date-serial': (m: MessageParams) => `${cell(m)} needs a repair: it is a day number of Excel. Accept the repair, or export dates as YYYY-MM-DD.`,
  'needs-mojibake': (m: MessageParams) => `${cell(m)} needs a repair: it was read in the wrong encoding. Accept the repair, or export the file as UTF-8.`,
  'needs-total-row': () => 'A total of the rows above, which must not be added to them. Accept the repair, or remove the row.',
} as const; // prettier-ignore
