/** Words of the portfolio sheet: columns, filters, its status line. */

const NOTE_WORDS: Readonly<Record<string, string>> = {
  'above-erp': 'customer price above retail price',
  'below-cost': 'customer price below cost',
  'boundary-day': 'term ends on the day EST began (D-02)',
  'carried-forward': 'price carried forward',
  'current-assumed': 'current price assumed from the list of as-of',
  'est-base-assumed': 'base of the EST price assumed',
  'est-list-differs': 'EST row of the list differs from the rule',
  'legacy-instruction': 'legacy renewal instruction',
  'promotion-unknown': 'promotion unknown',
  'unknown-action': 'unknown scheduled action',
};

export const portfolioText = {
  title: 'Portfolio',
  gridLabel: 'All subscriptions with their results',
  noValue: '—',
  yes: 'yes',
  no: 'no',
  columns: {
    customer: 'Customer',
    id: 'Subscription id',
    product: 'Product',
    productId: 'Product id',
    skuId: 'SKU',
    segment: 'Segment',
    market: 'Market',
    currency: 'Currency',
    seats: 'Seats',
    term: 'Term',
    plan: 'Billing plan',
    start: 'Commitment start',
    termEnd: 'Term end',
    autoRenew: 'Auto-renew',
    action: 'Scheduled action',
    promotionPercent: 'Promotion',
    pricePaid: 'Price paid',
    customerPrice: 'Customer price',
    outcome: 'Outcome',
    rule: 'Rule',
    currentUnit: 'Current unit',
    estUnit: 'EST unit',
    renewUnit: 'Renewal unit',
    cliffPromotion: 'Promotion lost, unit',
    cliffListMove: 'List move, unit',
    cliffCommitment: 'Commitment, unit',
    cliffEstUplift: 'EST uplift, unit',
    est: 'EST cost',
    current: 'Current cost',
    renew: 'Renewal cost',
    extra: 'Extra',
    passed: 'Passed on',
    delayed: 'Delayed',
    absorbed: 'Absorbed',
    margin: 'Margin',
    notes: 'Notes',
    file: 'File',
    line: 'Line',
  },
  units: { percent: '%', perSeatMonth: 'per seat-month' },
  outcomes: {
    excluded: 'excluded',
    'in-est': '■ in EST',
    renews: 'renews',
    cancels: 'cancels',
    'est-chosen': '● EST chosen',
    'est-drift': '▲ drifts into EST',
    lapses: 'lapses',
  } as Readonly<Record<string, string>>,
  /** Note codes, separated by spaces, in words. */
  notes: (codes: string) =>
    codes
      .split(' ')
      .map((code) => NOTE_WORDS[code] ?? code)
      .join('; '),
  unpriced: (reason: string) => `No price: ${reason}`,
  rows: (shown: string, all: string) => (shown === all ? `${all} rows` : `${shown} of ${all} rows`),
  arranging: 'Sorting and filtering',
  find: 'Find',
  findHint: 'Customer, product or an id',
  addFilter: 'Add filter',
  clearFilters: 'Clear all filters',
  empty: 'No subscription passes the filters. Take one off to see more.',
  waiting: (count: number, text: string) =>
    count === 1
      ? '1 subscription waits for its market, currency or segment. The Files sheet asks for it.'
      : `${text} subscriptions wait for their market, currency or segment. The Files sheet asks for them.`,
  noRows: 'No subscriptions yet. Add files on the Files sheet.',
  /** In place of a sum: amounts of several currencies are never added. */
  severalUnits: (units: readonly string[]) =>
    units.length === 2 ? units.join(' + ') : `${String(units.length)} currencies`,
  total: (count: string) => `Total (${count})`,
  columnsDialog: {
    extras: 'Other columns of the files',
    extrasHint: 'No figure uses them. They show at the end of the sheet, as the files have them.',
  },
  status: {
    label: 'Selection',
    count: (count: string) => `Count ${count}`,
    sum: (unit: string, sum: string) => `Sum ${unit} ${sum}`,
    average: (unit: string, average: string) => `Average ${unit} ${average}`,
    tooLarge: (unit: string) => `Sum ${unit} too large to add exactly`,
    seats: 'seats',
  },
} as const;
