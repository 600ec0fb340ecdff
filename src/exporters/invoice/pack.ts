/** A dispute pack: a page to read and print, the same as a workbook, and a covering text. Nothing of it is sent from here. */
import { safeMinor } from '../../core/money.ts';
import { reportSheets } from '../report/formats/sheets.ts';
import { reportHtml } from '../report/html/page.ts';
import { BOM } from '../tabular/csv.ts';
import { xlsxOf } from '../tabular/xlsx.ts';
import { disputeDocument } from './document.ts';
import { grouped } from './grouped.ts';
import type { Disputed, DisputeInput } from './types.ts';
import { DisputeWording } from './wording.ts';

const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;
/** Invoices that a subject names. */
const MOST_INVOICES = 3;

/** The files by their names; texts are UTF-8. The same input gives the same bytes. */
export async function disputeFiles(input: DisputeInput): Promise<ReadonlyMap<string, string | Uint8Array>> {
  return new Map<string, string | Uint8Array>([
    ['covering-text.txt', BOM + coveringText(input)],
    ['dispute.html', disputePage(input)],
    ['dispute.xlsx', await disputeBook(input)],
  ]);
}

/** The differences to read and print, each with its evidence. */
export function disputePage(input: DisputeInput): string {
  return reportHtml(disputeDocument(input, false));
}

/** The same as a workbook: real numbers and days, texts never formulas. */
export async function disputeBook(input: DisputeInput): Promise<Uint8Array> {
  const document = disputeDocument(input, true);
  return xlsxOf(reportSheets(document), document.title, input.asOf);
}

/** What to write to who billed, with CRLF. */
export function coveringText({ choices, month, disputed, evidence }: DisputeInput): string {
  const { text, format } = new DisputeWording(choices);
  const { cover } = text;
  const invoices = [...new Set(evidence.map(({ invoice }) => invoice))].filter((invoice) => invoice !== '');
  const named = invoices.length > MOST_INVOICES ? '' : invoices.join(', ');
  const count = format.count(disputed.length);
  const sums = [...grouped(disputed, ({ difference }) => difference.currency)].map(([currency, own]) =>
    cover.total(
      format.count(own.length),
      format.amount(sumOf(own, 1), currency),
      format.amount(sumOf(own, -1), currency),
      currency,
    ),
  );
  const lines = [
    ...[cover.subject(format.month(month), named), '', cover.greeting, ''],
    ...[cover[choices.recipient](count, format.month(month)), '', cover.totals, ...sums.map((line) => `* ${line}`), ''],
    ...[cover.attached, '', cover.ask, '', cover.regards, choices.brand.name],
  ];
  return `${lines
    .map((line) => line.replace(CONTROLS, ' ').trimEnd())
    .join('\r\n')
    .trimEnd()}\r\n`;
}

/** What was billed too much, or with −1 too little. */
function sumOf(disputed: readonly Disputed[], sign: 1 | -1): number {
  return safeMinor(disputed.reduce((sum, { difference: { amount } }) => sum + Math.max(0, amount * sign), 0));
}
