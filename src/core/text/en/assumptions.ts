/** Words of the assumptions panel: names of values, where they come from, what may be typed, and what is worth a look. */

const plural = (count: number, one: string, many: string): string => `${String(count)} ${count === 1 ? one : many}`;

export const assumptionsText = {
  title: 'Assumptions',
  groups: { est: 'Extended Service Term', eligible: 'Who is eligible', scenario: 'Scenario', file: 'Scenario file', look: 'Worth a look' },
  names: {
    upliftMonthly: 'EST_Uplift',
    upliftNoMonthly: 'EST_Uplift_NoMonthly',
    noMonthlyBase: 'EST_NoMonthly_Base',
    bridgeDays: 'Bridge_Days',
    listRows: 'EST_List_Rows',
    eligibleStartFrom: 'EST_Start_From',
    eligibleEndFrom: 'EST_End_From',
  },
  meanings: {
    upliftMonthly: 'on the monthly price',
    upliftNoMonthly: 'where no monthly term exists',
    noMonthlyBase: 'what the latter applies to',
    bridgeDays: 'blank: until the horizon',
    listRows: 'EST prices that lists state',
    eligibleStartFrom: 'bought or renewed from',
    eligibleEndFrom: 'terms that end from',
  },
  choices: {
    noMonthlyBase: { annual: 'annual', annualBilledMonthly: 'billed monthly' },
    listRows: { use: 'use', ignore: 'ignore' },
  },
  percent: '%',
  days: 'd',
  none: 'none',
  differs: (value: string) => `differs from the default, ${value}`,
  defaultIs: (value: string) => `default ${value}`,
  percentRange: (text: string, kept: string) =>
    `“${text}” is not allowed: a percentage from 0 to 100, such as 3 or 3.5. Kept ${kept}.`,
  daysRange: (text: string, kept: string) =>
    `“${text}” is not allowed: a whole number of days from 0 to 3,660, or nothing. Kept ${kept}.`,
  dateRange: (text: string, kept: string) =>
    text === '' ? `A date is needed. Kept ${kept}.` : `“${text}” is not a date of the calendar. Kept ${kept}.`,
  listRowsWin:
    'Where a price list states an EST price, that price wins over the uplift (R-009), so this value changes only the other SKUs.',
  ignoreListRows: 'Ignore list rows',

  summary: {
    name: 'Name',
    priceChanges: 'Price changes',
    decisions: 'Decisions',
    twins: 'EST twins decided',
    margin: 'Margin_Business',
    marginRules: 'Margin exceptions',
    clauses: 'Clauses',
    none: 'none',
    margins: {
      'markup': (percent: string) => `${percent} % on cost`,
      'erp-discount': (percent: string) => `${percent} % off ERP`,
      'margin': (percent: string) => `${percent} % margin`,
    },
    fixed: (price: string) => `fixed ${price}`,
    allowing: (allowing: string, all: string) => `${allowing} of ${all} allow it`,
  },

  load: 'Load…',
  loadLabel: 'Load a scenario file',
  save: 'Save',
  saving: 'Saving the scenario',
  reset: 'Reset to defaults',
  loaded: (name: string) => `Scenario “${name}” loaded.`,
  refused: (file: string) => `${file} was not loaded; the scenario is as it was.`,

  look: {
    none: 'Nothing stands out.',
    unpriced: (count: number) => `${plural(count, 'subscription has', 'subscriptions have')} no price`,
    listDiffers: (count: number) => `EST list differs from the rule, ${plural(count, 'SKU', 'SKUs')}`,
    promotionUnknown: (count: number) => `${plural(count, 'subscription has', 'subscriptions have')} an unknown promotion`,
    boundaryDay: (count: number) => `${plural(count, 'term ends', 'terms end')} on the first day of EST (D-02)`,
    questions: (count: number) => `${plural(count, 'row waits', 'rows wait')} for an answer`,
    twins: (count: number) => `${plural(count, 'SKU', 'SKUs')} may be an EST twin`,
    intro: {
      unpriced: 'These subscriptions stand in no total. The reason says what is missing.',
      listDiffers: 'For these SKUs the price list states another EST price than the uplift gives. The list’s price counts (R-009).',
      promotionUnknown: 'A price was paid, but no file holds the promotion behind it: the whole difference stands under list move.',
      boundaryDay: 'Sources differ on terms that end exactly on this day; here they count as eligible.',
    },
    first: (shown: string, all: string) => `The first ${shown} of ${all}. The export “Results (CSV)” holds all.`,
    columns: { customer: 'Customer', product: 'Product', sku: 'SKU', id: 'Subscription', reason: 'Reason', estUnit: 'EST price, seat-month', termEnd: 'Term end' },
  },
} as const; // prettier-ignore
