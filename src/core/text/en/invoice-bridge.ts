/** Words of what changed in the bill from one month to another. */

export const invoiceBridgeText = {
  /** Name of the part. */
  part: 'Month on month',
  against: 'Compared with',
  needsTwo: {
    title: 'One month is not enough',
    text: 'Import the reconciliation file of another month. Termwise then shows step by step why the two bills differ.',
  },
  basis: (linesBefore: string, linesAfter: string) =>
    `From the billed lines alone, without tax: ${linesBefore} and ${linesAfter} lines. Seats come first at the old price, then the price, then the promotion, then the exchange rate. The steps add up to the difference exactly.`,
  unread: (count: string) => `${count} lines without a subtotal are left out.`,
  none: (from: string, to: string) => `No line of ${from} or ${to} is in this currency.`,
  chart: {
    title: (from: string, to: string) => `From the bill of ${from} to that of ${to}`,
    bar: (step: string, amount: string) => `${step}: ${amount}`,
    more: (month: string, amount: string, before: string, percent: string) =>
      `${month} was billed ${amount} more than ${before}${percent === '' ? '' : ` (${percent})`}.`,
    less: (month: string, amount: string, before: string, percent: string) =>
      `${month} was billed ${amount} less than ${before}${percent === '' ? '' : ` (${percent})`}.`,
    same: (month: string, before: string) => `${month} was billed as much as ${before}.`,
    most: (step: string, amount: string) => `Most of it: ${step}, ${amount}.`,
    legend: { more: 'billed more', less: 'billed less' },
    columns: { step: 'Step', amount: 'Amount', count: 'Subscriptions' },
  },
  steps: {
    'new': 'New subscriptions',
    'gone': 'Gone',
    'seats': 'Seats',
    'price': 'Prices',
    'promotion': 'Promotions',
    'product': 'Other product',
    'est': 'Extended Service Term',
    'changes': 'Changes within a month',
    'annual': 'Yearly and one-time',
    'usage': 'Consumption',
    'earned-credit': 'Earned credit',
    'credits': 'Credits',
    'exchange-rate': 'Exchange rate',
    'rounding': 'Rounding and other',
  },
  says: {
    'new': 'Billed for the first time, or again after a month without.',
    'gone': 'Billed the month before and no more.',
    'seats': 'More or fewer seats for a whole cycle, at the price of before.',
    'price': 'Another list price, or another charged price without a promotion.',
    'promotion': 'A promotion that began, ended or changed.',
    'product': 'The same subscription on another product: an upgrade.',
    'est': 'A subscription that went into an Extended Service Term, or left it.',
    'changes': 'Seats added or removed within a month, ends and upgrades: charges and refunds for parts of a month that no other month has again.',
    'annual': 'Charges for a year or longer and one-time charges: what came due now, and what was due the month before only.',
    'usage': 'More or less Azure and other consumption, at the exchange rate of before.',
    'earned-credit': 'Partner earned credit that began, ended or changed.',
    'credits': 'Credits and refunds that belong to no seat.',
    'exchange-rate': 'What was billed now, at the rate of before.',
    'rounding': 'Roundings of lines, and subtotals that are not what their formula gives: see Lines.',
  },
  list: {
    sum: (count: string, amount: string) => `${count} ${count === '1' ? 'subscription' : 'subscriptions'}, ${amount}`,
    rest: (count: string, amount: string) => `The largest are listed; the ${count} others come to ${amount}.`,
    show: 'Step',
    columns: {
      customer: 'Customer',
      product: 'Product',
      subscription: 'Subscription id',
      amount: 'Difference',
      lines: 'Lines',
    },
    /** What `was` and `now` are, by step. */
    figures: {
      'seats': ['Seats before', 'Seats now'],
      'price': ['Price before', 'Price now'],
      'promotion': ['Off before', 'Off now'],
      'earned-credit': ['Credit before', 'Credit now'],
      'exchange-rate': ['Rate before', 'Rate now'],
    },
    customers: (step: string) => `${step}, by customer`,
    parts: 'Subscriptions',
    empty: 'Nothing changed.',
    evidence: (of: string) => `Lines of ${of}`,
    first: (shown: string, all: string) => `The ${shown} largest of ${all} lines.`,
  },
} as const; // prettier-ignore
