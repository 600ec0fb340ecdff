/** Microsoft files that are recognised but not read yet: naming them beats asking the user to map them. */

export interface ForeignSheet {
  /** What users call it, for messages. */
  readonly title: string;
  readonly signature: readonly string[];
}

/** Most specific first. */
export const FOREIGN_SHEETS: readonly ForeignSheet[] = [
  { title: 'FOCUS cost export', signature: ['chargeperiodstart', 'billedcost', 'chargecategory', 'billingaccountid'] },
  {
    title: 'Cost Management export',
    signature: ['partnertenantid', 'partnerearnedcreditrate', 'costinbillingcurrency'],
  },
  { title: 'Cost Management export', signature: ['partnername', 'customertenantid', 'costinbillingcurrency'] },
  {
    title: 'legacy reconciliation file',
    signature: ['durableofferid', 'syndicationpartnersubscriptionnumber', 'totalforcustomer'],
  },
  { title: 'legacy usage file', signature: ['detaillineitemid', 'overagequantity', 'pretaxcharges'] },
  {
    title: 'Azure plan price list',
    signature: ['meterids', 'metertype', 'pricingtierrangemin', 'unitprice', 'termduration'],
  },
  { title: 'offer matrix', signature: ['provisioningid', 'provisioningstring', 'minlicenses', 'allowedcountries'] },
  { title: 'exchange rate list', signature: ['currencycode', 'usdperunit', 'month'] },
  {
    title: 'Cost Management price sheet',
    signature: ['meterid', 'tierminimumunits', 'baseprice', 'marketprice', 'pricetype'],
  },
  {
    title: 'legacy cloud-reseller price list',
    signature: ['offerid', 'listprice', 'erpprice', 'secondarylicensetype'],
  },
  { title: 'Insights dataset', signature: ['pgampnid'] },
  { title: 'Insights dataset', signature: ['isduplicaterowforpga'] },
  { title: 'earnings export', signature: ['earningid', 'earningamount', 'participantid'] },
];
