/** Words of the differences between what was billed and what should have been. */
import type { Cause, Certainty, Join } from '../../invoice/causes.ts';

const lines = (count: number): string => (count === 1 ? 'a difference' : `${String(count)} differences`);

export const invoiceDifferencesText = {
  part: 'Differences',
  job: 'Comparing the bill with the subscriptions',
  steps: {
    accepted: (count: number) => `Accept ${lines(count)}`,
    disputed: (count: number) => `Dispute ${lines(count)}`,
    explained: (count: number) => `Explain ${lines(count)}`,
    back: (count: number) => `Take back what was decided about ${lines(count)}`,
  },
  noExports: {
    title: 'No subscriptions to hold the bill against',
    text: 'Import the subscriptions of the month: an export from before it and one from after it, best made at its first and last day, and the price lists of the days on which terms began. Without them only the lines themselves can be held against each other.',
    toFiles: 'Go to Files',
  },
  basis: {
    both: (before: string, after: string) => `Held against the exports of ${before} and ${after}.`,
    one: (day: string) =>
      `Held against one export, of ${day}: seats that changed in between can’t be told from wrong ones. An export from before the month makes the findings surer; the day of an export is corrected under Files.`,
    noDay: 'an unknown day',
    counts: (agreeing: string, billed: string, uncovered: string) =>
      `${agreeing} of ${billed} lines agree, ${uncovered} have no subscription to be held against.`,
  },
  kpis: {
    label: (currency: string) => `The bill, in ${currency}`,
    billed: 'Billed',
    expected: 'Should be',
    uncovered: 'Not held against anything',
    uncoveredNote: 'consumption, customers without an export',
    difference: 'Difference',
    noise: 'Too small to list',
    noiseNote: (count: string) => `${count} below the limit, and roundings`,
    open: 'Not decided',
    openOf: (all: string) => `of ${all}`,
  },
  list: {
    title: (currency: string) => `Differences, in ${currency}`,
    sum: (count: string, amount: string) => `${count}, together ${amount}. Enter shows why.`,
    empty: 'No difference with this cause.',
    none: {
      title: 'Nothing differs',
      text: 'Every line that could be held against a subscription is what it should be, but for amounts too small to list.',
    },
    cause: 'Cause',
    all: 'All causes',
    choice: (cause: string, count: string, amount: string) => `${cause} · ${count} · ${amount}`,
    columns: {
      customer: 'Customer',
      product: 'Product',
      cause: 'Cause',
      amount: 'Difference',
      billed: 'Billed',
      expected: 'Should be',
      was: 'Figure billed',
      should: 'Figure expected',
      ratio: 'Ratio',
      besides: 'Besides',
      certainty: 'Certainty',
      join: 'Joined by',
      verdict: 'Decided',
      note: 'Note',
      subscription: 'Subscription',
    },
  },
  causes: {
    missing: 'missing',
    extra: 'extra line',
    quantity: 'quantity',
    rate: 'price',
    proration: 'proration',
    'promotion-ended': 'promotion ended',
    est: 'EST',
    'exchange-rate': 'exchange rate',
    'earned-credit': 'earned credit',
    credit: 'credit',
    rounding: 'rounding',
    'previous-month': 'month before needed',
    unknown: 'unknown',
  } satisfies Record<Cause, string>,
  certainties: { high: 'high', medium: 'medium', low: 'low' } satisfies Record<Certainty, string>,
  joins: {
    id: 'id',
    term: 'customer, SKU and term',
    sku: 'customer and SKU',
    none: 'nothing',
  } satisfies Record<Join, string>,
  verdicts: { accepted: 'accepted', disputed: 'disputed', explained: 'explained' },
  /** A decision of an earlier month. */
  since: (verdict: string, month: string) => `${verdict} in ${month}`,
  ratio: (times: string) => `${times}×`,
  detail: {
    title: 'This difference',
    says: {
      missing: () =>
        'The subscription was there and nothing was billed for it. What is not billed now may come later in one sum.',
      extra: () => 'No export has this subscription, or its cycle was billed already.',
      quantity: (was, should) => `${was} seats were billed, there were ${should}.`,
      rate: (was, should) => `The price of a seat is ${was}; by the list or your own word it should be ${should}.`,
      proration: (was, should) =>
        `${was} days were charged; from the day of the change to the end of the cycle it is ${should} (R-104).`,
      'promotion-ended': (was, should) =>
        `${was || '0'} % are off, ${should} % should be: the promotion of the subscription was not applied (R-078).`,
      est: () => 'What was billed is the Extended Service Term of the SKU, not the term that the export has (R-008).',
      'exchange-rate': (was, should) => `The rate is ${was}; that of the other lines of the day is ${should}.`,
      'earned-credit': (_, should) => `Other lines of the subscription earn ${should} %, this one nothing (R-078).`,
      credit: () => 'A credit that no subscription tells of. See whether it is the one that you asked for.',
      rounding: () => 'Microsoft’s own examples round in two ways (R-103); this is what is left between them.',
      'previous-month': () =>
        'The lines change or give back what an earlier month charged. Import the file of the month before.',
      unknown: (_, should) =>
        `The line does not add up: its own price, seats and rate make something else${should === '' ? '' : ` (price or sum ${should})`} (R-102).`,
    } satisfies Record<Cause, (was: string, should: string) => string>,
    besides: (causes: string) => `The same line has another cause besides: ${causes}.`,
    certain: {
      high: '',
      medium: 'One thing had to be taken for granted, see below.',
      low: 'More than one thing had to be taken for granted: look at it before you act.',
    },
    amounts: (billed: string, expected: string, amount: string) =>
      `Billed ${billed}, should be ${expected}; this cause is ${amount} of it.`,
    expected: 'What should have been billed',
    expectedColumns: {
      type: 'Charge',
      days: 'Days',
      quantity: 'Seats',
      unitPrice: 'Price a seat',
      share: 'Off, %',
      part: 'Days of cycle',
      price: 'Price from',
      assumed: 'Taken for granted',
    },
    part: (days: string, of: string) => `${days} of ${of}`,
    prices: {
      given: 'your price paid',
      list: 'price list',
      carried: 'an earlier list, carried on',
      'month-before': 'the month before',
    },
    assumed: {
      seats: 'the seats of one export',
      term: 'that the term renewed as it was',
      day: 'the day of the change',
    },
    at: (price: string, file: string, line: string) =>
      line === '' ? `${price}, ${file}` : `${price}, ${file} row ${line}`,
    lines: 'What was billed',
  },
  decide: {
    label: 'Decide',
    accept: 'Accept',
    dispute: 'Dispute',
    explain: 'Explain',
    back: 'Take back',
    note: 'Note',
    all: (count: string) => `All ${count} listed`,
    one: 'This one',
    scope: 'Decide about',
    current: (verdict: string, note: string) => (note === '' ? verdict : `${verdict}: ${note}`),
    needsNote: 'Write in the note what explains it.',
  },
} as const;
