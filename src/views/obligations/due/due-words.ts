/** Events of the calendar in words: what, on both branches, amounts. */
import { monthOfDay } from '../../../core/days.ts';
import type { Format } from '../../../core/format.ts';
import type { MilestoneKey } from '../../../core/rules/milestones.ts';
import { chartText } from '../../../core/text/en/charts.ts';
import { obligationsDueText as text } from '../../../core/text/en/obligations-due.ts';
import type { DueAmount, DueEvent, PriceEvent, TermEvent } from '../../../sim/obligations/calendar/types.ts';

export interface DueWords {
  readonly what: string;
  readonly ifMet: string;
  readonly ifMissed: string;
  readonly about: string;
  readonly amounts: string;
}

/** An event as it is read. */
export function dueWords(event: DueEvent, format: Format): DueWords {
  const { about } = event;
  switch (event.kind) {
    case 'lock':
    case 'term-end':
      return termWords(event, format);
    case 'refund': {
      const amounts = amountsText(event.amounts, format);
      return {
        what: text.refund.what(event.windows, format.count(event.windows)),
        ifMet: text.refund.ifMet(amounts),
        ifMissed: text.refund.ifMissed,
        about: aboutCustomers(event, format),
        amounts: amounts === '' ? '' : text.refund.amounts(amounts),
      };
    }
    case 'promotion': {
      const { promotions, subscriptions } = event;
      const held = text.subscriptions(subscriptions, format.count(subscriptions));
      return {
        what: text.promotion.what(promotions, format.count(promotions)),
        ifMet: text.promotion.ifMet,
        ifMissed: text.promotion.ifMissed,
        about,
        amounts: subscriptions === 0 ? '' : text.promotion.held(held),
      };
    }
    case 'prices':
      return { what: priceWords(event, format), ...text.prices.branches[event.what], about, amounts: '' };
    case 'est':
      return {
        ...{ what: chartText.milestones.events[event.milestone as MilestoneKey], about, amounts: '' },
        ...{ ifMet: '', ifMissed: '' },
      };
    default:
      return { what: event.what, ifMet: event.ifMet, ifMissed: event.ifMissed, about, amounts: '' };
  }
}

function termWords(event: TermEvent, format: Format): DueWords {
  const { subscriptions, more, perMonth, kind, termEnd } = event;
  const count = text.subscriptions(subscriptions, format.count(subscriptions));
  const extra = amountsText(more, format);
  const outcomes = [...outcomeParts(event, format), ...(extra === '' ? [] : [text.more(extra)])].join(', ');
  const amounts = amountsText(perMonth, format);
  const shared = { about: aboutCustomers(event, format), amounts: amounts === '' ? '' : text.perMonth(amounts) };
  return kind === 'lock'
    ? {
        ...shared,
        what: text.lock.what(count, format.day(termEnd)),
        ...{ ifMet: text.lock.ifMet, ifMissed: text.lock.ifMissed(outcomes) },
      }
    : {
        ...shared,
        what: text.end.what(subscriptions, format.count(subscriptions)),
        ...{ ifMet: text.end.ifMet(outcomes), ifMissed: text.end.ifMissed },
      };
}

function outcomeParts({ outcomes }: TermEvent, format: Format): readonly string[] {
  return (Object.keys(text.outcomes) as (keyof typeof text.outcomes)[]).flatMap((outcome) => {
    const count = outcomes[outcome] ?? 0;
    return count === 0 ? [] : [text.outcomes[outcome](format.count(count))];
  });
}

function aboutCustomers(
  { about, customers }: { readonly about: string; readonly customers: number },
  format: Format,
): string {
  return about === '' && customers > 1 ? text.others(format.count(customers)) : about;
}

function priceWords({ what, rows, day }: PriceEvent, format: Format): string {
  if (what === 'begin' || what === 'end') return text.prices[what](format.count(rows));
  // Thirty days before its first day a list can be read: the month after.
  return what === 'preview' ? text.prices.preview(format.month(monthOfDay(day + 30))) : text.prices[what];
}

function amountsText(amounts: readonly DueAmount[], format: Format): string {
  return amounts.map(({ amount, currency }) => format.money(amount, currency)).join(' + ');
}
