/** What the sample's page says about its planted traps, and what the sample command prints. */

export interface TrapText {
  readonly title: string;
  /** What a reader of the raw files gets wrong. */
  readonly naive: string;
  /** What Termwise shows instead. */
  readonly shows: string;
}

export const trapTexts = {
  'lost-zero': {
    title: 'A SKU id that lost its zeros',
    naive: 'The list says 1, the subscription 0001: a plain join finds no price.',
    shows: 'Matches both ids padded to four characters and shows each as it came.',
  },
  'est-no-uplift': {
    title: 'An EST row without the uplift',
    naive: 'Adds 3 % to the monthly price, or trusts the row without a word.',
    shows: "Takes the list's own row, and notes that it differs from the formula, with both figures.",
  },
  'silent-twin': {
    title: 'An EST offer that does not say so',
    naive: 'Same title as its base, a monthly term: looks like an ordinary monthly subscription.',
    shows: 'Recognises the twin by its single monthly row at 1.03 × the base, and counts the subscription as in EST.',
  },
  'promotion-dies': {
    title: 'A promotion that ends before the renewal',
    naive: 'Budgets the next year at the discounted price.',
    shows: 'The cliff has a step of its own for the lost promotion.',
  },
  'old-grace': {
    title: 'A three-year term bought before 1 April 2025',
    naive: 'Auto-renew is off, so it is counted as drifting into EST.',
    shows: 'Not eligible: it takes the old grace path and costs nothing in EST (R-004, R-030).',
  },
  'price-rise': {
    title: 'A price that rose in the newer list',
    naive: 'Works out EST from the price that was locked at the purchase.',
    shows: 'EST starts from the list of the day on which it begins; the rise is its own step in the cliff.',
  },
  'no-monthly': {
    title: 'A product without a monthly term',
    naive: 'Looks for the monthly price, finds none, and counts 0 or 3 %.',
    shows: 'Annual price ÷ 12 + 23 % (R-006), with the open question of its base in the trail.',
  },
  'est-despite-flag': {
    title: 'Auto-renew is on, and EST is scheduled',
    naive: 'Reads the flag: renews.',
    shows: 'The scheduled action decides: moves to EST (R-018).',
  },
  'cancel-despite-flag': {
    title: 'Auto-renew is on, and a cancellation is scheduled',
    naive: 'Reads the flag: renews, or takes “off” for EST.',
    shows: 'Ends with its term; nothing is exposed (R-017).',
  },
  'ends-today': {
    title: 'A term that ends on the as-of day',
    naive: 'Already over, so it is left out.',
    shows: 'The last day is inclusive: EST begins tomorrow and counts in full.',
  },
  'month-end': {
    title: 'A cycle that begins on the 31st',
    naive: 'Adds 30 days, or lets February move the anchor for ever.',
    shows: 'Cycles begin on 31 January, the last of February, 31 March: the anchor stays, short months clamp.',
  },
  'suspended': {
    title: 'A suspended subscription with auto-renew off',
    naive: 'Counts it as drifting.',
    shows: 'Excluded, with its rule (R-003).',
  },
  'trial': {
    title: 'A free trial',
    naive: 'Prices it like its paid sibling.',
    shows: 'Excluded, with its rule (R-003).',
  },
  'no-clause': {
    title: 'A customer whose contract has no pass-through clause',
    naive: 'Passes the whole EST surcharge on.',
    shows: 'Nothing may be passed on: all of it is absorbed (R-028).',
  },
  'price-lock': {
    title: 'A price lock that outlasts the term',
    naive: 'Passes the surcharge on from the first day.',
    shows: 'Passed on from the day after the lock; what is lost before stands under delayed.',
  },
  'formula-name': {
    title: 'A customer name that is a formula',
    naive: 'An export opened in a spreadsheet runs it.',
    shows: 'Shown as text everywhere, and exports guard it.',
  },
  'end-of-sale': {
    title: 'A product that left the newer list',
    naive: 'Reads only the newest list and finds no price.',
    shows: 'Lists replace each other row by row: the older row is still in force.',
  },
  'no-price': {
    title: 'A subscription that no list prices',
    naive: 'Counts it as 0.',
    shows: 'Listed under unpriced with the reason, and in no total.',
  },
  'legacy-instruction': {
    title: 'Only the legacy renewal instruction is set',
    naive: 'Auto-renew is off and there is no scheduled action: drifting.',
    shows: 'Treated as renewing, with the note legacy-instruction (R-020).',
  },
  'two-currencies': {
    title: 'Customers billed in euros',
    naive: 'One total over dollars and euros.',
    shows: 'A total for each currency, never added together.',
  },
} as const satisfies Record<string, TrapText>; // prettier-ignore

export type TrapId = keyof typeof trapTexts;

export const sampleText = {
  usage: 'npm run sample -- --out DIR [--seed N] [--as-of YYYY-MM-DD] [--subscriptions N] [--format api|portfolio]',
  badOption: (option: string) => `Cannot use ${option}.`,
  missingOut: 'Say where the files go: --out DIR.',
  wrote: (file: string, bytes: number) => `${file}  ${String(bytes)} bytes`,
  pageTitle: '# The sample portfolio',
  pageIntro: (subscriptions: number, customers: number) =>
    `About ${String(subscriptions)} subscriptions of ${String(customers)} customers, made by \`src/sample/\` from a seed and dated relative to as-of. ` +
    'Product names are Microsoft’s public ones; every price, id, customer and contract is invented. ' +
    '`npm run sample -- --out DIR` writes the files, in any size.',
  pageFiles: '## Files',
  pageFile: (file: string, content: string) => `- \`${file}\`: ${content}\n`,
  files: [
    ['<month>_NCE_LicenseBasedPL_GA_US.csv', 'two price lists as the portal gives them, of the month of as-of and of 13 months before, EST rows inside'],
    ['<month>_NCE_LicenseBasedPL_GA_DE.csv', 'the same two in euros'],
    ['subscriptions.json', 'subscriptions as the Partner Center API gives them'],
    ['productpromotions.json', 'promotions, likewise; half of them have ended by as-of'],
    ['portfolio-germany.csv', 'the customers billed in euros, as a portfolio sheet'],
    ['subscriptions-<day>.json, portfolio-germany-<day>.csv', 'on request (Since last time): the subscriptions as they were a month earlier; only to be compared, since the newer files count'],
    ['azure-daily-usage-billed.csv, azure-daily-usage-unbilled.csv', 'what five customers used of Azure in two billed months and the running one, with a week’s rhythm, month-end work, machines that nobody ordered for two days, and a customer without earned credit for the last 20 days'],
    ['customers.json', 'names of the customers'],
    ['customer-agreements.csv', 'on request (Obligations, Customers): who of the customers accepted the Microsoft Customer Agreement, when and how, with invented contacts'],
    ['scenario.json', 'margin rules on three levels, and contract clauses'],
  ],
  pageTraps: '## Planted traps',
  pageTrapsIntro: 'Each is one customer’s or one subscription’s worth of trouble that a plain reading of the files gets wrong.',
  pageHeader: ['Trap', 'Plain reading', 'Termwise', 'Where'],
} as const; // prettier-ignore
