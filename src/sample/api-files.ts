/** The JSON documents that the Partner Center API gives: subscriptions, customers, promotions. */
import { type Day, dayToText } from '../core/days.ts';
import type { Customer } from './customers.ts';
import type { Promotion } from './promotions.ts';
import type { Subscription } from './subscriptions.ts';

type Json = Readonly<Record<string, unknown>>;

function at(day: Day, time: string): string {
  return `${dayToText(day)}T${time}`;
}

function link(uri: string): Json {
  return { uri, method: 'GET', headers: [] };
}

/** What the action renews to: the same offer on the same terms. */
function renewalProduct({ sku, term, plan }: Subscription): Json {
  return {
    productId: sku.product.productId,
    skuId: sku.skuId,
    availabilityId: availability(sku.skuId),
    billingCycle: plan,
    termDuration: term,
  };
}

function availability(skuId: string): string {
  return `CFQ7TTC0Q${skuId.slice(1)}`;
}

function scheduledActions(subscription: Subscription): readonly Json[] {
  const { action, seats } = subscription;
  if (action === '') return [];
  const instructions =
    action === 'Cancel' ? {} : { instructions: { product: renewalProduct(subscription), quantity: seats } };
  return [{ scheduledType: 'TermEnd', actionType: action, ...instructions }];
}

function links({ sku, customer, id }: Subscription): Json {
  const { productId } = sku.product;
  return {
    product: link(`/products/${productId}?country=${customer.market}`),
    sku: link(`/products/${productId}/skus/${sku.skuId}?country=${customer.market}`),
    self: link(`/customers/${customer.id}/subscriptions/${id}`),
  };
}

function subscriptionJson(subscription: Subscription): Json {
  const { id, sku, seats, start, end, term, plan, promotion, legacyInstruction } = subscription;
  const legacy = { product: renewalProduct(subscription), quantity: seats };
  return {
    id,
    offerId: `${sku.product.productId}:${sku.skuId}:${availability(sku.skuId)}`,
    offerName: sku.skuTitle,
    friendlyName: sku.skuTitle,
    productType: { id: 'OnlineServicesNCE', displayName: 'OnlineServicesNCE' },
    quantity: seats,
    unitType: 'Licenses',
    hasPurchasableAddons: false,
    creationDate: at(start, '08:15:42.5318274Z'),
    effectiveStartDate: at(start, '00:00:00Z'),
    commitmentEndDate: at(end, '23:59:59Z'),
    status: subscription.status,
    autoRenewEnabled: subscription.autoRenew,
    ...(legacyInstruction
      ? { scheduledNextTermInstructions: legacy }
      : { scheduledActions: scheduledActions(subscription) }),
    isTrial: subscription.isTrial,
    billingType: 'license',
    billingCycle: plan.toLowerCase(),
    termDuration: term,
    renewalTermDuration: '',
    ...(promotion ? { promotionId: promotion.id } : {}),
    isMicrosoftProduct: true,
    attentionNeeded: false,
    actionTaken: false,
    contractType: 'subscription',
    links: links(subscription),
    publisherName: 'Microsoft',
    attributes: { objectType: 'Subscription' },
  };
}

function collection(items: readonly Json[]): string {
  return `${JSON.stringify({ totalCount: items.length, items, attributes: { objectType: 'Collection' } }, undefined, 1)}\n`;
}

/** All subscriptions as one collection; each names its customer in `links.self` and its market in `links.product`. */
export function subscriptionsJson(subscriptions: readonly Subscription[]): string {
  return collection(subscriptions.map(subscriptionJson));
}

export function customersJson(customers: readonly Customer[]): string {
  const items = customers.map(({ id, domain, name }): Json => {
    const companyProfile = {
      tenantId: id,
      domain,
      companyName: name,
      attributes: { objectType: 'CustomerCompanyProfile' },
    };
    return { id, companyProfile, relationshipToPartner: 'reseller', attributes: { objectType: 'Customer' } };
  });
  return collection(items);
}

export function promotionsJson(promotions: readonly Promotion[]): string {
  const items = promotions.map(({ id, name, sku, plan, percent, start, end }): Json => {
    const requiredProduct = {
      productId: sku.product.productId,
      skuId: sku.skuId,
      term: { duration: 'P1Y', billingCycle: plan },
      pricingPolicies: [{ policyType: 'PercentDiscount', value: String(percent / 100) }],
    };
    const window = { startDate: at(start, '00:00:00+00:00'), endDate: at(end, '23:59:59+00:00') };
    return {
      id,
      name,
      description: name,
      ...window,
      properties: { isAutoApplicable: true },
      requiredProducts: [requiredProduct],
    };
  });
  return collection(items);
}
