/** Words of the charts that compare scenarios. Figures and months arrive as texts in the user's locale. */

const plural = (count: number, one: string, many: string, text = String(count)): string =>
  `${text} ${count === 1 ? one : many}`;

export const compareChartText = {
  /** The amounts that scenarios are compared by. */
  amounts: {
    extra: 'Extra',
    est: 'EST cost',
    renew: 'Cost if renewed',
    current: 'Current bill',
    promotion: 'Promotion lost',
    listMove: 'List move',
    commitment: 'Commitment',
    estUplift: 'EST uplift',
    currencyMove: 'Currency',
    passed: 'Passed on',
    delayed: 'Passed on late',
    absorbed: 'Absorbed',
    margin: 'Margin',
  } as Readonly<Record<string, string>>,
  difference: 'Difference',
  equal: '=',
  months: {
    title: (amount: string) => `${amount} by month and scenario`,
    none: (currency: string) => `No scenario has an amount in ${currency} in this window.`,
    same: 'All scenarios have the same amount in every month.',
    furthest: (scenario: string, difference: string, money: string, reference: string, month: string) =>
      `${scenario} lies furthest from ${reference}: ${difference} over the window, ${money} of it in ${month}.`,
    bar: (month: string, figures: string) => `${month}: ${figures}`,
    figure: (scenario: string, money: string) => `${scenario} ${money}`,
  },
  bridge: {
    byCause: (from: string, to: string) => `Extra by cause, from ${from} to ${to}`,
    byCustomer: (from: string, to: string) => `Extra by customer, from ${from} to ${to}`,
    cause: 'Cause',
    customer: 'Customer',
    noName: 'Customer without a name',
    others: (count: number, text: string) => plural(count, 'other customer', 'other customers', text),
    same: (from: string, to: string) => `${from} and ${to} have the same extra, for every cause.`,
    sameCustomers: (from: string, to: string) => `Every customer has the same extra in ${from} and ${to}.`,
    moves: (to: string, difference: string, from: string, percent: string) =>
      `The extra of ${to} is ${difference}${percent === '' ? '' : ` (${percent})`} against ${from}.`,
    evens: (from: string, to: string) => `${from} and ${to} have the same extra in sum.`,
    most: (label: string, difference: string) => `${label} moves most: ${difference}.`,
    customers: (count: number, text: string) => `${plural(count, 'customer differs', 'customers differ', text)}.`,
    bar: (label: string, money: string) => `${label}: ${money}`,
  },
};
