/** A dispute pack as a document: one to read and print, whose differences have their evidence below them, and one of tables for a workbook. */
import type { ReportBlock, ReportDocument, ReportSection } from '../../core/report/document.ts';
import type { LineDetail } from '../../sim/invoice/types.ts';
import { change, figures, heading, money, paragraph } from '../report/cells.ts';
import { billedTable, type EvidenceRow, expectedTable, type ExpectedRow, differencesTable, summaryTables, windowsTable } from './tables.ts'; // prettier-ignore
import type { DisputeInput, Numbered } from './types.ts';
import { DisputeWording } from './wording.ts';

/** @param isBook for a workbook: few large tables in place of many small ones */
export function disputeDocument(input: DisputeInput, isBook: boolean): ReportDocument {
  const { choices, month, asOf, windows } = input;
  const wording = new DisputeWording(choices);
  const { text, format } = wording;
  const disputed = input.disputed.map((one, at): Numbered => ({ ...one, number: at + 1 }));
  const lineOf = new Map(input.evidence.map((line) => [line.row, line]));
  const section = (name: keyof typeof text.say, blocks: readonly ReportBlock[]): ReportSection => ({
    ...{ id: 'dispute', heading: text.headings[name], say: text.say[name], blocks },
  });
  const { language, locale, paper, brand } = choices;
  return {
    title: text.title(format.month(month)),
    subtitle: text.subtitle(format.day(asOf), format.count(disputed.length)),
    ...{ edition: 'partner', language, locale, paper, brand, asOf, footer: text.footer },
    sections: [
      section('summary', summaryTables(disputed, wording)),
      ...(isBook
        ? [section('differences', [differencesTable(disputed, wording)]), section('evidence', bookEvidence(disputed, lineOf, wording))]
        : [section('differences', disputed.flatMap((one) => differenceBlocks(one, lineOf, wording)))]),
      section('windows', windows.length > 0 ? [windowsTable(windows, wording)] : [paragraph(text.noWindows)]),
    ],
  }; // prettier-ignore
}

type Lines = ReadonlyMap<number, LineDetail>;

function evidenceOf({ number, difference }: Numbered, lineOf: Lines): readonly EvidenceRow[] {
  return difference.rows.flatMap((row) => {
    const line = lineOf.get(row);
    return line ? [{ number, line }] : [];
  });
}

function expectedOf({ number, difference }: Numbered): readonly ExpectedRow[] {
  return difference.lines.map((line) => ({ number, line }));
}

function bookEvidence(disputed: readonly Numbered[], lineOf: Lines, wording: DisputeWording): readonly ReportBlock[] {
  return [
    billedTable(disputed.flatMap((one) => evidenceOf(one, lineOf)), wording, true),
    expectedTable(disputed.flatMap(expectedOf), wording, true),
  ]; // prettier-ignore
}

function differenceBlocks(one: Numbered, lineOf: Lines, wording: DisputeWording): readonly ReportBlock[] {
  const { text, format } = wording;
  const { difference, number, note } = one;
  const { customer, customerId, product, productId, subscriptionId, currency } = difference;
  const about = [product || productId, subscriptionId].filter((words) => words !== '').join(' · ');
  const [billed, expected] = [evidenceOf(one, lineOf), expectedOf(one)];
  const unit = currency;
  return [
    heading(text.heading(format.count(number), text.causes[difference.cause], customer || customerId)),
    ...(about === '' ? [] : [paragraph(about)]),
    paragraph(`${wording.what(difference)} ${wording.why(difference)}`),
    ...(note === '' ? [] : [paragraph(`${text.columns.note}: ${note}`)]),
    figures([
      { label: text.figures.billed, value: money(difference.billed, currency), unit },
      { label: text.figures.expected, value: money(difference.expected, currency), unit },
      { label: text.figures.amount, value: change(difference.amount, currency), unit },
    ]),
    paragraph(text.tables.billed),
    billed.length > 0 ? billedTable(billed, wording, false) : paragraph(text.noBilled),
    paragraph(text.tables.expected),
    expected.length > 0 ? expectedTable(expected, wording, false) : paragraph(text.noExpected),
  ];
}
