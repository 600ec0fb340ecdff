/** What stands under the queue: what is folded away, and what licence usage says; and how a figure of it comes about. */
import type { Format } from '../../core/format.ts';
import { decideText } from '../../core/text/en/decide.ts';
import type { Objective, SeatUsage, WayChoice, WayColumns, WayQueue } from '../../sim/exits/types.ts';
import type { QueueCells } from './queue-rows.ts';
import { wayAndSeats } from './words.ts';

const { queue: text, bulk } = decideText;

export function underQueue(
  { renewing, cancelling, unpriced }: WayQueue,
  usage: SeatUsage | undefined,
  currency: string,
  format: Format,
): string {
  const folded = renewing.find((one) => one.currency === currency);
  const parts = [
    ...(folded ? [text.renewing(folded.count, format.count(folded.count), format.money(folded.cost, currency))] : []),
    ...(cancelling > 0 ? [text.cancelling(cancelling, format.count(cancelling))] : []),
    ...(unpriced > 0 ? [text.unpriced(unpriced, format.count(unpriced))] : []),
  ];
  const sentences = parts.length > 0 ? [`${parts.join(' · ')}.`] : [];
  const { evidence = [], unclear = 0 } = usage ?? {};
  if (evidence.length + unclear > 0) {
    sentences.push(bulk.usage(format.count(evidence.length), unclear, format.count(unclear)));
  }
  return sentences.join(' ');
}

/** How what is at stake comes about, for the trail: in words, then with its numbers where the queue has them. */
export function stakeSteps(
  cells: QueueCells,
  place: number,
  {
    objective,
    months,
    currency,
  }: { readonly objective: Objective; readonly months: number; readonly currency: string },
  format: Format,
): readonly string[] {
  const { stake } = decideText.queue;
  const { byDefault, best } = cells.view.queue;
  const [from, to] = [cells.way('byDefault', place), cells.way('best', place)];
  const over = format.count(months);
  if (objective === 'margin') return [stake.margin(over)];
  const figure = (columns: WayColumns): string => {
    const beyond = objective === 'total' ? (columns.committed[place] ?? 0) : 0;
    return format.amount((columns.cost[place] ?? 0) + beyond, currency);
  };
  const words = objective === 'total' ? stake.total(over) : stake.cost(over);
  if (!from || !to) return [words];
  const named = (way: WayChoice): string => wayAndSeats(way, cells.seats(place), format);
  return [words, stake.figures(named(from), figure(byDefault), named(to), figure(best))];
}
