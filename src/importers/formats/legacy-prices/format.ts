/** The retired price list of the cloud-reseller programme: a workbook with one sheet for each currency. */
import { LEGACY_PRICE_COLUMNS } from '../../../core/schema/columns.ts';
import { fieldsOf } from '../../sheet/fields-of.ts';
import type { SheetFormat } from '../../sheet/format.ts';

export const LEGACY_PRICES: SheetFormat = {
  kind: 'licence-prices',
  title: 'legacy cloud-reseller price list',
  fields: fieldsOf(LEGACY_PRICE_COLUMNS, {
    changeIndicator: { label: 'A/C/D/U' },
    validFromDate: { label: 'Valid-From Date', kind: 'period-start' },
    validToDate: { label: 'Valid-To Date', kind: 'period-end' },
    offerDisplayName: { label: 'Offer Display Name' },
    offerId: { label: 'Offer ID', required: true },
    licenseAgreementType: { label: 'License Agreement Type' },
    purchaseUnit: { label: 'Purchase Unit' },
    secondaryLicenseType: { label: 'Secondary License Type' },
    endCustomerType: { label: 'End Customer Type' },
    listPrice: { label: 'List Price', required: true },
    erpPrice: { label: 'ERP Price' },
  }),
  signature: ['offerid', 'listprice', 'erpprice', 'secondarylicensetype'],
  ambiguous: 'microsoft',
  variant: () => 'legacy',
  conclude: (_, findings) => {
    findings.add('warning', 'legacy-prices');
    return 'licence-prices';
  },
};
