/** The sections of a report for one customer. They are made from `CustomerSubscription`s alone, so nothing of the partner's can be in them. */
import type { Format } from '../../../core/format.ts';
import { type Minor, safeMinor } from '../../../core/money.ts';
import type { ReportBlock, ReportFigure, ReportSection } from '../../../core/report/document.ts';
import type { SectionId } from '../../../core/report/plan.ts';
import type { CustomerReportText } from '../../../core/text/en/customer-report.ts';
import type { CustomerSubscription } from '../../../sim/payers/types.ts';
import type { Window } from '../../../sim/types.ts';
import { change, count, figures, heading, paragraph } from '../cells.ts';
import { choicesTable, listTable, neededTable, priceCell } from './tables.ts';

export interface CustomerInput {
  readonly subscriptions: readonly CustomerSubscription[];
  readonly window: Window;
  readonly text: CustomerReportText;
  readonly format: Format;
}

/** What a customer's report has of the chosen parts. */
export const CUSTOMER_SECTIONS: Readonly<
  Partial<Record<SectionId, (input: CustomerInput) => readonly ReportSection[]>>
> = {
  summary: summarySections,
  exposure: listSections,
  decisions: choiceSections,
  obligations: neededSections,
  method: methodSections,
};

/** Whether somebody has to decide: the choice isn't made, or the term has run into EST. */
export function isOpen({ outcome, isDecided }: CustomerSubscription): boolean {
  return !isDecided && (outcome === 'est-drift' || outcome === 'in-est' || outcome === 'lapses');
}

/** Amounts of different currencies are never added. */
function byCurrency(
  subscriptions: readonly CustomerSubscription[],
): ReadonlyMap<string, readonly CustomerSubscription[]> {
  const groups = new Map<string, CustomerSubscription[]>();
  for (const one of subscriptions) {
    const group = groups.get(one.currency);
    if (group) group.push(one);
    else groups.set(one.currency, [one]);
  }
  return groups;
}

/** Undefined when one of them is: a sum without it would be wrong. */
function sumOf(amounts: readonly (Minor | undefined)[]): Minor | undefined {
  let sum = 0;
  for (const amount of amounts) {
    if (amount === undefined) return undefined;
    sum = safeMinor(sum + amount);
  }
  return sum;
}

function moneyWords(amount: Minor | undefined, currency: string, text: CustomerReportText, format: Format): string {
  return amount === undefined ? text.onRequest : format.money(amount, currency);
}

function priced(amount: Minor | undefined, currency: string, text: CustomerReportText): Omit<ReportFigure, 'label'> {
  return { value: priceCell(amount, currency, text), ...(amount === undefined ? {} : { unit: currency }) };
}

function summarySections({ subscriptions, text, format }: CustomerInput): readonly ReportSection[] {
  const blocks = [...byCurrency(subscriptions)].flatMap(([currency, list]): readonly ReportBlock[] => {
    const open = list.filter(isOpen);
    const today = sumOf(list.map((one) => one.today));
    const then = sumOf(list.map((one) => (isOpen(one) && one.est ? one.est.month : one.today)));
    const more = today === undefined || then === undefined ? undefined : safeMinor(then - today);
    const seats = list.reduce((sum, one) => sum + one.seats, 0);
    const { figure } = text;
    const first = Math.min(...open.map(({ deadline, termEnd }) => deadline.locksAt ?? termEnd));
    return [
      paragraph(text.summary(list.length, format.count(seats), moneyWords(today, currency, text, format))),
      paragraph(open.length === 0 ? text.nothingOpen : text.open(open.length, format.day(first))),
      figures([
        { label: figure.subscriptions, value: count(list.length) },
        { label: figure.seats, value: count(seats) },
        { label: figure.open, value: count(open.length) },
        { label: figure.today, ...priced(today, currency, text) },
        { label: figure.ifNobody, ...priced(then, currency, text) },
        {
          label: figure.more,
          ...(more === undefined ? priced(more, currency, text) : { value: change(more, currency), unit: currency }),
        },
      ]),
    ];
  });
  return [
    { id: 'summary', heading: text.headings.summary, blocks: blocks.length > 0 ? blocks : [paragraph(text.none)] },
  ];
}

/** One sentence for each open decision, and all prices side by side. */
function choiceSections({ subscriptions, text, format }: CustomerInput): readonly ReportSection[] {
  const open = subscriptions.filter(isOpen);
  if (open.length === 0) return [];
  const blocks = [...byCurrency(open)].flatMap(([currency, list]): readonly ReportBlock[] => [
    heading(currency),
    ...list.flatMap((one) => sentenceOf(one, text, format)),
    choicesTable(`${text.headings.choices}, ${currency}`, list, text),
  ]);
  return [{ id: 'decisions', heading: text.headings.choices, say: text.say.choices, blocks }];
}

function sentenceOf(
  { product, outcome, est, today, currency, deadline, termEnd }: CustomerSubscription,
  text: CustomerReportText,
  format: Format,
): readonly ReportBlock[] {
  if (est?.month === undefined || today === undefined) return [];
  const month = format.money(est.month, currency);
  const more = format.signed(safeMinor(est.month - today), currency);
  const by = format.day(deadline.locksAt ?? termEnd);
  const sentence =
    outcome === 'in-est'
      ? text.cardRunning(product, month, more)
      : text.card(product, by, month, more, format.day(est.from));
  const later = est.priceFrom > est.from ? ` ${text.later(format.day(est.priceFrom))}` : '';
  return [paragraph(`${sentence}${later}`)];
}

function listSections({ subscriptions, text }: CustomerInput): readonly ReportSection[] {
  if (subscriptions.length === 0) return [];
  const blocks = [...byCurrency(subscriptions)].flatMap(([currency, list]): readonly ReportBlock[] => [
    heading(currency),
    listTable(`${text.headings.list}, ${currency}`, list, text),
  ]);
  return [{ id: 'exposure', heading: text.headings.list, say: text.say.list, blocks }];
}

function neededSections({ subscriptions, text }: CustomerInput): readonly ReportSection[] {
  const open = subscriptions.filter(isOpen);
  if (open.length === 0) return [];
  const blocks = [neededTable(text.headings.needed, open, text)];
  return [{ id: 'obligations', heading: text.headings.needed, say: text.say.needed, blocks }];
}

function methodSections({ window, text, format }: CustomerInput): readonly ReportSection[] {
  const { asOf, horizonMonths } = window;
  const words = [text.method.asOf(format.day(asOf), horizonMonths), text.method.est, text.method.cancel];
  return [{ id: 'method', heading: text.headings.method, blocks: words.map(paragraph) }];
}
