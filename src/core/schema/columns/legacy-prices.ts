/** The retired price list of the cloud-reseller programme. */
import type { Kinds } from './kinds.ts';

/** Columns of `licence-prices`, legacy list: prices a month. No calculation reads them. */
export const LEGACY_PRICE_COLUMNS = {
  changeIndicator: 'text',
  validFromDate: 'day',
  validToDate: 'day',
  offerDisplayName: 'text',
  offerId: 'text',
  licenseAgreementType: 'text',
  purchaseUnit: 'text',
  secondaryLicenseType: 'text',
  endCustomerType: 'text',
  listPrice: 'decimal',
  erpPrice: 'decimal',
  material: 'text',
} as const satisfies Kinds;
