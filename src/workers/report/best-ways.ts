/** The best way out of each subscription, for the report's open decisions. */
import type { OpenWay, OpenWays } from '../../exporters/report/sections/decisions.ts';
import { type Book, QueueRun, type SimulationRequest } from '../../sim/index.ts';
import { WAY_KINDS } from '../../sim/exits/types.ts';
import { turn } from './gathering.ts';

/** What the screen Decide begins with. */
const MONTHS = 12;
const EST_DAYS = 30;
/** Rows between two looks at whether the caller has given up. */
const SLICE = 2000;

/**
 * By the least that stays committed, then the least cost. Gives up as `AbortError` when the signal fires.
 * @param seatsWanted by subscription id as it is matched; of others as many as today
 */
export async function bestWays(
  book: Book,
  simulation: SimulationRequest,
  seatsWanted: ReadonlyMap<string, number>,
  signal: AbortSignal,
): Promise<OpenWays> {
  const run = new QueueRun(book, {
    simulation,
    months: MONTHS,
    estDays: EST_DAYS,
    objective: 'committed',
    seatsWanted,
  });
  while (run.step(SLICE) < run.of) await turn(signal);
  const { rows, best, plans, atStake } = run.finish();
  const byRow = new Map<number, OpenWay>();
  for (const [at, row] of rows.entries()) {
    const kind = WAY_KINDS[best.kind[at] ?? -1];
    if (kind === undefined) continue;
    const stake = atStake[at] ?? NaN;
    byRow.set(row, {
      choice: {
        kind,
        plan: plans[best.plan[at] ?? -1] ?? '',
        seats: best.seats[at] ?? 0,
        estDays: best.estDays[at] ?? 0,
      },
      seatsToday: book.subscription(row).seats,
      saves: Number.isNaN(stake) ? undefined : stake,
    });
  }
  return { months: MONTHS, estDays: EST_DAYS, byRow };
}
