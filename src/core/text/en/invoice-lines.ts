/** Words of the lines of the invoice check: their arithmetic, and the sums of each invoice. */

const lineCount = (lines: string): string => (lines === '1' ? '1 line' : `${lines} lines`);

export const invoiceLinesText = {
  kpis: {
    label: (currency: string) => `Lines in ${currency}`,
    lines: 'Lines',
    subtotal: 'Before tax',
    odd: 'Do not add up',
    oddOf: (lines: string) => `of ${lineCount(lines)}`,
    difference: 'More than they add up to',
    noise: 'Left out as too small',
    noiseNote: (lines: string, gross: string) => `${lineCount(lines)}, ${gross} without signs`,
  },
  verdicts: {
    caption: (currency: string) => `All lines by whether they add up, in ${currency}`,
    columns: { verdict: 'The line', lines: 'Lines', subtotal: 'Before tax', difference: 'File less arithmetic' },
    names: {
      exact: 'adds up to the cent',
      rounding: 'adds up but for its rounding',
      subtotal: 'does not add up before tax',
      total: 'does not add up with its tax',
      unknown: 'cannot be checked: a price or an amount is missing',
    },
    note: 'Licences: price × exchange rate, cut to cents, × quantity. Consumption: price × quantity, cut, × exchange rate, cut again. Total: before tax and tax.',
    dispute:
      'Microsoft’s texts disagree here: the formula of the reconciliation file cuts the price of a seat first, most of Microsoft’s own examples cut only the product. Either way counts as right, and so does a cent for each seat and one more; what the nearer of both leaves over is shown as its difference.',
  },
  odd: {
    title: (currency: string) => `Lines that do not add up, in ${currency}`,
    sum: (lines: string, shown: string, difference: string) =>
      `${lineCount(lines)}${shown === '' ? '' : `, the first ${shown} shown`}, ${difference} in all. Enter shows what the file says.`,
    empty: 'Every line adds up, or is off by no more than is left out.',
    columns: {
      at: 'File and row',
      invoice: 'Invoice',
      customer: 'Customer',
      product: 'Product',
      charge: 'Charge',
      days: 'Days',
      verdict: 'What is wrong',
      difference: 'Difference',
      subtotal: 'Before tax',
      formula: 'Price cut first',
      cutOnce: 'Product cut',
      tolerance: 'Let pass',
      tax: 'Tax',
      total: 'Total',
      quantity: 'Quantity',
      unit: 'Charged a unit',
      rate: 'Exchange rate',
    },
    detail: 'The line as its file has it',
  },
  invoices: {
    title: 'Invoices, and what they say of themselves',
    hint: 'Write the sum of the invoice (the PDF, or Billing history) into the last but one column: it is held against the sum of its lines and remembered.',
    unbilled: 'not billed yet',
    empty: 'No invoice in this month and currency.',
    columns: {
      number: 'Invoice',
      month: 'Month',
      lines: 'Lines',
      subtotal: 'Before tax',
      tax: 'Tax',
      total: 'Total of its lines',
      summary: 'Sum on the invoice',
      difference: 'Lines less invoice',
    },
    noNumber: 'These lines are on no invoice yet, so there is no sum to hold them against.',
  },
  charges: {
    title: (types: string, unknown: string) =>
      `Charge types: ${types}${unknown === '' ? '' : `, not published: ${unknown}`}`,
    caption: (currency: string) => `Lines by charge type, in ${currency}`,
    columns: { type: 'Charge type', lines: 'Lines', charged: 'Charged', givenBack: 'Given back', net: 'Net' },
    unknown: (type: string) => `${type || '(none)'} (not published: kept as it is)`,
  },
  credits: {
    title: (lines: string) => `Credits: ${lineCount(lines)}`,
    caption: (currency: string) => `Credits by reason, in ${currency}`,
    columns: { type: 'Charge type', reason: 'Reason', lines: 'Lines', subtotal: 'Before tax' },
    noReason: '(no reason given)',
  },
  adjustments: {
    title: (kinds: string, other: string) =>
      `Price adjustments: ${kinds}${other === '' ? '' : `, ${lineCount(other)} whose price does not follow`}`,
    note: 'A line may have several, which are taken off one after the other. Of consumption the cost by the charged price is held against the cost by the list price less its adjustments, to the cent; licences are not tried here, since parts of a cycle are charged.',
    caption: (currency: string) => `Lines by what their price adjustment says, in ${currency}`,
    columns: { text: 'In the file', kind: 'Kind', percent: 'Off', lines: 'Lines', subtotal: 'Before tax', following: 'Price follows', other: 'Does not' },
    kinds: { 'earned-credit': 'partner earned credit', tier: 'tier', discount: 'discount', other: 'other' },
  },
  rates: {
    title: (rates: string, odd: string) => `Exchange rates: ${rates}${odd === '' ? '' : `, ${odd} odd`}`,
    caption: 'Exchange rates by pair of currencies and day',
    columns: { pair: 'From and to', day: 'Day', odd: 'Compared', rate: 'Rate', lines: 'Lines' },
    pair: (from: string, to: string) => `${from} to ${to}`,
    odd: { other: 'most lines of that day have another rate', one: 'both currencies are one, so it should be 1' },
    fine: 'as most lines of that day',
    lines: 'Lines with an odd rate',
  },
  bundles: {
    title: (count: string) => `Purchases in several lines: ${count}`,
    note: 'Microsoft 365 E5 is billed as two lines, with and without calling: their list prices belong together. A fee for a month and what was used beyond it add up.',
    caption: (currency: string) => `Lines that are one purchase, in ${currency}`,
    columns: { customer: 'Customer', product: 'Product', kind: 'Why', lines: 'Lines', quantity: 'Seats', unitPrice: 'List price together', subtotal: 'Before tax' },
    kinds: { telco: 'two lines of one product', fee: 'fee and use beyond it' },
  },
} as const; // prettier-ignore
