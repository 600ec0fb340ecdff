/** The sample's invoices of the last two closed months: what its subscriptions cost, and in the last one a few things that went wrong. */
import { type Month, monthOfDay } from '../core/days.ts';
import { invoiceName, invoiceText } from './invoice-file.ts';
import { cycleLine, type SampleLine, termPrices } from './invoice-lines.ts';
import type { PriceList } from './price-rows.ts';
import { randomStream } from './random.ts';
import type { Subscription, World } from './subscriptions.ts';

/** What is planted in the last month; EST that was billed is there by itself. */
export const INVOICE_FAULTS = ['seats', 'promotion', 'twice', 'proration', 'missing', 'sum'] as const;
export type InvoiceFault = (typeof INVOICE_FAULTS)[number];

interface InvoiceFile {
  readonly name: string;
  readonly text: string;
}

/** A file for each month and market. @param lists the older price lists, by which all terms of these months began */
export function invoiceFiles(
  world: World,
  subscriptions: readonly Subscription[],
  lists: readonly PriceList[],
): readonly InvoiceFile[] {
  const last = monthOfDay(world.asOf) - 1;
  return [last - 1, last].flatMap((month) => {
    const lines = monthLines(subscriptions, lists, month);
    const billed = month === last ? withFaults(world.seed, lines).lines : lines;
    return lists.flatMap(({ market }, at) => {
      const own = billed.filter(({ subscription }) => subscription.customer.market === market);
      const invoice = `G${String(month * 10 + at).padStart(9, '0')}`;
      return own.length === 0
        ? []
        : [{ name: invoiceName(month, market), text: invoiceText(own, invoice, world.seed) }];
    });
  });
}

function monthLines(
  subscriptions: readonly Subscription[],
  lists: readonly PriceList[],
  month: Month,
): readonly SampleLine[] {
  const prices = termPrices(lists);
  return subscriptions.flatMap((subscription) => cycleLine(subscription, month, prices) ?? []);
}

interface Faulty {
  readonly lines: readonly SampleLine[];
  /** The subscription that each stands on. */
  readonly on: ReadonlyMap<InvoiceFault, string>;
}

/** The lines with one fault of each kind, each on a subscription of its own that is billed month by month in dollars. */
export function withFaults(seed: number, lines: readonly SampleLine[]): Faulty {
  const random = randomStream(seed, 'invoice', 0);
  const on = new Map<InvoiceFault, string>();
  const taken = new Set<SampleLine>();
  let faulty = [...lines];
  for (const fault of INVOICE_FAULTS) {
    const fits = faulty.filter(
      (line) => isPlain(line) && !taken.has(line) && line.percent > 0 === (fault === 'promotion'),
    );
    const line = fits[random.below(fits.length)];
    if (!line) continue;
    on.set(fault, line.subscription.id);
    const billed = faultOn(fault, line);
    for (const one of billed) taken.add(one);
    faulty = faulty.flatMap((one) => (one === line ? billed : [one]));
  }
  return { lines: faulty, on };
}

function isPlain({ subscription, cycleDays, seats }: SampleLine): boolean {
  const { term, customer, plan } = subscription;
  return term === 'P1Y' && plan === 'Monthly' && customer.market === 'US' && cycleDays <= 31 && seats >= 10;
}

function faultOn(fault: InvoiceFault, line: SampleLine): readonly SampleLine[] {
  switch (fault) {
    case 'seats':
      return [{ ...line, seats: line.seats + 5 }];
    case 'promotion':
      return [{ ...line, percent: 0 }];
    case 'twice':
      return [line, { ...line }];
    case 'proration':
      // A whole cycle, and three of its days are not charged.
      return [{ ...line, days: line.cycleDays - 3 }];
    case 'missing':
      return [];
    case 'sum':
      return [{ ...line, off: 1000 }];
  }
}
