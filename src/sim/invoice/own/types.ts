/** The partner's own invoices beside Microsoft's: what is asked, and what is answered. */
import type { Day, Month } from '../../../core/days.ts';
import type { Exact } from '../../../core/exact.ts';
import type { OwnAliases } from '../../../core/invoice/own-names.ts';
import type { DatasetInfo } from '../../../core/schema/dataset.ts';

export interface OwnQuestion {
  /** Undefined: all months as one, for invoices that cover others than Microsoft's. */
  readonly month: Month | undefined;
  readonly currency: string;
  readonly aliases: OwnAliases;
  /** Months by which the invoice date is later than the month that is billed, of lines with no other date. */
  readonly lag: number;
}

/** How an own line was joined to Microsoft's lines, the surest first. */
export const JOINS = ['subscription', 'product', 'item-alias', 'item-name'] as const;
export type Join = (typeof JOINS)[number];
/** How its customer was found; by the subscription: its customer need not be looked for. */
export const CUSTOMER_JOINS = ['subscription', 'id', 'name', 'alias'] as const;
export type CustomerJoin = (typeof CUSTOMER_JOINS)[number];
/** Why an own line is not joined. */
export const LOOSE = ['customer-unknown', 'customer-ambiguous', 'item-unknown', 'item-ambiguous'] as const;
export type Loose = (typeof LOOSE)[number];

/** The worst first. */
export const OWN_VERDICTS = [
  'not-billed',
  'below-cost',
  'too-little',
  'quantity',
  'too-much',
  /** Microsoft gave a credit that the customer did not get. */
  'credit-kept',
  'no-cost',
  'other-currency',
  'not-joined',
  'fine',
  /** The user said that it is nothing of Microsoft's. */
  'set-aside',
] as const;
export type OwnVerdict = (typeof OWN_VERDICTS)[number];

/** Lines of both sides that belong together, in one month and currency. */
export interface OwnGroup {
  /** Stays the same while the files and the aliases do. */
  readonly key: string;
  /** As it is matched; empty where it is not known. */
  readonly customerId: string;
  readonly customer: string;
  /** What it is: Microsoft's name of it, or the own one. */
  readonly item: string;
  readonly productId: string;
  readonly skuId: string;
  /** Of Microsoft's lines, when all are of one. */
  readonly subscriptionId: string;
  /** Undefined where all months are one. */
  readonly month: Month | undefined;
  readonly verdict: OwnVerdict;
  /** Net of tax, in the question's currency. */
  readonly cost: Exact;
  readonly billed: Exact;
  readonly margin: Exact;
  /** Of what was billed, as a share; undefined where nothing was. */
  readonly marginShare: Exact | undefined;
  /** What the customer's price gives (else, where seats differ, the own price of a seat), and where that is from; undefined where no price is known. */
  readonly expected: Exact | undefined;
  readonly priceFrom: 'given' | 'rule' | 'own-price' | undefined;
  /** What was billed less what should have been (the price's amount, or the cost where less was billed); zero where all is well. */
  readonly difference: Exact;
  readonly costLines: number;
  readonly ownLines: number;
  /** Seats by either side; undefined where they are no seats, or the file has none. */
  readonly costSeats: Exact | undefined;
  readonly ownSeats: Exact | undefined;
  readonly quantityDiffers: boolean;
  readonly joins: readonly Join[];
  readonly customerJoins: readonly CustomerJoin[];
  readonly loose: Loose | undefined;
  /** Not billed, but the customer has own lines that are not joined: they may be it. */
  readonly uncertain: boolean;
}

export interface OwnTotals {
  readonly cost: Exact;
  readonly billed: Exact;
  readonly margin: Exact;
  readonly marginShare: Exact | undefined;
}

export interface OwnCustomer extends OwnTotals {
  readonly customerId: string;
  readonly customer: string;
  /** Microsoft's name of it is not known. */
  readonly isLoose: boolean;
  /** Cost that nobody was billed. */
  readonly notBilled: Exact;
  readonly difference: Exact;
  readonly groups: number;
}

/** An own name that no customer or product could be found for. */
export interface LooseName {
  readonly key: string;
  readonly text: string;
  readonly reason: Loose;
  readonly lines: number;
  readonly billed: Exact;
  /** Of an item: the customers' names, the first few. */
  readonly customers: readonly string[];
}

/** The same month in another currency: never converted, never added. */
export interface OtherCurrency {
  readonly currency: string;
  readonly cost: Exact;
  readonly billed: Exact;
}

export interface OwnAnswer {
  /** The worst first, then by what is missing. */
  readonly groups: readonly OwnGroup[];
  readonly customers: readonly OwnCustomer[];
  /** Of everything in this month and currency: what both sides' files add up to. */
  readonly totals: OwnTotals;
  readonly looseCustomers: readonly LooseName[];
  readonly looseItems: readonly LooseName[];
  readonly otherCurrencies: readonly OtherCurrency[];
  /** Microsoft's lines that no invoice holds yet are left out. */
  readonly unbilled: number;
  readonly ownLines: number;
  /** Own lines of this month that have an invoice date and nothing else. */
  readonly byInvoiceDate: number;
}

/** What there is of own invoices, whatever is asked. */
export interface OwnFacts {
  readonly sources: readonly DatasetInfo[];
  readonly rows: number;
  readonly repeated: number;
  readonly months: readonly Month[];
  readonly currencies: readonly string[];
}

/** What own names can be said to mean. */
export interface OwnChoices {
  /** By name. */
  readonly customers: readonly { readonly id: string; readonly name: string }[];
  readonly products: readonly { readonly id: string; readonly name: string }[];
}

/** One line of a group as evidence. */
export interface EvidenceLine {
  readonly side: 'microsoft' | 'own';
  readonly file: string;
  /** In the file. */
  readonly line: number | undefined;
  readonly invoice: string;
  /** Charge type and what it is, or the own text. */
  readonly text: string;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly quantity: Exact | undefined;
  readonly unitPrice: Exact | undefined;
  readonly amount: Exact;
}
