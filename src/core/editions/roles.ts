/** What becomes of each column of an imported file in the consultant's edition. A column that is not named here is dropped. */
import { skuKey } from '../ids.ts';
import type { OWN_INVOICE_COLUMNS, RECONCILIATION_COLUMNS, SUBSCRIPTION_COLUMNS } from '../schema/columns.ts';
import type { DatasetKind } from '../schema/dataset.ts';
import type { Table } from '../table.ts';
import type { Role } from './pseudonyms.ts';

/**
 * `stays`: amounts, days, flags and what Microsoft publishes. `known`: stays where it is a word of Microsoft's or of the price lists, and
 * is replaced otherwise. `trial`: only whether it says that this is a trial stays. `month`: a month such as `2026-11` stays.
 */
export type Fate = 'stays' | 'known' | 'trial' | 'month' | Role;
type Fates = Readonly<Record<string, Fate>>;

/** Kinds that hold only what Microsoft publishes, the same for every partner. */
export const PUBLIC_KINDS: ReadonlySet<DatasetKind> = new Set([
  'licence-prices',
  'est-prices',
  'software-prices',
  'marketplace-prices',
  'azure-prices',
  'offer-matrix',
  'fx-rates',
  'promotions',
]);

/** Columns of published lists that say for whom a list was made. */
export const OWN_COLUMNS: ReadonlySet<string> = new Set([
  'billingAccountId',
  'billingAccountName',
  'billingProfileId',
  'billingProfileName',
]);

/** Without the name of the offer, which somebody may have chosen: the price list has the product's title. */
const SUBSCRIPTIONS = {
  customerId: 'customerId',
  customerName: 'customer',
  subscriptionId: 'subscriptionId',
  productId: 'known',
  skuId: 'known',
  segment: 'known',
  market: 'known',
  currency: 'known',
  quantity: 'stays',
  termDuration: 'known',
  billingPlan: 'known',
  commitmentStart: 'stays',
  commitmentEnd: 'stays',
  autoRenew: 'stays',
  scheduledAction: 'known',
  legacyInstruction: 'stays',
  promotionId: 'known',
  promotionPercent: 'stays',
  pricePaid: 'stays',
  customerPrice: 'stays',
  status: 'known',
  isTrial: 'stays',
  licenceBased: 'stays',
  cancellationAllowedUntil: 'stays',
  refundableQuantity: 'stays',
} as const satisfies Partial<Record<keyof typeof SUBSCRIPTION_COLUMNS, Fate>>;

/** Only what prices are read from. */
const RECONCILIATION = {
  subscriptionId: 'subscriptionId',
  customerId: 'customerId',
  productId: 'known',
  skuId: 'known',
  chargeType: 'known',
  effectiveUnitPrice: 'stays',
  unitPrice: 'stays',
  quantity: 'stays',
  billableQuantity: 'stays',
  chargeStartDate: 'stays',
  chargeEndDate: 'stays',
  subscriptionStartDate: 'stays',
  subscriptionEndDate: 'stays',
  termAndBillingCycle: 'trial',
  productQualifiers: 'trial',
  currency: 'known',
  pricingCurrency: 'known',
  invoiceNumber: 'invoice',
  orderId: 'order',
} as const satisfies Partial<Record<keyof typeof RECONCILIATION_COLUMNS, Fate>>;

/** What an invoice calls an item stays where a price list calls it so too. */
const OWN_INVOICES = {
  customerId: 'customerId',
  customerName: 'customer',
  subscriptionId: 'subscriptionId',
  productId: 'known',
  skuId: 'known',
  item: 'known',
  quantity: 'stays',
  unitPrice: 'stays',
  amount: 'stays',
  currency: 'known',
  invoiceNumber: 'invoice',
  invoiceDate: 'stays',
  periodStart: 'stays',
  periodEnd: 'stays',
  month: 'month',
} as const satisfies Record<keyof typeof OWN_INVOICE_COLUMNS, Fate>;

const CUSTOMERS = { customerId: 'customerId', customerName: 'customer', domain: 'domain' } as const;

/** By kind of file; a kind that is not here is left out as a whole. */
export const FATES: Readonly<Partial<Record<DatasetKind, Fates>>> = {
  subscriptions: SUBSCRIPTIONS,
  portfolio: SUBSCRIPTIONS,
  customers: CUSTOMERS,
  reconciliation: RECONCILIATION,
  'own-invoices': OWN_INVOICES,
};

/** Words of Microsoft's that files may hold, in lower case. */
const WORDS = new Set(
  [
    ...['commercial', 'education', 'charity', 'government', 'p1m', 'p1y', 'p3y', 'monthly', 'annual', 'triennial', 'none'],
    ...['active', 'suspended', 'deleted', 'disabled', 'expired', 'cancel', 'renewtonewterm', 'transition', 'pending'],
    ...['renewtoextendedserviceterm', 'new', 'renew', 'cyclecharge', 'addquantity', 'removequantity', 'cancelimmediate'],
    ...['convert', 'customercredit', 'renewtonewcommitmentterm', 'true', 'false'],
  ], // prettier-ignore
);

/** Tells words that say nothing of a customer from all others. */
export class Vocabulary {
  private readonly catalogue = new Set<string>();
  private readonly titles: string[] = [];

  /** @param lists what Microsoft publishes */
  constructor(lists: readonly Table[]) {
    for (const { columns } of lists) {
      for (const [name, column] of columns) {
        if (column.kind !== 'text' || name.startsWith('x:') || OWN_COLUMNS.has(name)) continue;
        for (const value of column.values) this.catalogue.add(value.trim().toLowerCase());
        if (name === 'skuId') for (const value of column.values) this.catalogue.add(skuKey(value).toLowerCase());
        if (name === 'skuTitle' || name === 'productTitle')
          this.titles.push(...column.values.map((text) => text.toLowerCase()));
      }
    }
  }

  has(text: string): boolean {
    const word = text.trim().toLowerCase();
    return WORDS.has(word) || this.catalogue.has(word) || this.catalogue.has(skuKey(text).toLowerCase());
  }

  /** Whether a text is a part of a title in the price lists. */
  isInTitle(text: string): boolean {
    const part = text.toLowerCase();
    return this.titles.some((title) => title.includes(part));
  }
}
