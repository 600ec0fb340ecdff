/** Naive results as the results file prints them. */
import { NAIVE_AMOUNTS, type NaiveResult, type Subscription } from './naive.ts';
import { Decimal, dayText, digitsOf, unitText } from './naive-numbers.ts';

type Texts = Record<string, string>;

function sums(results: readonly NaiveResult[], currency: string, month?: string): Texts {
  const cycles = results
    .filter((result) => result.currency === currency)
    .flatMap((result) => result.cycles)
    .filter((cycle) => month === undefined || cycle.month === month);
  const texts = NAIVE_AMOUNTS.map((name) => {
    const sum = cycles.reduce((total, cycle) => total.plus(cycle[name]), new Decimal(0));
    return [name, sum.toFixed(digitsOf(currency))];
  });
  return Object.fromEntries(texts) as Texts;
}

function subscriptionJson(result: NaiveResult, sub: Subscription): object {
  const { cliff } = result;
  return {
    id: result.id,
    customerId: sub.customerId,
    seats: sub.seats,
    currency: result.currency,
    termEnd: dayText(sub.end),
    outcome: result.outcome,
    rule: result.rule,
    currentUnit: unitText(result.currentUnit),
    estUnit: unitText(result.estUnit),
    renewUnit: unitText(result.renewUnit),
    estSource: result.estSource,
    cliff: {
      promotion: unitText(cliff.promotion),
      listMove: unitText(cliff.listMove),
      commitment: unitText(cliff.commitment),
      estUplift: unitText(cliff.estUplift),
      currency: unitText(cliff.currency),
    },
    ...sums([result], result.currency),
  };
}

/** Totals, months, subscriptions and unpriced ids in the shape of `termwise/results@1`. */
export function naiveJson(
  results: readonly (NaiveResult | undefined)[],
  subscriptions: readonly Subscription[],
): object {
  const priced = results.filter((result) => result !== undefined);
  const count = <T>(list: readonly T[], test: (entry: T) => boolean): number => list.filter(test).length;
  const currencies = [...new Set(subscriptions.map((sub) => sub.currency))].sort();
  const totals = currencies.map((currency) => {
    const own = priced.filter((result) => result.currency === currency);
    const counts = {
      subscriptions: count(subscriptions, (sub) => sub.currency === currency),
      exposed: count(own, (result) => result.exposed),
      atRisk: count(own, (result) => result.exposed && result.outcome === 'est-drift'),
      unpriced: count(subscriptions, (sub) => sub.currency === currency) - own.length,
    };
    return [currency, { ...counts, ...sums(own, currency) }] as const;
  });
  const months = [
    ...new Set(priced.flatMap((result) => result.cycles.map((cycle) => `${cycle.month} ${result.currency}`))),
  ].sort();
  return {
    totals: Object.fromEntries(totals),
    months: months.map((key) => {
      const [month = '', currency = ''] = key.split(' ');
      return { month, currency, ...sums(priced, currency, month) };
    }),
    subscriptions: results
      .flatMap((result, index) => {
        const sub = subscriptions[index];
        return result && sub ? [{ id: result.id, json: subscriptionJson(result, sub) }] : [];
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ json }) => json),
    unpriced: subscriptions
      .filter((_, index) => results[index] === undefined)
      .map(({ id }) => ({ id }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
