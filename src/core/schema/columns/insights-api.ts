/** Rows of the Partner Center analytics API, which are other than those of the Insights datasets. */
import type { Kinds } from './kinds.ts';

/** Licences that customers bought, assigned and use; a row has the figures either of deployment or of use. */
export const LICENCE_USE_COLUMNS = {
  customerName: 'text',
  productName: 'text',
  serviceName: 'text',
  workloadName: 'text',
  channel: 'text',
  licensesSold: 'decimal',
  licensesDeployed: 'decimal',
  deploymentPercent: 'decimal',
  licensesQualified: 'decimal',
  licensesActive: 'decimal',
  usagePercent: 'decimal',
  processedDateTime: 'day',
} as const satisfies Kinds;

/** Subscriptions as the analytics see them: they name no offer, so they cannot be simulated. */
export const SUBSCRIPTION_ANALYTICS_COLUMNS = {
  customerTenantId: 'text',
  customerName: 'text',
  customerMarket: 'text',
  id: 'text',
  status: 'text',
  productName: 'text',
  subscriptionType: 'text',
  autoRenewEnabled: 'flag',
  friendlyName: 'text',
  effectiveStartDate: 'day',
  commitmentEndDate: 'day',
  currentStateEndDate: 'day',
  lastRenewalDate: 'day',
  licenseCount: 'decimal',
  churnRisk: 'text',
  billingCycleName: 'text',
} as const satisfies Kinds;

/** Azure consumption as the analytics see it, without amounts. */
export const AZURE_ANALYTICS_COLUMNS = {
  customerTenantId: 'text',
  customerName: 'text',
  subscriptionId: 'text',
  subscriptionName: 'text',
  usageDate: 'day',
  resourceLocation: 'text',
  meterCategory: 'text',
  meterSubcategory: 'text',
  meterUnit: 'text',
  quantity: 'decimal',
} as const satisfies Kinds;
