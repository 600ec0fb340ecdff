/** The day on which the answer flips: from how many days in EST on waiting costs more than renewing all seats now (spec §7). */
import type { Exit } from './exit.ts';
import type { ExitPricer } from './pricer.ts';
import type { Flip } from './types.ts';

/** The costs of EST for 0, 1, 2 … days and then a renewal with the seats wanted; undefined when something has no price. */
export function flipOf(pricer: ExitPricer, exit: Exit, plan: string, seatsWanted: number): Flip | undefined {
  const cost = (estDays: number, seats: number): number | undefined => {
    const kind = estDays === 0 ? 'renew' : 'est-renew';
    return pricer.price(exit, { kind, plan, seats, estDays }, seatsWanted).price?.cost;
  };
  const baseline = cost(0, exit.subscription.seats);
  if (baseline === undefined) return undefined;
  const days = exit.to - exit.from;
  const costs = new Float64Array(days + 1);
  let flipDay: number | undefined;
  for (let day = 0; day <= days; day++) {
    const found = cost(day, seatsWanted);
    if (found === undefined) return undefined;
    costs[day] = found;
    if (flipDay === undefined && found > baseline) flipDay = day;
  }
  return { plan, seats: seatsWanted, baseline, costs, flipDay };
}
