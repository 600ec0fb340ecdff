/** Words of the calendar of obligations: what is due, on both branches, and where it is seen to. */

const many = (count: number, shown: string, one: string, more: string): string =>
  `${shown} ${count === 1 ? one : more}`;

export const obligationsDueText = {
  part: 'Due',
  loading: 'Looking for what is due …',
  intro:
    'Everything with a day: what agreements and programmes ask for, ends of terms and their locks, refunds, promotions, prices.',
  unread: (lines: string) =>
    `${lines} billed lines have not been read yet: their refund windows are missing here. Open Invoice check once, then come back.`,
  kpis: {
    label: 'To see to',
    overdue: 'Overdue',
    within: (days: number) => `Next ${String(days)} days`,
    until: (day: string) => `to ${day}`,
  },
  span: {
    label: 'Days',
    overdue: 'Overdue',
    30: 'Next 30 days',
    60: 'Next 60 days',
    90: 'Next 90 days',
    year: 'Next 12 months',
    past: 'Last 12 months',
  },
  views: { label: 'Show as', list: 'List', month: 'Months' },
  kinds: {
    label: 'Kinds',
    names: {
      register: 'Customers (MCA)',
      programme: 'CSP role',
      terms: 'Agreement',
      readiness: 'CSPP Plus',
      rules: 'Rule',
      lock: 'Lock',
      'term-end': 'End of term',
      refund: 'Refund window',
      promotion: 'Promotion',
      prices: 'Prices',
      est: 'EST',
    },
  },
  title: (span: string) => `Due: ${span}`,
  sum: (lines: string) => `${lines} lines`,
  none: 'Nothing in these days. Choose more days or other kinds.',
  noData:
    'Days of your customers and prices come with files: drop subscriptions and a price list. What you say of agreements and your role stands here too.',
  toFiles: 'Add files',
  columns: {
    day: 'Day',
    left: 'Days left',
    kind: 'Kind',
    what: 'What',
    about: 'About',
    amounts: 'Amounts',
    ifMet: 'If it is met',
    ifMissed: 'If not',
    rule: 'Rule',
  },
  left: { today: 'today', ahead: (days: string) => days, ago: (days: string) => `−${days}` },
  done: 'done',
  own: (name: string) => `From your rules “${name}”`,
  where: { portfolio: 'Show in the portfolio' },
  places: {
    decide: 'Open Decide',
    invoice: 'Open Invoice check',
    files: 'Open Files',
    exposure: 'Open Exposure',
    sections: {
      mca: 'Open Customers (MCA)',
      role: 'Open Role and floors',
      agreements: 'Open Agreements',
      plus: 'Open CSPP Plus',
      rules: 'Read the rule',
    },
  },
  others: (shown: string) => `${shown} more customers`,
  subscriptions: (count: number, shown: string) => many(count, shown, 'subscription', 'subscriptions'),
  mca: {
    what: (count: number) =>
      count === 1
        ? 'Acceptance of the MCA: one planned change waits for it'
        : `Acceptance of the MCA: ${String(count)} planned changes wait for it`,
    others: (count: number) =>
      `Acceptance of the MCA by ${String(count)} more customers, whose planned changes wait for it`,
    ifMet: 'What is planned goes through.',
    ifMissed: 'New purchases, seat changes and upgrades are blocked; the lock passes without them.',
  },
  lock: {
    what: (subscriptions: string, locks: string) =>
      `Last day to change ${subscriptions}: they lock at 00:00 UTC of ${locks}`,
    ifMet: 'They are renewed, cut, cancelled or kept in EST as decided.',
    ifMissed: (outcomes: string) => `What is set up happens: ${outcomes}.`,
  },
  end: {
    what: (count: number, shown: string) => many(count, shown, 'term ends', 'terms end'),
    ifMet: (outcomes: string) => `As things stand: ${outcomes}.`,
    ifMissed: 'Nothing can be changed any more; for 7 days a renewal can still be cancelled or cut.',
  },
  outcomes: {
    excluded: (count: string) => `${count} not in scope`,
    'in-est': (count: string) => `${count} in EST`,
    renews: (count: string) => `${count} renewing`,
    cancels: (count: string) => `${count} ending`,
    'est-chosen': (count: string) => `${count} going to EST as chosen`,
    'est-drift': (count: string) => `${count} drifting into EST`,
    lapses: (count: string) => `${count} lapsing`,
    unpriced: (count: string) => `${count} without a price`,
  },
  more: (amounts: string) => `EST costs ${amounts} a month more`,
  perMonth: (amounts: string) => `${amounts} a month`,
  refund: {
    what: (count: number, shown: string) => many(count, shown, 'refund window closes', 'refund windows close'),
    ifMet: (amounts: string) =>
      amounts === '' ? 'What is cancelled or cut is refunded.' : `Cancelled today, ${amounts} comes back.`,
    ifMissed: 'The term is paid to its end.',
    amounts: (amounts: string) => `${amounts} today`,
  },
  promotion: {
    what: (count: number, shown: string) => many(count, shown, 'promotion ends', 'promotions end'),
    held: (subscriptions: string) => `${subscriptions} in it`,
    ifMet: 'Bought or renewed up to this day, the percentage holds for that term.',
    ifMissed: 'From the day after, the list price counts.',
  },
  prices: {
    begin: (rows: string) => `${rows} prices of a list begin`,
    end: (rows: string) => `Last day of ${rows} prices of a list`,
    preview: (month: string) => `The price list of ${month} can be read`,
    supposed: 'A price change of the scenario begins',
    currency: 'A move of a currency in the scenario begins',
    branches: {
      begin: {
        ifMet: 'Orders before this day are at the prices before.',
        ifMissed: 'Orders from this day on are at the new prices.',
      },
      end: {
        ifMet: 'With a newer list imported, its prices count.',
        ifMissed: 'Without one, the last prices are carried forward, and marked.',
      },
      preview: {
        ifMet: 'Imported, its prices are in all figures from the first of the month.',
        ifMissed: 'Figures go on with the prices of the month before.',
      },
      supposed: {
        ifMet: 'Orders before this day are at the prices before.',
        ifMissed: 'From this day on the scenario counts with the changed prices.',
      },
      currency: {
        ifMet: 'Orders before this day are at the rate before.',
        ifMissed: 'From this day on the scenario counts with the moved rate.',
      },
    },
  },
  month: {
    label: (month: string) => `Due in ${month}`,
    before: 'Month before',
    after: 'Month after',
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    day: (day: string, count: string) => `${day}: ${count} due`,
    counts: 'The number under a day says how many lines it has; choose it to read them.',
    chosen: (day: string) => `Due on ${day}`,
  },
  file: {
    name: 'Due',
    save: 'Calendar file (ICS)',
    saving: 'Writing a calendar file',
    hint: 'What is listed, for Outlook and other calendars. A newer file updates the same entries.',
    ifMet: (text: string) => `If it is met: ${text}`,
    ifMissed: (text: string) => `If not: ${text}`,
    rule: (id: string) => `Rule ${id}`,
  },
  strip: {
    title: 'Due',
    overdue: (count: string) => `${count} overdue`,
    within: (days: number) => `${String(days)} days`,
    next: (day: string, what: string) => `Next: ${day}, ${what}`,
  },
};
