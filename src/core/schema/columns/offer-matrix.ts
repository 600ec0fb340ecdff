/** The offer matrix. */
import type { Kinds } from './kinds.ts';

/** Columns of `offer-matrix`: what a SKU asks for and what it can turn into. */
export const OFFER_MATRIX_COLUMNS = {
  productTitle: 'text',
  productId: 'text',
  skuId: 'text',
  skuTitle: 'text',
  provisioningId: 'text',
  provisioningString: 'text',
  minLicenses: 'decimal',
  /** Empty: no limit. */
  maxLicenses: 'decimal',
  assetOwnershipLimit: 'decimal',
  assetOwnershipLimitType: 'text',
  productSkuPreRequisites: 'text',
  /** `product/sku,product/sku`, as it came. */
  productSkuConversion: 'text',
  description: 'text',
  /** `AD;AE;…`, as it came. */
  allowedCountries: 'text',
} as const satisfies Kinds;
