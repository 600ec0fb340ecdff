/** The changes in sentences. */
import type { Format } from '../../core/format.ts';
import { safeMinor } from '../../core/money.ts';
import { sinceText } from '../../core/text/en/since.ts';
import type { ChangeKind, PriceMove, SinceResult, SubscriptionChange } from '../../state/since.ts';
import { pricesOf } from './comparison.ts';
import { direction } from './price-columns.ts';
import { difference } from './subscription-columns.ts';

const text = sinceText.summary;

/** One sentence for each part that has something to say. */
export function summarySentences(result: SinceResult, format: Format): readonly string[] {
  return [
    ...(result.subscriptions ? [subscriptionSentence(result.subscriptions, result.unchanged, format)] : []),
    ...(result.prices ? priceSentences(result, format) : [text.noLists]),
    ...flagSentence(result, format),
    ...promotionSentence(result, format),
  ];
}

function subscriptionSentence(changes: readonly SubscriptionChange[], unchanged: number, format: Format): string {
  const count = (kind: ChangeKind): number => changes.filter(({ kinds }) => kinds.includes(kind)).length;
  const [fresh, gone] = [count('new'), count('gone')];
  const changed = changes.length - fresh - gone;
  const numbers = [fresh, gone, changed, unchanged].map((number) => format.count(number));
  const [a = '', b = '', c = '', d = ''] = numbers;
  const said = (number: number, say: (text: string) => string): readonly string[] =>
    number === 0 ? [] : [say(format.count(number))];
  const more = [
    ...said(count('auto-renew-on'), text.renewOn),
    ...said(count('auto-renew-off'), text.renewOff),
    ...said(changes.filter(({ rule }) => rule !== '').length, text.converted),
    ...extraByCurrency(changes, format),
  ];
  return `${[text.subscriptions(a, b, c, d), ...(more.length > 0 ? [more.join(', ')] : [])].join('; ')}.`;
}

/** Currencies are never added up. */
function extraByCurrency(changes: readonly SubscriptionChange[], format: Format): readonly string[] {
  const sums = new Map<string, number>();
  for (const change of changes) {
    const move = difference(change) ?? 0;
    if (move !== 0) sums.set(change.currency, safeMinor((sums.get(change.currency) ?? 0) + move));
  }
  return [...sums].sort().map(([currency, sum]) => text.extra(`${currency} ${format.signed(sum, currency)}`));
}

function priceSentences(result: SinceResult, format: Format): readonly string[] {
  const isOwned = ({ subscriptions }: PriceMove): boolean => subscriptions > 0;
  const list = pricesOf(result, 'list').filter(isOwned);
  const est = pricesOf(result, 'est').filter(isOwned).length;
  const count = (way: string): string => format.count(list.filter((move) => direction(move) === way).length);
  return [text.prices(count('up'), count('down'), count('new')), text.est(est, format.count(est))];
}

function flagSentence({ flags }: SinceResult, format: Format): readonly string[] {
  const { rows, changeButSame, unchangedButMoved, addButKnown } = flags;
  if (rows === 0) return [];
  if (changeButSame + unchangedButMoved + addButKnown === 0) return [text.flagsRight(format.count(rows))];
  return [text.flags(format.count(changeButSame), format.count(unchangedButMoved), format.count(addButKnown))];
}

function promotionSentence({ promotions }: SinceResult, format: Format): readonly string[] {
  if (promotions.length === 0) return [];
  const count = (kind: string): string =>
    format.count(promotions.filter(({ kinds }) => kinds.some((one) => one === kind)).length);
  return [text.promotions(count('ended'), count('appeared'), count('gone'), count('changed'))];
}
