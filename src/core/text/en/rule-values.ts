/** Words of the rule book's values and of currency assumptions, for lists and reports. */

export const ruleValueText = {
  names: {
    upliftMonthly: 'EST uplift on the monthly price',
    upliftNoMonthly: 'EST uplift without a monthly term',
    noMonthlyBase: 'Base of that uplift',
    listRows: 'EST prices that lists state',
    eligibleStartFrom: 'Eligible when bought or renewed from',
    eligibleEndFrom: 'Eligible when the term ends from',
    refundDayCount: 'Day on which an EST is cancelled',
    promotionAtRenewal: 'Promotion at renewal',
  },
  choices: {
    annual: 'annual price ÷ 12',
    annualBilledMonthly: 'annual price billed monthly ÷ 12',
    use: 'win over the uplift',
    ignore: 'ignored',
    'cancel-day-refunded': 'refunded',
    'cancel-day-charged': 'charged',
    'in-window': 'stays while its window is open',
    kept: 'is kept on the same term and plan',
    lost: 'is lost',
  },
  fx: {
    topic: 'Currency',
    shock: (currency: string) => `List prices in ${currency}`,
    shockValue: (percent: string, from: string) => `${percent} % from ${from}`,
    rate: (from: string, to: string) => `1 ${from} in ${to}`,
    reporting: 'Reporting currency',
    /** `sources` say where a rate is known from. */
    rateOf: (currency: string, rate: string, reporting: string, sources: string) =>
      `1 ${currency} = ${rate} ${reporting}${sources === '' ? '' : ` (${sources})`}`,
    sources: {
      scenario: 'rate of this scenario',
      file: (file: string, month: string) => `${file}, ${month}`,
    },
  },
  renewTo: (parts: string) => `to ${parts}`,
  seats: (count: number) => `${String(count)} ${count === 1 ? 'seat' : 'seats'}`,
} as const;
