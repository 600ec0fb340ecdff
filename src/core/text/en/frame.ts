/** Words of the frame around the screens: top bar, tabs, states of the whole app. */

export const frameText = {
  brand: 'Termwise',
  skip: 'Skip to the sheet',
  untitled: 'Untitled workbook',
  nameLabel: 'Name of the workbook',
  sheets: 'Sheets',
  screens: {
    files: 'Files',
    portfolio: 'Portfolio',
    sheets: 'Sheets',
    pivot: 'Pivot',
    exposure: 'Exposure',
    decide: 'Decide',
    payers: 'Who pays',
    scenarios: 'Scenarios',
    uncertainty: 'Uncertainty',
    since: 'Since last time',
    whatIf: 'What if',
    azure: 'Azure',
    invoice: 'Invoice check',
    obligations: 'Obligations',
    report: 'Report',
  },
  asOf: 'As of',
  horizon: 'Horizon',
  monthsUnit: 'months',
  months: (count: number) => (count === 1 ? '1 month' : `${String(count)} months`),
  bridgeDays: 'Bridge days',
  noBridge: 'none',
  /** After a text that says no value of the field. */
  kept: (value: string, allowed: string) => `Kept ${value}: ${allowed}.`,
  horizonAllowed: (least: string, most: string) => `whole months from ${least} to ${most}`,
  bridgeAllowed: (least: string, most: string) => `whole days from ${least} to ${most}, or nothing`,
  export: 'Export',
  exports: {
    'report-html': 'Report (HTML)',
    'results-xlsx': 'Results (XLSX)',
    'results-csv': 'Results (CSV)',
    'months-csv': 'Months (CSV)',
    'results-json': 'Results (JSON)',
    'scenario-json': 'Scenario (JSON)',
    'diagnostics-csv': 'Import log (CSV)',
  },
  exporting: (what: string) => `Making ${what}`,
  /** Behind the counter: what its button opens. */
  check: 'How to check this yourself',
  outward: (count: number) =>
    count === 1 ? '1 request to another origin' : `${String(count)} requests to other origins`,
  opening: 'Opening the workbook',
  /** Behind the line that says that another tab writes. */
  takeOver: 'Take over',
  noWorkbook: 'No workbook open',
  rows: (subscriptions: string, files: string) =>
    `${subscriptions} ${subscriptions === '1' ? 'subscription' : 'subscriptions'} from ${files} ${files === '1' ? 'file' : 'files'}`,
  calculating: 'Calculating',
  theme: { label: 'Theme', system: 'As the system', light: 'Light', dark: 'Dark' },
  failed: (reason: string) =>
    `Something went wrong that should not have: ${reason}. Reload the page; your data is stored.`,
} as const;
