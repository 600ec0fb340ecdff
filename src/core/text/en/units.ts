/** What the formula line says when amounts are put together that do not belong together, and how units are written. */
const PER = { month: 'a month', year: 'a year' };

export const unitWords = {
  /** A unit for the header of a column. */
  money: (currency: string, per: 'month' | 'year' | undefined) => (per === undefined ? currency : `${currency}/${per}`),
  /** Where the currency stands in the row. */
  perOnly: (per: 'month' | 'year') => `/${per}`,
  manyCurrencies: 'several currencies',
  rate: (from: string, to: string) => `${to} for 1 ${from}`,
  rowCurrency: 'the currency of the row',
  currencies: (one: string, other: string) => `${one} and ${other} cannot be put together. Multiply one by FX first.`,
  periods: (one: 'month' | 'year', other: 'month' | 'year') =>
    `An amount for ${PER[one]} and one for ${PER[other]} cannot be put together. Bring one to the period of the other first.`,
  moneyTimesMoney: 'An amount of money is multiplied by another amount of money.',
  moneyAndPlain: (money: string, plain: string) => `${money} and ${plain || 'a plain number'} cannot be put together.`,
  mixedTotal: 'This adds up amounts in several currencies. Multiply them by FX first, or pick one currency.',
  rateMismatch: (from: string, currency: string) => `This rate is for ${from}, but the amount is in ${currency}.`,
};
