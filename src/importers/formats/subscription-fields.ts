/** The columns of subscriptions, shared by the portfolio file, mapped sheets and the API's JSON. */
import type { SUBSCRIPTION_COLUMNS } from '../../core/schema/columns.ts';
import { PLAN_WORDS, STATUS_WORDS, TERM_WORDS } from '../cells/words.ts';
import type { Field } from '../sheet/fields.ts';

type SubscriptionField = Field & { readonly name: keyof typeof SUBSCRIPTION_COLUMNS };

export const SUBSCRIPTION_FIELDS: readonly SubscriptionField[] = [
  { name: 'customerId', label: 'CustomerId', keys: ['customerid'], kind: 'text' },
  { name: 'customerName', label: 'CustomerName', keys: ['customername'], kind: 'text' },
  { name: 'subscriptionId', label: 'SubscriptionId', keys: ['subscriptionid'], kind: 'text', required: true },
  { name: 'productId', label: 'ProductId', keys: ['productid'], kind: 'text', required: true },
  { name: 'skuId', label: 'SkuId', keys: ['skuid'], kind: 'text', required: true },
  { name: 'offerName', label: 'OfferName', keys: ['offername'], kind: 'text' },
  { name: 'segment', label: 'Segment', keys: ['segment'], kind: 'text' },
  { name: 'market', label: 'Market', keys: ['market'], kind: 'text' },
  { name: 'currency', label: 'Currency', keys: ['currency'], kind: 'text' },
  { name: 'quantity', label: 'Quantity', keys: ['quantity'], kind: 'count', required: true },
  {
    name: 'termDuration',
    label: 'TermDuration',
    keys: ['termduration'],
    kind: 'text',
    required: true,
    words: TERM_WORDS,
  },
  { name: 'billingPlan', label: 'BillingPlan', keys: ['billingplan'], kind: 'text', required: true, words: PLAN_WORDS },
  { name: 'commitmentStart', label: 'CommitmentStartDate', keys: ['commitmentstartdate'], kind: 'day' },
  { name: 'commitmentEnd', label: 'CommitmentEndDate', keys: ['commitmentenddate'], kind: 'day', required: true },
  { name: 'autoRenew', label: 'AutoRenewEnabled', keys: ['autorenewenabled'], kind: 'flag', fallback: 'true' },
  { name: 'scheduledAction', label: 'ScheduledAction', keys: ['scheduledaction'], kind: 'text' },
  { name: 'legacyInstruction', label: 'LegacyInstruction', keys: [], kind: 'flag', fallback: 'false' },
  { name: 'promotionId', label: 'PromotionId', keys: ['promotionid'], kind: 'text' },
  { name: 'promotionPercent', label: 'PromotionPercent', keys: ['promotionpercent'], kind: 'decimal' },
  { name: 'pricePaid', label: 'PricePaidPerSeatMonth', keys: ['pricepaidperseatmonth'], kind: 'decimal' },
  { name: 'customerPrice', label: 'CustomerPricePerSeatMonth', keys: ['customerpriceperseatmonth'], kind: 'decimal' },
  {
    name: 'status',
    label: 'Status',
    keys: ['status'],
    kind: 'text',
    fallback: 'active',
    words: STATUS_WORDS,
    lowerCase: true,
  },
  { name: 'isTrial', label: 'IsTrial', keys: ['istrial'], kind: 'flag', fallback: 'false' },
  { name: 'licenceBased', label: 'LicenceBased', keys: [], kind: 'flag', fallback: 'true' },
  {
    name: 'cancellationAllowedUntil',
    label: 'CancellationAllowedUntilDate',
    keys: ['cancellationalloweduntildate'],
    kind: 'day',
  },
  { name: 'refundableQuantity', label: 'RefundableQuantity', keys: ['refundablequantity'], kind: 'count' },
];
