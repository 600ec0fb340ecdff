/**
 * The messages of all diagnostics, by code: what is wrong, where, and what to do next.
 * Importers and the engine name a code and parameters; the wording lives only here.
 */

import { clinicMessages } from './clinic-diagnostics.ts';
import { type MessageParams, countText, rowsText } from './message-params.ts';
import { jsonMessages } from './json-diagnostics.ts';
import { questionMessages } from './question-diagnostics.ts';
import { workbookMessages } from './workbook-diagnostics.ts';

export type { MessageParams } from './message-params.ts';

type Message = (p: MessageParams) => string;

const p = (params: MessageParams, name: string): string => String(params[name] ?? '');

/** A cell's text as it stands in a sentence; the whole of it is in the diagnostic. */
function quoted(params: MessageParams): string {
  const text = p(params, 'text');
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
}

/** `a, b, c` as `a, b and c`. */
function listed(params: MessageParams, name: string): string {
  return p(params, name).replace(/, (?=[^,]*$)/, ' and ');
}

function megabytes(params: MessageParams): string {
  return `${String(Math.round(Number(params['limit']) / 1048576))} MB`;
}

export const diagnosticMessages = {
  ...questionMessages,
  ...clinicMessages,
  ...jsonMessages,
  ...workbookMessages,
  // files
  'empty-file': () => 'The file is empty. Download it again.',
  'not-recognised': (m) => `Not recognised. Looked for: ${p(m, 'wanted')}. Found: ${p(m, 'found')}.`,
  'unreadable': (m) => `The browser could not read the file (${p(m, 'reason')}). Check that it still exists and drop it again.`,
  'quota-short': (m) => `Needs about ${p(m, 'needed')} of storage, ${p(m, 'free')} are free. Delete datasets you no longer need, then drop it again.`,
  'duplicate-file': (m) => `The same content is already imported as “${p(m, 'other')}”. Nothing was stored twice.`,
  'replace-kind': (m) => `Holds data of another kind than “${p(m, 'other')}”, so nothing was replaced. Add it as a file of its own, or choose the right one.`,
  'other-content': (m) => `This is not the file that was imported as “${p(m, 'other')}”: its SHA-256 is another one. Choose the right file, or add this one as a file of its own.`,
  'backup-file': () => 'A backup of a whole Termwise workbook. Restore it on the Files screen; it takes the place of everything that is open.',
  'too-large': (m) => `Larger than the ${megabytes(m)} that can be read of this kind of file. Export it as CSV, or in parts.`,
  'unsupported-container': (m) => `${p(m, 'container')} files are not read. Export the data as CSV or XLSX.`,
  'old-excel': () => 'An old or password-protected Excel workbook. Open it in Excel and save it as XLSX without a password.',
  'damaged-gzip': () => 'The gzip file is damaged or cut off. Download it again.',
  'damaged-zip': (m) => `The archive is damaged or cut off (${p(m, 'reason')}). Download it again.`,
  'encrypted-zip': (m) => `“${p(m, 'entry')}” is encrypted. Unpack the archive with its password and drop the files.`,
  'zip-bomb': () => 'Unpacks to far more than any real export does, so it was not read. Ask where the file came from.',
  'nested-archive': () => 'An archive inside an archive. Unpack it and drop the files.',
  'too-many-entries': (m) => `The archive holds more than ${p(m, 'limit')} files. Unpack it and drop the files you need.`,
  'damaged-workbook': (m) => `The workbook cannot be read (${p(m, 'reason')}). Open it in Excel, save it again and drop it.`,
  'not-utf8': () => 'The text is not UTF-8. If it was saved by an older Excel, read it as Windows-1252; else save it as “CSV UTF-8”.',
  'bad-encoding': (m) => `The text is not valid ${p(m, 'encoding')}. Choose another encoding, or save the file as “CSV UTF-8”.`,
  'bad-json': (m) => `Not valid JSON at line ${p(m, 'line')}, character ${p(m, 'column')}: ${p(m, 'reason')}. Export it again.`,
  'no-table': () => 'Holds no table: no row with at least two filled cells near the top.',
  'no-rows': () => 'The header is there, but no row below it. Check the filter of the export.',
  'row-too-long': () => 'A row without end begins here: most likely a quote (") that is never closed. Correct it and drop the file again.',
  'too-many-columns': (m) => `More than ${p(m, 'limit')} columns. Check the delimiter of the file.`,
  'one-page-only': () => 'The answer names a next page, so it is only the first part of the list. Fetch the other pages too.',
  'items-skipped': (m) => `${rowsText(m)} skipped: usage-based or legacy services, which licence price lists do not hold.`,
  'other-sheets': (m) => `Read the sheets ${p(m, 'sheets')}; not recognised: ${p(m, 'others')}.`,

  // sheets
  'rolled-up': (m) => `${rowsText(m)} rolled up into ${countText(m, 'groups')}: one for each day, subscription, meter, resource group${p(m, 'tags') === '' ? '' : `, tags ${listed(m, 'tags')}`} and kind of charge. The sums are the same before and after: ${p(m, 'totals')}.`,
  'preamble-skipped': (m) => `${rowsText(m)} above the header skipped.`,
  'duplicate-header': () => 'This column occurs more than once. The first one counts, the others are kept as extra columns.',
  'repeated-header': () => 'The header again, in the middle of the rows. Skipped.',
  'short-rows': (m) => `${rowsText(m)} with fewer cells than the header (${p(m, 'columns')}). The missing cells count as empty.`,
  'bad-quotes': () => 'A quote (") stands where CSV does not allow it. Check the row.',
  'mixed-date-order': () => 'Some dates only make sense as day/month, others only as month/day. Read as month/day; the others are rejected.',
  'mixed-decimal-mark': () => 'Some numbers have a decimal comma, others a decimal point. Read with the point; the others are rejected.',
  'dates-read-as': (m) => `Dates read as ${p(m, 'order')} (${rowsText(m)}: ${p(m, 'examples')}).`,
  'serials-read': (m) => `Excel’s day numbers read as dates, counted from 1900 (${rowsText(m)}: ${p(m, 'examples')}).`,
  'decimal-comma': (m) => `Read with decimal comma, and points between thousands (${rowsText(m)}: ${p(m, 'examples')}).`,
  'numbers-tidied': (m) => `Thousands marks, currency signs and the like removed from numbers (${rowsText(m)}: ${p(m, 'examples')}).`,
  'fractions-read': (m) => `Fractions read as percent (${rowsText(m)}: ${p(m, 'examples')}).`,
  'words-translated': (m) => `Other spellings translated (${rowsText(m)}: ${p(m, 'examples')}).`,
  'blanks-read': (m) => `${p(m, 'words')} read as an empty cell (cells: ${countText(m, 'cells')}, columns: ${countText(m, 'columns')}).`,
  'times-cut': (m) => `Only the UTC day of a time is kept (${rowsText(m)}: ${p(m, 'examples')}).`,
  'several-currencies': (m) => `This list holds prices in ${listed(m, 'currencies')}; each is reported on its own.`,
  'several-markets': (m) => `The list mixes markets (${p(m, 'markets')}). Each subscription uses the rows of its own market.`,

  'variant': (m) => `Told by its columns: ${p(m, 'variant')}.`,
  'duplicates-for-pga': (m) => `${rowsText(m)} skipped: IsDuplicateRowForPGA says that they count elsewhere, and adding them up would count them twice.`,
  'list-kind-open': () => 'Nothing in it says whether this is the licence, EST, software or marketplace list; read as a licence list. All of them count alike.',
  'legacy-prices': () => 'The retired cloud-reseller list, with prices a month. It is kept to look things up; no calculation reads it.',
  'unbilled': () => 'No row has an invoice number: these charges are not billed yet and still change. The invoice’s own file replaces them.',

  // rows
  'missing-value': (m) => `${p(m, 'column')} is empty. Fill it in and drop the file again.`,
  'bad-number': (m) => `${quoted(m)} is not a number.`,
  'bad-count': (m) => `${quoted(m)} is not a whole number of seats up to 10 million.`,
  'bad-date': (m) => `${quoted(m)} is not a date of the calendar.`,
  'no-customer': () => 'No customer: neither an id, nor a name, nor a subscription id. Fill one in and drop the file again.',
  'no-month': () => 'No period: neither a start, nor a month, nor an invoice date. Fill one in and drop the file again.',
  'not-a-month': (m) => `${quoted(m)} is not a month. Write it as 2026-11, 11/2026 or November 2026.`,
  'bad-flag': (m) => `${quoted(m)} is neither yes nor no.`,
  'bad-offer-id': (m) => `${quoted(m)} is not a new-commerce offer (ProductId:SkuId:AvailabilityId).`,
  'too-many-cells': (m) => `${p(m, 'text')} cells, more than the header has: a cell may have moved. Check quotes and delimiters.`,
  'duplicate-id': (m) => `The subscription ${quoted(m)} is already there with other values. Remove one of the rows.`,
  'unknown-action': (m) => `Unknown scheduled action “${p(m, 'action')}”. Kept; the simulation goes by auto-renew instead.`,
  'unknown-term': (m) => `Unknown term “${p(m, 'value')}” (${rowsText(m)}). Taken over, but unpriced unless a price list holds it; usual are P1M, P1Y and P3Y. Check the file.`,
  'unknown-plan': (m) => `Unknown billing plan “${p(m, 'value')}” (${rowsText(m)}). Taken over, but unpriced unless a price list holds it; usual are Monthly, Annual and Triennial. Check the file.`,
  'cell-undecided': (m) => `${p(m, 'column')} is empty, and the price lists leave it open (${p(m, 'choices') || 'they hold none'}). Say which one it is.`,
  'subscription-replaced': (m) => `The subscription ${p(m, 'id')} is also in “${p(m, 'other')}”, which came later and counts instead.`,

  // reconciliation
  'billed-unmatched': (m) => `The billed subscription ${p(m, 'id')} is not in the portfolio, neither by its id nor by customer, product, SKU and term dates; its price is not used. Add the newest subscription export if it should be.`,
  'billed-ambiguous': (m) => `The billed subscription ${p(m, 'id')} has an id that the portfolio lacks, and its customer, product, SKU and term dates fit more than one subscription; its price is not used. Give the price paid in the portfolio file.`,
  'billed-other-currency': (m) => `The subscription ${p(m, 'id')} is billed in ${p(m, 'currency')}, its prices are in ${p(m, 'own')}; the price billed is not used. Add the price list of the billing currency.`,

  // scenarios
  'scenario-not-json': (m) => `Not valid JSON (${p(m, 'reason')}). Export the file again.`,
  'scenario-unknown-key': (m) => `${p(m, 'path')} is not known here. Remove it, or open the file in a newer version.`,
  'scenario-missing-key': (m) => `${p(m, 'path')} is missing.`,
  'scenario-not-text': (m) => `${p(m, 'path')} must be a text.`,
  'scenario-not-flag': (m) => `${p(m, 'path')} must be true or false.`,
  'scenario-not-decimal': (m) => `${p(m, 'path')} must be a decimal number in quotes, such as "0.03".`,
  'scenario-not-days': (m) => `${p(m, 'path')} must be a whole number of days, 0 or more.`,
  'scenario-not-date': (m) => `${p(m, 'path')} must be a date such as "2026-11-22".`,
  'scenario-not-choice': (m) => `${p(m, 'path')} must be one of: ${p(m, 'choices')}.`,
  'scenario-not-cell': (m) => `${p(m, 'path')}: "${p(m, 'value')}" cannot stand in the column ${p(m, 'column')}.`,
  'rules-not-share': (m) => `${p(m, 'path')} must be a share from 0 to 1 in quotes, such as "0.05".`,
  'scenario-not-list': (m) => `${p(m, 'path')} must be a list.`,
  'scenario-not-object': (m) => `${p(m, 'path')} must be an object.`,

  // rules of agreements and programmes
  'obligations-no-words': (m) => `${p(m, 'path')} must be a text that says something, of at most ${p(m, 'most')} characters.`,
  'obligations-not-id': (m) => `${p(m, 'path')} must be an id of letters, digits, dots and hyphens, such as "R-137" or "OWN-1".`,
  'obligations-not-key': (m) => `${p(m, 'path')} must be a short name of letters and digits, such as "enforced".`,
  'obligations-not-figure': (m) => `${p(m, 'path')} must be a number of 0 or more in quotes, such as "300000".`,
  'obligations-not-unit': (m) => `${p(m, 'path')} must be a currency such as "USD", or one of: count, points, days, months, years, minutes.`,
  'obligations-how-many': (m) => `${p(m, 'path')} must hold at least one, and at most ${p(m, 'most')}.`,
  'obligations-twice': (m) => `${p(m, 'path')}: "${p(m, 'value')}" stands there twice. Remove one.`,
  'obligations-no-source': (m) => `${p(m, 'path')} is empty: say in one statement at least what holds, and who says so.`,
  'obligations-wrong-way': (m) => `${p(m, 'path')}: ${p(m, 'until')} comes before ${p(m, 'from')}. Turn them round.`,

  // recipes
  'recipe-not-hash': (m) => `${p(m, 'path')} must be the header’s hash: 32 digits and letters from a to f.`,
  'recipe-not-position': (m) => `${p(m, 'path')} must be the position of a column, counted from 0.`,
  'recipe-changed': () => 'The file is not as it was written: its content and its hash do not match. Nothing was taken over. Ask the sender for the file again, or write the recipe again from the workbook; text editors and mail programs may change a file.',
  'recipe-no-scenario': (m) => `${p(m, 'path')} must be a list with at least one scenario.`,
  'recipe-unread': (m) => `${p(m, 'path')} holds something that this version of Termwise cannot read. Nothing was taken over: use the version that wrote the file, or take this part out.`,
  'recipe-other-header': (m) => `${p(m, 'path')} belongs to another header than the one beside it. Export the recipe again.`,
} satisfies Record<string, Message>; // prettier-ignore

export type DiagnosticCode = keyof typeof diagnosticMessages;

/** The English message of a diagnostic. */
export function diagnosticMessage(code: DiagnosticCode, params: MessageParams): string {
  return diagnosticMessages[code](params);
}
