/** Expected lines as the rows of a small table. */
import { fraction, multiply } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import { minorDigits } from '../../../core/money.ts';
import { invoiceDifferencesText } from '../../../core/text/en/invoice-differences.ts';
import type { Difference, ExpectedLine } from '../../../sim/invoice/union/types.ts';
import type { TableColumn } from '../../../ui/table-column.ts';

const text = invoiceDifferencesText.detail;
const WORDS: ReadonlySet<string> = new Set(['type', 'days', 'price', 'assumed']);

export function expectedColumns(): readonly TableColumn[] {
  return Object.entries(text.expectedColumns).map(([key, title]) => ({
    title,
    align: WORDS.has(key) ? 'start' : 'end',
  }));
}

export function expectedRow(line: ExpectedLine, format: Format): readonly string[] {
  const digits = minorDigits(line.currency);
  return [
    line.chargeType,
    format.days(line.from, line.to),
    format.count(line.quantity),
    `${format.exact(line.unitPrice, [digits, 6])} ${line.currency}`,
    format.exact(multiply(line.share, fraction(100)), [0, 4]),
    text.part(format.count(line.billingDays), format.count(line.cycleDays)),
    priceWords(line, format),
    line.assumed.map((one) => text.assumed[one]).join(', '),
  ];
}

function priceWords({ price, priceAt }: ExpectedLine, format: Format): string {
  const word = text.prices[price];
  if (!priceAt) return word;
  return text.at(word, priceAt.file, priceAt.line === undefined ? '' : format.count(priceAt.line));
}

/** What is known of a difference, in sentences. */
export function differenceSentences(difference: Difference, format: Format): string {
  const { cause, was, should, besides, certainty, currency } = difference;
  const money = (minor: number): string => format.money(minor, currency);
  const { causes } = invoiceDifferencesText;
  return [
    text.says[cause](was, should),
    text.amounts(money(difference.billed), money(difference.expected), format.signed(difference.amount, currency)),
    besides.length > 0 ? text.besides(besides.map((other) => causes[other]).join(', ')) : '',
    text.certain[certainty],
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
