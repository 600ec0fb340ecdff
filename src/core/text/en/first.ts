/** Words of the first screen, of the page about the sample's traps, and of the proof that nothing leaves the machine. */

export interface SourceText {
  readonly what: string;
  /** Page of Partner Center; empty when there is none. */
  readonly page: string;
  /** Call of the API; empty when there is none. */
  readonly call: string;
  /** The call is the better way: shown first. */
  readonly callFirst?: boolean;
  readonly file: string;
}

const sourceRows: readonly SourceText[] = [
  {
    what: 'Subscriptions',
    page: 'Or Partner Center → Customers → Subscriptions → Export all, if it has columns for product, SKU, term, billing plan and end date',
    call: 'GET /v1/customers/{customer-id}/subscriptions',
    callFirst: true,
    file: 'subscriptions.json, subscriptions.csv',
  },
  {
    what: 'Customers',
    page: 'Partner Center → Customers → Export customers',
    call: 'GET /v1/customers',
    file: 'Customers.csv, customers.json',
  },
  {
    what: 'Price list, licences',
    page: 'Partner Center → Pricing → Price lists → License-based services (new commerce)',
    call: "GET /v1.0/sales/pricesheets(Market='US',PricesheetView='updatedlicensebased')/$value",
    file: 'Nov_NCE_LicenseBasedPL_GA_US.csv',
  },
  {
    what: 'Price list, EST',
    page: 'The same page, if the Extended Service Term is listed apart',
    call: "GET /v1.0/sales/pricesheets(Market='US',PricesheetView='licensebasedest')/$value",
    file: 'part of the list above, or a file of its own',
  },
  {
    what: 'Promotions',
    page: '',
    call: 'GET /v1/productpromotions?country=US&segment=commercial',
    file: 'productpromotions.json',
  },
  {
    what: 'Price lists, software and marketplace',
    page: 'Partner Center → Pricing → Price lists → Software, Marketplace',
    call: "GET /v1.0/sales/pricesheets(Market='US',PricesheetView='software')/$value, or 'marketplace'",
    file: 'sheets.csv',
  },
  {
    what: 'Price lists, Azure plan',
    page: 'Partner Center → Pricing → Price lists → Usage-based services (new commerce)',
    call: "GET /v1.0/sales/pricesheets(Market='US',PricesheetView='azure_consumption')/$value, or 'azure_reservations'",
    file: 'sheets.csv',
  },
  {
    what: 'Exchange rates, offer matrix',
    page: 'Partner Center → Pricing → Price lists',
    call: "GET /v1.0/sales/fxrates(Month='202611')/$value",
    file: 'fxrates.csv, updatedoffice.csv',
  },
  {
    what: 'Reconciliation, billed and unbilled',
    page: 'Partner Center → Billing → Billing history → Download file → Reconciliation',
    call: 'POST /v1.0/reports/partners/billing/reconciliation/billed/export, or unbilled (Microsoft Graph)',
    file: 'CSV, part-….json.gz',
  },
  {
    what: 'Daily rated usage, billed and unbilled',
    page: 'Partner Center → Billing → Billing history → Download file → Daily usage',
    call: 'POST /v1.0/reports/partners/billing/usage/billed/export, or unbilled (Microsoft Graph)',
    file: 'CSV, part-….json.gz',
  },
  {
    what: 'Azure costs, FOCUS, price sheet',
    page: 'Azure portal → Cost Management → Exports',
    call: 'PUT /{scope}/providers/Microsoft.CostManagement/exports/{name}',
    file: 'part_0_0001.csv, .csv.gz, .parquet',
  },
  {
    what: 'Insights datasets',
    page: 'Partner Center → Insights → Download reports',
    call: 'POST /insights/v1/mpn/ScheduledReport',
    file: 'CSV, TSV',
  },
  {
    what: 'Earnings and payments',
    page: 'Partner Center → Earnings → Reports → Download',
    call: '',
    file: 'CSV, TSV in a zip',
  },
];

export const firstText = {
  title: 'See which subscriptions drift into an Extended Service Term, and what each way out costs.',
  lead: 'Drop a client’s exports. Termwise reads them here, in this browser, and shows cost, cause and deadline for each subscription.',
  formats: 'CSV, TSV, XLSX, JSON, Parquet, gz and zip. Several at once.',
  formatsFree: (free: string) =>
    `CSV, TSV, XLSX, JSON, Parquet, gz and zip. Several at once. Any size that fits: ${free} free.`,
  openSample: 'Open the sample portfolio',
  whatIsPlanted: 'What is planted in it?',

  sources: {
    title: 'Where do I get these files?',
    columns: { what: 'What', where: 'Where: page and API call', file: 'File name' },
    rows: sourceRows,
    none: 'None of these',
    template: 'Download the template and fill in one row for each subscription.',
    templateFile: 'termwise-template.xlsx, .csv',
    xlsx: 'Template (XLSX)',
    csv: 'Template (CSV)',
    making: 'Making the template',
    otherHeaders:
      'A distributor’s list or a portal export with other headers works too: you say once which column is which, and Termwise remembers it.',
  },

  privacy:
    'Your files stay on this computer. The page may load nothing from and send nothing to any other origin; the browser enforces it, and the counter above shows what was tried. No account, no server, no telemetry.',
  howToCheck: 'How to check this yourself',

  check: {
    title: 'How to check that nothing leaves this computer',
    counter: (count: number) =>
      count === 0
        ? 'Since this page was opened it has made 0 requests to other origins.'
        : `Since this page was opened, ${String(count)} ${count === 1 ? 'request' : 'requests'} to other origins ${count === 1 ? 'was' : 'were'} tried. Close the page and tell whoever hosts it.`,
    steps: [
      [
        'Look at the network yourself.',
        'Press F12, open the Network tab, and drop your files. Every line that appears has this page’s own address. None appears while files are read.',
      ],
      [
        'Pull the plug.',
        'Wait until “Works offline” below says yes, or open each screen once where it says no. Then switch the network off and drop your files: they are read and priced as before.',
      ],
      [
        'Read the policy that the browser enforces.',
        'In the Network tab, choose the first line and look at its headers: Content-Security-Policy. Where the host sends none, the same policy stands in the page itself.',
      ],
      ['Break it.', 'In the Console tab, enter the line below. The browser refuses it, and the counter goes up.'],
    ],
    probe: "fetch('https://example.com')",
    policy: 'The policy of this page',
    policyFromHeaders: 'The host sends it with every file; see the Network tab.',
  },

  traps: {
    title: 'What is planted in the sample',
    intro:
      'Everything in the sample is invented. Each of these is a piece of trouble that a plain reading of the files gets wrong, and that real portfolios hold too.',
    columns: { naive: 'A plain reading', shows: 'Termwise' },
    loading: 'Looking them up',
    notOpen: 'Open the sample to see each of them in place.',
    show: (trap: string) => `Show: ${trap}`,
    showOne: 'Show in the portfolio',
    showTotals: 'Show the totals',
    unpriced: 'Among the subscriptions without a price',
    subscriptions: (count: number) => (count === 1 ? '1 subscription' : `${String(count)} subscriptions`),
    customers: (count: number) => (count === 1 ? '1 customer' : `${String(count)} customers`),
  },
} as const;
