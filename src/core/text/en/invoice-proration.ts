/** Words of the proration sheet: one change of a subscription, and the lines that Microsoft bills for it. */

export const invoiceProrationText = {
  note: 'What one change of a subscription puts on the invoice. Nothing here is stored, and nothing is ordered.',
  find: 'Take a price from',
  findHint: 'words of a customer or a product; or type a price below',
  candidates: 'Found',
  noCandidate: 'No subscription and no price list has these words.',
  choose: 'Choose one…',
  candidate: (customer: string, product: string, plan: string, price: string, seats: string) =>
    [customer, product, plan, price, seats].filter((part) => part !== '').join(' · '),
  seats: (seats: string) => `${seats} seats`,
  from: {
    paid: 'The price is the one that the portfolio says was paid.',
    billed: 'The price was told from an invoice.',
    list: 'The price is that of the list in force on that day, less the promotion of a subscription.',
  },
  form: 'The change',
  fields: {
    event: 'What happens',
    plan: 'Term and billing',
    termStart: 'Term began on',
    day: 'Day of the change',
    dayOfCycle: 'A day of the cycle',
    before: 'Seats before',
    seats: 'Seats',
    after: 'Seats after',
    price: (currency: string) => `Price of a seat and cycle, ${currency}`,
    targetPrice: (currency: string) => `Price of the new product, ${currency}`,
    currency: 'Currency',
    legacy: 'Also by the pages of before new commerce',
  },
  events: {
    addQuantity: 'seats are added',
    removeQuantity: 'seats are removed',
    cancelImmediate: 'it is cancelled at once',
    new: 'it is bought',
    renew: 'it renews',
    cycleCharge: 'the next cycle is charged',
    convert: 'all seats move to another product',
    moveQuantity: 'some seats move to another product',
  },
  cycleHint: {
    1: 'of one month',
    12: 'of one year',
    36: 'of three years',
  } as Readonly<Record<number, string>>,
  notCurrency: (text: string) => `“${text}” is no currency code. Write three letters, such as USD.`,
  waiting: 'Fill in the fields above: the lines appear here.',
  trouble: {
    'before-term': 'The day is before the term began. Choose a later day, or an earlier start of the term.',
    'after-term': 'The term is over on that day. Choose a day of the term, or write the start of the term that runs then.',
    'no-change': 'That is no change of that kind: write more seats after than before to add, fewer to remove.',
    'no-seats': 'Without seats nothing is charged. Write how many there are.',
  },
  result: {
    title: 'The lines on the invoice',
    sentence: (net: string, first: string, last: string, days: string, of: string) =>
      `${net} in all, for ${first === last ? first : `${first} to ${last}`}: ${days} of ${of} days of the cycle.`,
    nothing: 'By this reading no day is left to give back.',
    either: (one: string, other: string) => `${one}, or ${other}`,
    caption: (reading: string, currency: string) => `${reading}, in ${currency}`,
    reading: (cycle: string) => `Charge cycle ${cycle}`,
    columns: {
      charge: 'Charge',
      days: 'Days',
      billing: 'Charged days',
      cycle: 'Of cycle days',
      quantity: 'Quantity',
      price: 'Price',
      unit: 'Charged a seat',
      cutProduct: 'Product cut',
      cutUnit: 'Price cut first',
    },
    legacyColumns: {
      roundedUnit: 'Price rounded (2019–2021)',
      stepwise: 'Old: step by step',
      once: 'Old: rounded once',
      daily: 'Old: by the day’s price',
    },
    total: 'In all',
    seats: (month: string, seats: string) =>
      `Seats at the end of ${month}, told from these lines as Microsoft describes it: ${seats}.`,
    cancelled: 'After it there are no seats; the lines of a month cannot tell that, since they count what was charged last.',
    window: (days: string) =>
      `The term is ${days} days old. Seats can be given back within seven days (168 hours) of the purchase or the renewal, or of being added; afterwards nothing is refunded until the term ends. EST can be cancelled on any day.`,
    convert: 'An upgrade cannot be undone.',
  },
  monthEnds: {
    clamp: 'cycles begin on the same date, or the last day of a shorter month',
    distance: 'cycles keep their distance from the month’s end',
  },
  cancelDays: { 'given-back': 'the day of cancelling is given back', charged: 'the day of cancelling is charged' },
  dispute: {
    title: 'Where Microsoft’s texts disagree',
    rounding:
      'Rounding: the formula of the reconciliation file cuts the price of a seat and then multiplies; most of Microsoft’s own examples multiply first and cut the product. Invoices follow either, so both are shown; forecasts here use the second.',
    'month-end':
      'Cycles of a term that began on the 29th, 30th or 31st: Microsoft’s examples keep the original date in some cases and the distance from the end of the month in others, and there is no example for all. Both are shown, the one that the examples of such a start follow first; on a real invoice the dates of the file count.',
    'cancel-day':
      'The day of cancelling: the page on ending a subscription gives it back, the page on software subscriptions charges it. Both are shown, that of licences first.',
    legacy:
      'Files of before new commerce: Microsoft’s pages round step by step, once at the end, or by the rounded price of a day, each with examples of its own.',
    none: 'Nothing here: by every published text the amounts are the same.',
  },
  copied: 'Proration',
} as const; // prettier-ignore
