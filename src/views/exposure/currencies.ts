/** Which currency the screen shows: amounts of several are never added, so one is open at a time. */
import type { Simulation, Totals } from '../../sim/types.ts';
import { AMOUNTS, type Amount } from '../../sim/types.ts';

/** The user's choice while results hold it, else the currency with the most exposed subscriptions; '' without results. */
export function currencyToShow(totals: readonly Totals[], chosen: string | undefined): string {
  if (totals.some(({ currency }) => currency === chosen)) return chosen ?? '';
  const most = totals.reduce<Totals | undefined>(
    (best, entry) => (best === undefined || entry.exposed > best.exposed ? entry : best),
    undefined,
  );
  return most?.currency ?? '';
}

/** The totals of a currency; zeros when a filter has left none of its rows. */
export function totalsOf({ totals }: Pick<Simulation, 'totals'>, currency: string): Totals {
  return totals.find((entry) => entry.currency === currency) ?? zeroTotals(currency);
}

function zeroTotals(currency: string): Totals {
  const amounts = Object.fromEntries(AMOUNTS.map((amount) => [amount, 0])) as Record<Amount, number>;
  return { ...amounts, currency, subscriptions: 0, exposed: 0, atRisk: 0, unpriced: 0 };
}
