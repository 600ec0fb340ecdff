/** Words of the forecast of Azure consumption. */

const methods = {
  'seasonal-naive': 'the same weekday of last week',
  'weekday-median': 'the median of each weekday over six weeks',
  'weekday-line': 'each weekday on a straight line, the median of all slopes (Theil–Sen)',
  'damped-trend': 'level, damped trend and weekly pattern (Holt-Winters)',
};

export const azureForecastText = {
  by: 'Of each',
  of: 'Forecast of',
  everything: 'everything',
  tooShort: 'A forecast needs two weeks of complete days. Import the files of earlier days, or take a filter away.',
  basis: (days: string, last: string) =>
    `Made from ${days} complete days up to ${last}; later days still fill and are left out. Estimates, in the currency of the bill, at the prices and rates of the past.`,
  tested: (method: string, origins: string, mae: string, relative: string) =>
    `Method: ${method}. Of four it was the least wrong on this data's own past: forecasts from ${origins} earlier days missed a day by ${mae} on average${relative === '' ? '' : `, ${relative} of what last week's same weekday misses`}.`,
  untested: (method: string) =>
    `Method: ${method}. There are less than eight weeks to test it on, so the bounds only say how much one week differs from the next: growth or decline can leave them.`,
  bounds:
    'Bounds come from what this method missed on the past and widen with the days ahead, as those of a level that wanders. They know nothing of projects that start or end.',
  methods,
  chart: {
    title: (of: string) => `Cost a day, used and expected: ${of}`,
    day: 'Day',
    used: 'Used',
    expected: 'Expected',
    in80: '80 of 100',
    in95: '95 of 100',
  },
  months: {
    caption: (currency: string) => `Expected cost by month, in ${currency}`,
    columns: {
      month: 'Month',
      used: 'Used so far',
      value: 'Expected',
      p80: '80 of 100: from',
      to80: 'to',
      p95: '95 of 100: from',
      to95: 'to',
    },
  },
  errors: {
    caption: 'How wrong each method was on the past',
    columns: { method: 'Method', mae: 'Missed a day by', relative: 'Against last week’s weekday' },
  },
  kpis: {
    label: (currency: string) => `Forecast in ${currency}`,
    month: (month: string) => `${month}, expected`,
    bounds: (low: string, high: string) => `80 of 100: ${low} to ${high}`,
    year: 'Next 12 months, expected',
    used: (month: string) => `Used so far in ${month}`,
  },
} as const;
