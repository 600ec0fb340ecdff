/** Changed subscriptions as a list: what changed, from what to what, and what it does to the extra cost. */
import { parseDay } from '../../core/days.ts';
import type { Format } from '../../core/format.ts';
import { sinceText } from '../../core/text/en/since.ts';
import type { SubscriptionChange } from '../../state/since.ts';
import type { RecordColumn } from './records.ts';

const { columns: titles } = sinceText;
type Step = SubscriptionChange['steps'][number];

/** The difference in extra cost, in minor units; undefined: unpriced. */
export function difference({ extra }: SubscriptionChange): number | undefined {
  return extra && extra.after - extra.before;
}

export function subscriptionColumns(format: Format): readonly RecordColumn<SubscriptionChange>[] {
  const amount = (
    key: 'extraBefore' | 'extraAfter' | 'difference',
    of: (row: SubscriptionChange) => number | undefined,
  ) => {
    const text = (row: SubscriptionChange): string => {
      const minor = of(row);
      if (minor === undefined) return sinceText.unpriced;
      return key === 'difference' ? format.signed(minor, row.currency) : format.amount(minor, row.currency);
    };
    return {
      key,
      title: titles[key],
      kind: 'number',
      width: 96,
      text,
      order: of,
      number: of,
      unitOf: ({ currency }: SubscriptionChange) => currency,
    } as const;
  };
  return [
    { key: 'customer', title: titles.customer, kind: 'text', width: 132, frozen: true, text: customerOf },
    { key: 'product', title: titles.product, kind: 'text', width: 150, text: ({ product }) => product },
    { key: 'change', title: titles.change, kind: 'text', width: 300, text: (row) => changeText(row, format) },
    { key: 'outcome', title: titles.outcome, kind: 'text', width: 150, text: outcomeText },
    amount('extraBefore', ({ extra }) => extra?.before),
    amount('extraAfter', ({ extra }) => extra?.after),
    amount('difference', difference),
    { key: 'currency', title: titles.currency, kind: 'text', width: 70, text: ({ currency }) => currency },
    { key: 'rule', title: titles.rule, kind: 'text', width: 60, text: ({ rule }) => rule },
    { key: 'place', title: titles.place, kind: 'text', width: 180, text: ({ place: { file, line } }) => sinceText.place(file, line === undefined ? undefined : format.count(line)) },
    { key: 'id', title: titles.id, kind: 'id', width: 260, text: ({ id }) => id },
  ]; // prettier-ignore
}

function customerOf({ customer, customerId }: SubscriptionChange): string {
  return customer || customerId || sinceText.noCustomer;
}

/** `seats 25 → 30, auto-renew on`; a subscription that came or went says only that. */
export function changeText({ kinds, steps }: SubscriptionChange, format: Format): string {
  if (steps.length === 0) return kinds.map((kind) => sinceText.kinds[kind]).join(', ');
  return steps.map((step) => stepText(step, format)).join(', ');
}

function stepText({ kind, before, after }: Step, format: Format): string {
  const name = sinceText.kinds[kind];
  if (kind === 'auto-renew-on' || kind === 'auto-renew-off') return name;
  const show = (value: string): string => (value === '' ? sinceText.none : shown(kind, value, format));
  return sinceText.named(name, sinceText.became(show(before), show(after)));
}

function shown(kind: Step['kind'], value: string, format: Format): string {
  if (kind === 'seats') return format.decimal(value);
  const day = kind === 'term-end' ? parseDay(value) : undefined;
  return day === undefined ? value : format.day(day);
}

function outcomeText({ outcome: { before, after } }: SubscriptionChange): string {
  const say = (outcome: string | undefined): string =>
    outcome === undefined ? '' : (sinceText.outcomes[outcome] ?? outcome);
  if (before === after || before === undefined || after === undefined) return say(after ?? before);
  return sinceText.became(say(before), say(after));
}
