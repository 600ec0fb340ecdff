/** Words of the questions that an import asks: which column is which, how dates and numbers are meant, which encoding. */

/** Our columns as the dialog shows them, in its order; `offerId` is one column that stands for product and SKU. */
const columns = {
  customerName: { label: 'Customer', hint: 'The customer’s name' },
  customerId: { label: 'Customer id', hint: 'The customer’s tenant id' },
  subscriptionId: { label: 'Subscription id', hint: 'A GUID, as in Partner Center' },
  offerId: { label: 'Offer id', hint: 'ProductId:SkuId:AvailabilityId in one column; stands for the next two' },
  productId: { label: 'Product id', hint: '12 characters, such as CFQ7TTC0LDPB' },
  skuId: { label: 'SKU id', hint: '4 characters, such as 0001' },
  offerName: { label: 'Product name', hint: '' },
  quantity: { label: 'Seats', hint: '' },
  termDuration: { label: 'Term', hint: 'P1M, P1Y, P3Y, or words such as “1 year”' },
  billingPlan: { label: 'Billing plan', hint: 'Monthly, Annual, Triennial' },
  commitmentStart: { label: 'Term start', hint: '' },
  commitmentEnd: { label: 'Term end', hint: 'The last day of the term' },
  autoRenew: { label: 'Auto-renew', hint: 'Yes when the file does not say' },
  scheduledAction: { label: 'Scheduled action', hint: '' },
  segment: { label: 'Segment', hint: 'Commercial, Education, Charity, Government' },
  market: { label: 'Market', hint: 'Two letters, such as DE' },
  currency: { label: 'Currency', hint: 'Three letters, such as EUR' },
  promotionId: { label: 'Promotion id', hint: '' },
  promotionPercent: { label: 'Promotion, percent', hint: '' },
  pricePaid: { label: 'Price paid', hint: 'A seat and month' },
  customerPrice: { label: 'Customer’s price', hint: 'A seat and month' },
  status: { label: 'Status', hint: 'Active when the file does not say' },
  isTrial: { label: 'Trial', hint: 'No when the file does not say' },
} as const;

const looks = {
  guids: 'ids (GUIDs)',
  'offer-ids': 'offer ids',
  'product-ids': 'product ids',
  'sku-ids': 'SKU ids',
  dates: 'dates',
  numbers: 'numbers',
  terms: 'terms',
  plans: 'billing plans',
  flags: 'yes and no',
  texts: 'texts',
} as const;

export const mappingText = {
  title: (file: string) => `Which column is which in “${file}”?`,
  intro: (columns: number) =>
    `Termwise does not know this header (${String(columns)} columns), or misses a column that it needs. Say what the file is, check our guesses and fill the gaps.`,
  kind: 'What the file is',
  noneOfThese: 'none of these: leave the file out',
  others: (count: number) => `Other columns that such a file may have (${String(count)}); none of them is needed`,
  remembered: 'Your answer is remembered for this header: the next file like this one is read without a question.',
  columns,
  headings: 'Our columns, and where each stands in the file',
  required: 'required',
  yes: 'Yes',
  no: 'No',
  none: 'not in the file',
  oneValue: 'one value for all rows…',
  constantFor: (column: string) => `${column}, for all rows`,
  column: (header: string, position: number) => header || `column ${String(position)} (no header)`,
  noSamples: 'all empty',
  missing: 'needed: choose a column',
  missingConstant: 'needed: choose a column or a value',
  unused: (headers: string) => `Not used, but kept: ${headers}.`,
  reasons: {
    'same-name': 'same name',
    'synonym': 'another name for it',
    'values': 'only by its values',
  },
  confidence: { high: 'sure', medium: 'likely', low: 'unsure' },
  look: (look: keyof typeof looks) => `looks like ${looks[look]}`,
  byOffer: 'taken from the offer id',
  byYou: 'chosen by you',
  guess: (confidence: string, reason: string, look: string) => [confidence, reason, look].filter(Boolean).join(', '),
  renewalGuess: (guess: string) => `${guess}; many lists give the day after the last one here`,
  portalExport: {
    lacks:
      'This is the portal’s “Export subscriptions”. It lacks product, SKU, term, billing plan and end date, so Termwise cannot tell what a renewal costs, or when it is due.',
    instead:
      'Drop the answer of the API instead (GET /v1/customers/{customer-id}/subscriptions), or fill in the template from the first screen.',
  },
  preview: 'The first rows as Termwise would read them',
  previewMissing: (columns: string) => `Nothing can be read yet. Still needed: ${columns}.`,
  previewAsks: 'Dates or numbers here can be read in two ways; Termwise asks next. Here it has taken one of them.',
  previewRejects: (rows: number) =>
    rows === 1 ? '1 of these rows would be rejected:' : `${String(rows)} of these rows would be rejected:`,
  previewReject: (line: number, column: string, message: string) => `Line ${String(line)}, ${column}: ${message}`,
  leaveOut: 'Leave the file out',
  use: 'Read the file this way',

  dates: {
    title: (file: string) => `Day or month first in “${file}”?`,
    intro: (column: string) =>
      `The dates in ${column} can be read in two ways, and nothing in the file tells which. Termwise does not guess.`,
    dmy: 'Day first',
    mdy: 'Month first',
  },
  numbers: {
    title: (file: string) => `Decimal point or comma in “${file}”?`,
    intro: (column: string) =>
      `The numbers in ${column} can be read in two ways, and nothing in the file tells which. Termwise does not guess.`,
    point: 'Decimal point',
    comma: 'Decimal comma',
  },
  inFile: 'In the file',
  unreadable: 'rejected',
  choose: 'How are they meant?',
  encoding: {
    title: (file: string) => `Which encoding has “${file}”?`,
    intro:
      'The text is not UTF-8. Older Excel versions save CSV as Windows-1252 (Western European). If names with accents look wrong afterwards, delete the file and save it as “CSV UTF-8” in Excel.',
    use: 'Read it as Windows-1252',
  },
} as const; // prettier-ignore
