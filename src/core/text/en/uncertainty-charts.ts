/** Words of the charts of uncertainty. Figures and dates arrive as texts, already in the user's locale. */

export const uncertaintyChartText = {
  amounts: {
    est: 'EST cost',
    current: 'Cost today',
    renew: 'Cost when renewed',
    extra: 'Extra',
    passed: 'Passed on',
    delayed: 'Passed on late',
    absorbed: 'Absorbed',
    margin: 'Margin',
  },
  deterministic: 'Without uncertainty',
  median: 'Median',
  band: (from: string, to: string) => `${from} to ${to}`,
  percentile: (percent: string) => `P${percent}`,
  columns: {
    month: 'Month',
    from: 'From',
    to: 'To',
    trials: 'Trials',
    share: 'Share',
    chance: 'Chance',
    above: 'Above',
    amount: 'Amount',
    mean: 'Mean',
    se: 'Std. error',
    sd: 'Std. deviation',
    least: 'Least',
    most: 'Most',
    customer: 'Customer',
    meanExtra: 'Mean extra',
    input: 'Input',
    atLow: 'Amount at P10',
    atMedian: 'All at median',
    atHigh: 'Amount at P90',
    swing: 'Swing',
    lowValue: 'P10',
    highValue: 'P90',
  },
  none: 'No trial has been run.',

  fan: {
    title: (amount: string) => `${amount} by month`,
    finding: (month: string, low: string, high: string) =>
      `Widest in ${month}: nine trials in ten lie between ${low} and ${high}.`,
    certain: 'Every trial gives the same months.',
    point: (month: string, low: string, median: string, high: string, deterministic: string) =>
      `${month}: median ${median}, nine in ten from ${low} to ${high}, without uncertainty ${deterministic}`,
  },
  histogram: {
    title: (amount: string) => `${amount}, how often`,
    unit: 'trials',
    finding: (low: string, high: string, median: string) =>
      `Nine trials in ten lie between ${low} and ${high}, half of them above ${median}.`,
    higher: (share: string) => `${share} of the trials are above the figure without uncertainty.`,
    certain: (amount: string) => `Every trial gives ${amount}.`,
    bar: (from: string, to: string, count: string, share: string) => `${from} to ${to}: ${count} trials, ${share}`,
  },
  exceedance: {
    title: (amount: string) => `${amount}, chance of more`,
    unit: '% of trials',
    finding: (amount: string, percent: string) =>
      `One trial in ten ends above ${amount}; ${percent} end above the figure without uncertainty.`,
    certain: (amount: string) => `Every trial gives ${amount}.`,
    limit: (limit: string, chance: string) => `The chance of more than ${limit} is ${chance}.`,
    point: (amount: string, chance: string) => `More than ${amount}: ${chance}`,
    limitMark: 'Limit',
  },
  customers: {
    title: 'Customers by mean extra',
    finding: (name: string, amount: string) => `${name} costs most on average: ${amount}.`,
    none: 'No customer has an extra in any trial.',
    bar: (name: string, mean: string, deterministic: string) =>
      `${name}: mean extra ${mean}, without uncertainty ${deterministic}`,
    noName: 'Customer without a name',
  },
  tornado: {
    title: (amount: string) => `${amount}, what moves it`,
    finding: (input: string, swing: string) =>
      `Most by ${input.charAt(0).toLowerCase() + input.slice(1)}: ${swing} between its P10 and its P90.`,
    flat: 'No input moves it.',
    none: 'There is no uncertain input to move.',
    bar: (input: string, low: string, lowValue: string, high: string, highValue: string) =>
      `${input}: ${low} at ${lowValue} (P10), ${high} at ${highValue} (P90)`,
    low: 'At P10',
    high: 'At P90',
  },
} as const;
