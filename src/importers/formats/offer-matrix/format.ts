/** The offer matrix: licence limits, prerequisites and conversions of each SKU. */
import { OFFER_MATRIX_COLUMNS } from '../../../core/schema/columns.ts';
import { fieldsOf } from '../../sheet/fields-of.ts';
import type { SheetFormat } from '../../sheet/format.ts';

const NO_LIMIT = /^(?:unlimited|no limit|n\/?a|null)$/i;

export const OFFER_MATRIX: SheetFormat = {
  kind: 'offer-matrix',
  title: 'offer matrix',
  fields: fieldsOf(OFFER_MATRIX_COLUMNS, {
    productId: { required: true },
    skuId: { required: true },
    minLicenses: { blanks: NO_LIMIT },
    maxLicenses: { blanks: NO_LIMIT },
    assetOwnershipLimit: { blanks: NO_LIMIT },
  }),
  signature: ['productid', 'skuid', 'provisioningid', 'provisioningstring', 'minlicenses', 'allowedcountries'],
  ambiguous: 'microsoft',
};
