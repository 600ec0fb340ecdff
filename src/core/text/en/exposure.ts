/** Words of the Exposure screen: key figures, filters, charts around the list, the list itself, and its empty states. */

const plural = (count: number, one: string, many: string, text = String(count)): string =>
  `${text} ${count === 1 ? one : many}`;

export const exposureText = {
  title: 'Exposure',
  currency: 'Currency',
  calculating: 'Calculating',

  kpis: {
    label: (currency: string) => `Key figures in ${currency}`,
    exposed: 'Exposed subscriptions',
    atRisk: 'At risk, nobody decided',
    est: (months: number) => `EST cost, ${plural(months, 'month', 'months')}`,
    extra: 'Extra against today',
    promotion: 'Promotion lost',
    absorbed: 'Absorbed by us',
    of: (count: string) => `of ${count}`,
  },

  filters: {
    /** A month picks subscriptions; their figures stay those of the whole window. */
    wholeWindow: (months: number, month: string) =>
      `Figures of ${plural(months, 'month', 'months')} for those charged in ${month}`,
    heading: 'Subscriptions',
    label: 'Filters',
    add: 'Add filter',
    dialog: 'Filter charts and list',
    apply: 'Apply',
    clear: 'Remove all',
    any: 'any',
    find: 'Find',
    findHint: 'customer, product or id',
    month: 'Month',
    customer: 'Customer',
    customerHint: (count: number) => `The ${String(count)} with the largest extra. Use Find for the others.`,
    outcome: 'Outcome',
    segment: 'Segment',
    part: 'Cause',
    chip: (what: string, value: string) => `${what}: ${value}`,
    contains: (text: string) => `Contains “${text}”`,
  },
  count: (shown: string, all: string) => `${shown} of ${all} rows`,
  amountsIn: (currency: string, months: number) => `amounts in ${currency} for ${plural(months, 'month', 'months')}`,
  byUrgency: 'most urgent first (extra per day left)',
  sortByUrgency: 'Most urgent first',

  charts: {
    label: 'Charts',
    cliffOf: 'The cliff of',
    portfolio: 'Portfolio',
    subscription: 'This subscription',
    more: 'Who pays, and the known dates',
  },

  list: {
    sortStep: 'Sort the exposure list',
    label: (currency: string) => `Exposed subscriptions in ${currency}`,
    /** Names the list in files. */
    fileTitle: (currency: string) => `Exposure ${currency}`,
    customer: 'Customer',
    product: 'Product',
    seats: 'Seats',
    term: 'Term, billing',
    termEnd: 'Term end',
    locksAt: 'Locks at',
    locksUnit: 'UTC (local)',
    outcome: 'Outcome',
    current: 'Current',
    est: 'EST',
    extra: 'Extra',
    nextStep: 'Next step',
    total: (rows: number, text: string) => `Total, ${plural(rows, 'row', 'rows', text)}`,
    empty: 'No exposed subscription passes the filter. Remove a filter above.',
    noCustomer: 'Customer without a name',
    anyDay: 'any day',
    locked: (day: string) => `${day} · locked`,
    lock: (utc: string, local: string, left: string) => `${utc} (${local}) · ${left}`,
    daysLeft: (text: string) => `${text} d`,
    daysLeftSoon: (days: number, text: string) => `${plural(days, 'day', 'days', text)} left`,
  },
  terms: { P1M: '1M', P1Y: '1Y', P3Y: '3Y' } as Readonly<Record<string, string>>,
  plans: { Monthly: 'monthly', Annual: 'annual', Triennial: 'triennial', None: 'none' } as Readonly<Record<string, string>>,
  termAndPlan: (term: string, plan: string) => (plan === '' ? term : `${term}, ${plan}`),
  outcomes: { 'in-est': '■ in EST', 'est-chosen': '● chosen', 'est-drift': '▲ drifts' } as Readonly<Record<string, string>>,
  nextSteps: {
    'decide': 'Decide',
    'decide-now': 'Decide now',
    'confirm': 'Confirm EST',
    'in-est': 'Renew or cancel',
    'locked': 'Leave EST',
  },

  empty: {
    noPrices: {
      title: 'No price list yet',
      text: 'Subscriptions are here, but nothing that prices them. Add the new-commerce licence price list of your market (Partner Center, Pricing and offers).',
    },
    waiting: {
      title: (count: number, text: string) => (count === 1 ? '1 subscription waits' : `${text} subscriptions wait`),
      forAnswer: 'The files do not say their market, currency or segment, and the price lists leave a choice. Answer the question on the Files sheet.',
      forList: 'The files do not say their market and currency; the licence price list of their market does. Add it (Partner Center, Pricing and offers).',
    },
    noSubscriptions: {
      title: 'No subscriptions yet',
      text: 'Prices are here, but nobody who pays them. Add the subscriptions of your customers: the Partner Center API’s JSON, a portal export, or a portfolio file.',
    },
    nothing: {
      title: 'Nothing here yet',
      text: 'Add subscriptions and a licence price list.',
    },
    unpriced: {
      title: 'No subscription has a price',
      text: (count: string) =>
        `None of the ${count} subscriptions could be priced. “Worth a look” says why for each; most often a price list of their market, segment or currency is missing.`,
    },
    goodNews: {
      title: (currency: string) => `Good news: nothing in ${currency} is exposed`,
      text: (months: number) =>
        `No subscription moves into a paid Extended Service Term within ${plural(months, 'month', 'months')} from as-of.`,
    },
    toFiles: 'Go to Files',
  },
} as const; // prettier-ignore
