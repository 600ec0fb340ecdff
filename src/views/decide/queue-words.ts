/** What stands under the queue: what is folded away, and what licence usage says. */
import type { Format } from '../../core/format.ts';
import { decideText } from '../../core/text/en/decide.ts';
import type { SeatUsage, WayQueue } from '../../sim/exits/types.ts';

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
