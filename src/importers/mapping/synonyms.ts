/**
 * Headers under which portals, distributors and people write the columns of a portfolio; as `headerKey` forms, the more
 * certain first. `offerId` stands for a column that holds `ProductId:SkuId:AvailabilityId`.
 */
export const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  subscriptionId: words(
    'subscriptionid subscriptionguid subid microsoftsubscriptionid mssubscriptionid vendorsubscriptionid entitlementid abonnementid',
  ),
  customerId: words(
    'customerid customertenantid tenantid microsoftid microsofttenantid mscustomerid endcustomerid companyid kundenid mandantenid',
  ),
  customerName: words(
    'customername customer companyname company endcustomer endcustomername tenantname clientname client organization kunde kundenname',
  ),
  offerId: words('offerid catalogitemid catalogid offeridentifier materialid manufacturerpartnumber vendorsku mpn'),
  productId: words('productid microsoftproductid msproductid productcode'),
  skuId: words('skuid sku microsoftskuid productskuid'),
  offerName: words(
    'offername subscription subscriptionname productname product offer skutitle skuname servicename itemname friendlyname description artikel produkt',
  ),
  segment: words('segment customersegment marketsegment offersegment'),
  market: words('market country countrycode customercountry region land'),
  currency: words('currency currencycode billingcurrency währung'),
  quantity: words(
    'quantity qty licenses licences licensequantity licencequantity licensecount seats seatcount numberoflicenses totallicenses units menge anzahl lizenzen',
  ),
  termDuration: words(
    'termduration term commitmentterm commitment termlength contractterm subscriptionterm commitmentduration laufzeit',
  ),
  billingPlan: words(
    'billingplan billingcycle billingfrequency billing billingterm paymentplan billingperiod chargetype abrechnung zahlungsplan',
  ),
  commitmentStart: words(
    'commitmentstartdate commitmentstart termstartdate termstart startdate effectivestartdate subscriptionstartdate start startdatum',
  ),
  commitmentEnd: words(
    'commitmentenddate commitmentend termenddate termend renewaldate nextrenewaldate renewal enddate expirationdate expirydate expirationdatetime subscriptionenddate contractenddate end enddatum laufzeitende',
  ),
  autoRenew: words(
    'autorenewenabled autorenew autorenewal autorenewstatus renewautomatically isautorenew automaticrenewal automatischeverlängerung',
  ),
  scheduledAction: words(
    'scheduledaction scheduledchange scheduledchanges renewalaction actionatrenewal endoftermaction',
  ),
  promotionId: words('promotionid promoid promotion promotioncode'),
  promotionPercent: words('promotionpercent promotiondiscount discountpercent discount promodiscount rabatt'),
  pricePaid: words('pricepaidperseatmonth costpermonth unitcost partnerprice resellerprice buyprice unitnetprice'),
  customerPrice: words('customerpriceperseatmonth customerprice sellprice salesprice endcustomerprice retailprice'),
  status: words('status subscriptionstatus state subscriptionstate'),
  isTrial: words('istrial trial trialsubscription'),
};

function words(text: string): readonly string[] {
  return text.split(' ');
}
