/** Words of the comparison of scenarios: what is compared, key figures, charts around the list, the list itself. */
import { compareChartText } from './compare-charts.ts';

const plural = (count: number, one: string, many: string, text = String(count)): string =>
  `${text} ${count === 1 ? one : many}`;

export const compareText = {
  title: 'Scenarios side by side',
  comparing: 'Comparing scenarios',
  /** Stage of the job. */
  done: (done: number, of: number) => `${String(done)} of ${String(of)} scenarios`,
  cancelled: 'The comparison was cancelled.',
  again: 'Compare again',
  currency: 'Currency',

  picker: {
    step: 'Scenarios side by side',
    label: 'Scenarios to compare',
    scenarios: 'Scenarios',
    presets: 'What if',
    reference: 'Against',
    choose: (least: number, most: number) => `Choose ${String(least)} to ${String(most)} scenarios.`,
    most: (most: number) => `More than ${String(most)} do not fit side by side.`,
    onlyFiltered: 'Only the subscriptions that pass the filter',
  },
  empty: {
    title: 'Nothing to compare yet',
    noData: 'Import a portfolio and a price list; then scenarios have figures.',
    one: 'There is one scenario. Branch it, change an assumption in the branch, and both stand here side by side.',
  },

  said: {
    title: 'What they say differently',
    group: 'Part',
    assumption: 'Assumption',
    nothing: 'They say the same.',
    cut: 'Only the first of long parts are shown.',
  },
  figures: {
    label: (currency: string) => `Key figures by scenario in ${currency}`,
    figure: 'Figure',
    reference: 'reference',
    more: 'All amounts',
    counts: { exposed: 'Exposed subscriptions', atRisk: 'At risk, nobody decided', unpriced: 'Without a price' },
    up: (difference: string, percent: string) => `▲ ${difference}${percent === '' ? '' : ` (${percent})`}`,
    down: (difference: string, percent: string) => `▼ ${difference}${percent === '' ? '' : ` (${percent})`}`,
    same: compareChartText.equal,
    none: '—',
  },

  charts: {
    label: 'Charts',
    amount: 'Figure',
    to: 'Bridge to',
  },

  list: {
    label: (currency: string) => `Subscriptions by scenario in ${currency}`,
    fileTitle: (currency: string) => `Scenarios side by side ${currency}`,
    customer: 'Customer',
    product: 'Product',
    id: 'Subscription id',
    noCustomer: 'Customer without a name',
    of: (figure: string, scenario: string) => `${figure}, ${scenario}`,
    difference: (scenario: string) => `± ${scenario}`,
    percent: (scenario: string) => `% ${scenario}`,
    outcome: 'Outcome',
    unpriced: 'no price',
    total: (count: number, text: string) => plural(count, 'subscription', 'subscriptions', text),
    count: (shown: string, all: string) => `${shown} of ${all} subscriptions`,
    unchanged: 'Also those without a difference',
    change: 'Change',
    changes: {
      any: 'any',
      amount: 'figure differs',
      more: 'figure rises',
      less: 'figure falls',
      outcome: 'outcome differs',
    },
    find: 'Find',
    findHint: 'customer, product or id',
    filters: 'Filters',
    empty: 'No subscription differs between these scenarios.',
    noMatch: 'No subscription passes the filter.',
    outcomes: {
      'excluded': 'excluded',
      'in-est': '■ in EST',
      'renews': 'renews',
      'cancels': 'cancels',
      'est-chosen': '● chosen',
      'est-drift': '▲ drifts',
      'lapses': 'lapses',
    } as Readonly<Record<string, string>>,
  },
} as const; // prettier-ignore
