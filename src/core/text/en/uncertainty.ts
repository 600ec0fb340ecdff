/** Words of the Uncertainty screen: the editor of what is not known, the run, and what stands around its charts. */

const plural = (count: number, text: string, one: string, many: string): string =>
  `${text} ${count === 1 ? one : many}`;

export const uncertaintyText = {
  title: 'Uncertainty',
  /** How it is done, in one sentence. */
  method:
    'Every trial draws each uncertain input anew, calculates the whole portfolio as the Exposure screen does, and keeps the totals.',
  howItWorks: 'How it works',

  what: {
    outcome: 'What happens at the term end',
    bridgeDays: 'Days in EST',
    seats: 'Change of seats',
    price: 'Change of list prices',
    fx: 'Change of a currency’s rate',
  },
  whatShort: {
    outcome: 'Outcome',
    bridgeDays: 'Days in EST',
    seats: 'Seats',
    price: 'Prices',
    fx: 'Rates',
  },
  /** By the code of a drawn outcome. */
  outcomes: ['renews', 'cancels', 'into EST'],
  kinds: {
    constant: 'Constant',
    uniform: 'Uniform',
    triangular: 'Triangular',
    pert: 'PERT',
    normal: 'Normal',
    lognormal: 'Lognormal',
    discrete: 'Discrete',
  },
  fields: {
    value: 'Value',
    min: 'Least',
    mode: 'Most likely',
    max: 'Most',
    mean: 'Mean',
    sd: 'Std. deviation',
    weight: 'Weight',
    renews: 'Renews',
    cancels: 'Cancels',
    est: 'Into EST',
  },
  units: { percent: '%', days: 'days' },

  scopes: {
    all: 'All subscriptions',
    segment: 'Segment',
    customerId: 'Customer',
    productId: 'Product',
    skuId: 'SKU',
    currency: 'Currency',
    subscriptionId: 'One subscription',
    several: 'Several conditions',
  },
  conditions: {
    segment: (value: string) => `segment ${value}`,
    customerId: (value: string) => `customer ${value}`,
    productId: (value: string) => `product ${value}`,
    skuId: (value: string) => `SKU ${value}`,
    currency: (value: string) => `subscriptions in ${value}`,
    subscriptionId: (value: string) => `subscription ${value}`,
  },
  everything: 'all subscriptions',
  noMatch: (value: string) => `The portfolio has no “${value}”. Pick one of the list, or type its id.`,
  matches: (count: number, text: string) => plural(count, text, 'subscription', 'subscriptions'),
  matchesNone: 'No subscription of the portfolio fits.',

  shared: 'One draw for all',
  sharedHint: 'Otherwise each subscription has a draw of its own.',

  editor: {
    label: 'What is not known',
    row: (number: string, what: string) => `Input ${number}: ${what}`,
    columns: {
      what: 'Input',
      which: 'Which subscriptions',
      value: 'Which one',
      kind: 'Distribution',
      parameters: 'Values',
      shape: 'Shape',
    },
    add: 'Add input',
    start: 'Starting points',
    remove: 'Remove',
    removeRow: (number: string) => `Remove input ${number}`,
    addPair: 'Add a value',
    removePair: (number: string) => `Remove value ${number}`,
    lastWins: 'Where several inputs of a kind fit a subscription, the last one counts.',
    notTaken: (problem: string) => `${problem} Until it is right, the values before are in force.`,
    empty: 'Nothing is uncertain yet',
    emptyText: 'Say what you are not sure of, or begin with one of these.',
  },
  starts: {
    late: { name: 'Late decisions', hint: 'whoever drifts stays 0 to 120 days in EST, most likely 30' },
    rise: { name: 'Price rise 0–8 %', hint: 'one rise for all list prices, each value as likely' },
    currency: { name: 'Currency ±10 %', hint: 'one draw for each currency, most likely no change' },
    seats: { name: 'Seats −10…+5 %', hint: 'each subscription for itself, most likely no change' },
  },

  problems: {
    number: (field: string) => `${field}: type a number such as 2.5.`,
    order: 'Least, most likely and most must not cross: least ≤ most likely ≤ most.',
    range: 'Least must not be above most.',
    sd: 'The standard deviation must be 0 or more.',
    lognormalMean: 'A lognormal value is always above 0, so its mean must be too.',
    weights: 'Weights must be 0 or more, and one of them above 0.',
    noPairs: 'Give at least one value.',
    loading: 'Type a number from −1 to 1.',
    trials: (least: string, most: string) => `Type a whole number from ${least} to ${most}.`,
    seed: 'A seed needs at least one character.',
    limit: 'Type an amount such as 25000.',
    names: 'Some inputs cannot be drawn as they are. Correct them, then run.',
  },

  /** An input in plain words. */
  words: {
    constant: (what: string, value: string) => `${what} ${value}`,
    uniform: (what: string, range: string) => `${what} ${range}, each value as likely`,
    three: (what: string, range: string, mode: string) => `${what} ${range}, most likely ${mode}`,
    normal: (what: string, mean: string, sd: string) => `${what} around ${mean}, two times in three within ±${sd}`,
    lognormal: (what: string, mean: string, sd: string) =>
      `${what} above 0, on average ${mean}, standard deviation ${sd}`,
    discrete: (what: string, values: string) => `${what} ${values}`,
    oneOf: (value: string, share: string) => `${value} (${share})`,
    outcome: (renews: string, cancels: string, est: string) => `${renews} renew, ${cancels} cancel, ${est} go into EST`,
    whose: (words: string, whose: string) => `${words}: ${whose}`,
    shared: 'one draw for all',
    own: 'each its own draw',
    percent: (value: string) => `${value} %`,
    days: (value: string) => `${value} days`,
    range: (from: string, to: string) => `${from}…${to}`,
  },

  loadings: {
    label: 'What moves together',
    hint: 'Loadings on one common factor, from −1 to 1. Two of them multiply to the correlation of their draws.',
    names: { price: 'Prices', fx: 'Rates', behaviour: 'Behaviour' },
    pairs: {
      'price-fx': ['Prices', 'rates'],
      'price-behaviour': ['Prices', 'behaviour'],
      'fx-behaviour': ['Rates', 'behaviour'],
    },
    none: 'All draws are independent of each other.',
    pair: (one: string, other: string, how: string, correlation: string) =>
      `${one} and ${other} move ${how} (${correlation})`,
    strengths: {
      together: { weak: 'a little together', middling: 'together', strong: 'closely together' },
      against: {
        weak: 'a little against each other',
        middling: 'against each other',
        strong: 'closely against each other',
      },
    },
    behaviour: 'More behaviour means: more days, more seats, rather into EST than renewed.',
    step: (name: string) => `Loading of ${name.toLowerCase()}`,
  },

  limits: {
    label: 'Limits',
    hint: 'The chance that an amount ends above each.',
    add: 'Add limit',
    amount: 'Amount',
    currency: 'Currency',
    above: 'Above',
    remove: (number: string) => `Remove limit ${number}`,
    row: (number: string) => `Limit ${number}`,
    chance: (amount: string, money: string, chance: string) => `${amount} above ${money}: ${chance}`,
    chanceError: (chance: string, error: string) => `${chance} ± ${error}`,
    none: 'No limits are set.',
  },

  run: {
    label: 'Run',
    trials: 'Trials',
    seed: 'Seed',
    newSeed: 'New seed',
    workers: 'Workers',
    start: 'Run trials',
    again: 'Run again',
    cancel: 'Cancel',
    job: (trials: string) => `Running ${trials} trials`,
    preparing: 'Preparing',
    detail: (done: string, all: string) => `${done} of ${all} trials`,
    partial: (done: string, all: string) => `So far: ${done} of ${all} trials. The pictures settle as more come in.`,
    cancelled: (done: string, all: string) =>
      `Cancelled after ${done} of ${all} trials: these are the figures of those.`,
    stale: 'Something has changed since these trials ran. They show what was asked then.',
    done: (trials: string, seed: string) => `${trials} trials with seed ${seed}`,
    took: (seconds: string, workers: number) =>
      `${seconds} s with ${plural(workers, String(workers), 'worker', 'workers')}`,
    died: 'A worker stopped before its trials were done, most likely for want of memory. Run again with fewer workers or fewer trials.',
    nothing: 'There is nothing uncertain to draw: every trial will give the same figures.',
  },

  results: {
    label: 'Results',
    amount: 'Amount',
    currency: 'Currency',
    download: 'Trials (CSV)',
    making: 'Making the trials (CSV)',
    none: 'Not run yet',
    noneText: 'Run the trials to see how far the figures may lie apart.',
    shown: (amount: string, currency: string) => `${amount} in ${currency}`,
  },

  table: {
    caption: (currency: string) => `Amounts of all trials, ${currency}`,
    se: 'The standard error says how far the mean of these trials may lie from that of endlessly many.',
  },

  /** How it works, point by point. */
  details: {
    title: 'How the trials are run',
    points: [
      {
        title: 'Draws',
        text: 'Random numbers come from Philox 4×32-10, a generator that counts: each draw is a function of the seed, the trial, the subscription and the input. So the same seed gives the same trials for any number of workers, in any browser, and on the command line.',
      },
      {
        title: 'Distributions',
        text: 'Draws pass through the inverse of each distribution, by polynomials of our own, since the functions of browsers differ in the last digit. Mean and standard deviation are those of the value itself, also for lognormal. Seats and days become whole numbers, none below 0.',
      },
      {
        title: 'What moves together',
        text: 'One common factor per trial in a Gaussian copula: an input with loading λ gets λ times the factor and √(1 − λ²) times its own draw. Two inputs with loadings λ₁ and λ₂ have correlation λ₁ · λ₂ in their normal draws.',
      },
      {
        title: 'Money',
        text: 'Each trial rounds every charge to the cent where the simulation does, so trials with constants only are the simulation to the cent. Amounts of different currencies are never added.',
      },
      {
        title: 'Figures',
        text: 'P5 is the amount that one trial in twenty does not exceed, between two trials as PERCENTILE.INC has it. The tornado sets one input to its P10 and to its P90 while all others rest at their median.',
      },
    ],
  },

  empty: {
    title: 'There is no portfolio to be unsure about',
    text: 'Import subscriptions and a price list, or open the sample portfolio, then say here what is not known.',
    toFiles: 'To the files',
  },

  steps: {
    input: (what: string) => `Uncertain input: ${what}`,
    add: (what: string) => `Uncertain input added: ${what}`,
    remove: (what: string) => `Uncertain input removed: ${what}`,
    loadings: 'What moves together',
    limits: 'Limits',
    trials: 'Number of trials',
    seed: 'Seed',
  },
} as const;
