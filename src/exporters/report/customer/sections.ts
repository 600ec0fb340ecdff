/** The sections of a report for one customer. They are made from `CustomerSubscription`s alone, so nothing of the partner's can be in them. */
import type { Format } from '../../../core/format.ts';
import { safeMinor } from '../../../core/money.ts';
import type { ReportBlock, ReportSection } from '../../../core/report/document.ts';
import type { SectionId } from '../../../core/report/plan.ts';
import type { CustomerReportText } from '../../../core/text/en/customer-report.ts';
import type { CustomerSubscription } from '../../../sim/payers/types.ts';
import type { Window } from '../../../sim/types.ts';
import { change, count, figures, heading, money, paragraph } from '../cells.ts';
import { choicesTable, listTable, neededTable } from './tables.ts';

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

function summarySections({ subscriptions, text, format }: CustomerInput): readonly ReportSection[] {
  const blocks = [...byCurrency(subscriptions)].flatMap(([currency, list]): readonly ReportBlock[] => {
    const open = list.filter(isOpen);
    const today = safeMinor(list.reduce((sum, one) => sum + one.today, 0));
    const then = safeMinor(
      list.reduce((sum, one) => sum + (isOpen(one) ? (one.est?.month ?? one.today) : one.today), 0),
    );
    const seats = list.reduce((sum, one) => sum + one.seats, 0);
    const { figure } = text;
    const first = Math.min(...open.map(({ deadline, termEnd }) => deadline.locksAt ?? termEnd));
    return [
      paragraph(text.summary(list.length, format.count(seats), format.money(today, currency))),
      paragraph(open.length === 0 ? text.nothingOpen : text.open(open.length, format.day(first))),
      figures([
        { label: figure.subscriptions, value: count(list.length) },
        { label: figure.seats, value: count(seats) },
        { label: figure.open, value: count(open.length) },
        { label: figure.today, value: money(today, currency), unit: currency },
        { label: figure.ifNobody, value: money(then, currency), unit: currency },
        { label: figure.more, value: change(safeMinor(then - today), currency), unit: currency },
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
  if (!est) return [];
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
