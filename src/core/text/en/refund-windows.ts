/** Words of refund windows that still run. */

export const refundWindowsText = {
  /** Name of the part. */
  part: 'Refund windows',
  title: (day: string) => `Open on ${day}`,
  sum: (windows: string) => `${windows} ${windows === '1' ? 'window' : 'windows'}`,
  none: {
    title: 'No refund window is open',
    text: 'Nothing that was bought, renewed or added in the last seven days is in the files. Set another as-of day, or import newer files: subscriptions, or the unbilled reconciliation file of this month.',
  },
  rule: 'Licences can be cancelled or reduced for seven days (168 hours) from the purchase or renewal, added seats for seven days of their own, software for ever for 30 days (R-053). Files have days and no hours, so the last day may be over: act on the day before. Extended Service Terms can be ended any day (R-012).',
  counts: 'Whole within 24 hours; then by days (R-054). Microsoft’s worked examples give the day of cancelling back; its wording for software does not: both amounts are shown, without tax.',
  kpis: {
    label: (currency: string) => `Refund windows in ${currency}`,
    open: 'Open',
    today: 'Back if all is cancelled today',
    tomorrow: 'Tomorrow',
    urgent: 'Sure for today at most',
  },
  columns: {
    customer: 'Customer',
    product: 'Product',
    what: 'What opened it',
    seats: 'Seats',
    scope: 'Can be given back',
    start: 'From',
    surely: 'Surely until',
    until: 'At the latest',
    today: 'Back today',
    todayCharged: 'Today, day charged',
    tomorrow: 'Back tomorrow',
    tomorrowCharged: 'Tomorrow, day charged',
    source: 'Known from',
    subscription: 'Subscription id',
  },
  anyTime: 'any day',
  bases: {
    new: 'Purchase',
    renew: 'Renewal',
    added: 'Added seats',
    term: 'Term that began',
    perpetual: 'Software for ever',
    est: 'Extended Service Term',
  },
  scopes: { seats: 'all or some seats', added: 'the added seats', whole: 'all or nothing' },
  sources: { billed: 'billed lines', portfolio: 'the portfolio’s term', microsoft: 'Partner Center’s date' },
  lines: (of: string) => `Lines of ${of}`,
} as const; // prettier-ignore
