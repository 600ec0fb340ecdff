/** What a report says to a customer: prices and dates of its own, nothing of the partner's. */
import type { Words } from '../words.ts';

const plural = (count: number, one: string, many: string): string => `${String(count)} ${count === 1 ? one : many}`;

export const customerReportText = {
  untitled: 'Your Microsoft subscriptions',
  headings: {
    summary: 'At a glance',
    choices: 'What you can choose',
    list: 'What you have',
    needed: 'What we need from you',
    method: 'Where this comes from',
  },
  none: 'There is no subscription to report on.',
  onRequest: 'on request',
  summary: (subscriptions: number, seats: string, month: string) =>
    `${plural(subscriptions, 'subscription', 'subscriptions')}, ${seats} seats. Today they cost ${month} a month.`,
  open: (count: number, day: string) =>
    `${plural(count, 'decision is', 'decisions are')} open; the first is needed before ${day}.`,
  nothingOpen: 'No decision is open in this period.',
  figure: {
    subscriptions: 'Subscriptions',
    seats: 'Seats',
    today: 'Today, a month',
    ifNobody: 'If nobody decides, a month',
    more: 'More than today, a month',
    open: 'Open decisions',
  },
  say: {
    choices:
      'Prices are for all seats and one month. A new term binds for its length and takes the price of the day on which it begins; EST ends on any day.',
    list: 'Each subscription with what it costs today, and what happens when its term ends.',
    needed: 'Until then a choice counts. The time is UTC, 24 hours before the term is over.',
  },
  columns: {
    product: 'Product',
    seats: 'Seats',
    term: 'Term and billing',
    termEnd: 'Term end',
    today: 'Today, a month',
    then: 'What happens then',
    by: 'Decide before (UTC)',
    est: 'EST, a month',
    what: 'What we need',
  },
  plans: {
    'P1Y/Annual': '1 year, paid at once',
    'P1Y/Monthly': '1 year, paid monthly',
    'P3Y/Annual': '3 years, paid yearly',
    'P3Y/Monthly': '3 years, paid monthly',
    'P3Y/Triennial': '3 years, paid at once',
    'P1M/Monthly': 'month by month',
  },
  outcomes: {
    'excluded': 'ends as agreed',
    'in-est': 'runs month by month in EST until it is ended',
    'renews': 'renews',
    'cancels': 'ends',
    'est-chosen': 'goes on month by month in EST',
    'est-drift': 'goes on month by month in EST, because nobody has decided',
    'lapses': 'lapses',
  },
  card: (product: string, day: string, est: string, more: string, from: string) =>
    `${product}: if nobody decides before ${day}, it goes on month by month from ${from} at ${est} a month, ${more} against today.`,
  cardRunning: (product: string, est: string, more: string) =>
    `${product}: it runs month by month at ${est} a month, ${more} against today, until it is renewed or ended.`,
  later: (day: string) => `Until ${day} today’s price holds.`,
  decide: 'Choose: a new term, an end, or month by month (EST)',
  end: 'Renew or end it; every day costs',
  method: {
    asOf: (day: string, months: number) => `As of ${day}, for ${plural(months, 'month', 'months')}. Prices are ours to you, before tax.`,
    est: 'Extended Service Term (EST) is Microsoft’s name for going on month by month when a term ends without a decision. It ends on any day, with the unused days given back; the number of seats cannot be changed in it, and promotions do not apply.',
    cancel: 'Ending at the term end stops the service at once. A subscription that has ended cannot be taken up again; Microsoft keeps the data for 90 days.',
  },
  footer: 'This page runs no script and makes no request.',
} as const; // prettier-ignore

export type CustomerReportText = Words<typeof customerReportText>;
