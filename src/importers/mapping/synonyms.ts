/**
 * Headers under which portals, distributors and people write our columns, in English and German; as `headerKey` forms, the
 * more certain first. A format's own names stand in its fields.
 */
import type { DatasetKind } from '../../core/schema/dataset.ts';

type Synonyms = Readonly<Record<string, readonly string[]>>;

/** Columns that several formats have. `offerId` stands for a column that holds `ProductId:SkuId:AvailabilityId`. */
const COMMON: Synonyms = {
  subscriptionId: words(
    'subscriptionid subscriptionguid subid microsoftsubscriptionid mssubscriptionid vendorsubscriptionid entitlementid abonnementid',
  ),
  customerId: words(
    'customerid customertenantid tenantid microsoftid microsofttenantid mscustomerid endcustomerid companyid kundenid mandantenid',
  ),
  customerName: words(
    'customername customer companyname company endcustomer endcustomername tenantname clientname client organization kunde kundenname firma',
  ),
  offerId: words('offerid catalogitemid catalogid offeridentifier materialid manufacturerpartnumber vendorsku mpn'),
  productId: words('productid microsoftproductid msproductid productcode produktid'),
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

const PRICES: Synonyms = {
  productTitle: words('productname product title produkt produktname'),
  skuTitle: words('skuname sku offername itemname description bezeichnung artikelbezeichnung artikel'),
  publisher: words('vendor manufacturer hersteller'),
  billingPlan: words('billingcycle billingfrequency billing paymentplan abrechnung zahlungsplan zahlungsweise'),
  unitPrice: words(
    'price unitcost cost costprice partnerprice resellerprice dealerprice netprice purchaseprice buyprice ek ekpreis einkaufspreis händlerpreis nettopreis einzelpreis preis',
  ),
  erpPrice: words(
    'estimatedretailprice retailprice listprice msrp srp rrp endcustomerprice uvp vk listenpreis verkaufspreis endkundenpreis',
  ),
  effectiveStart: words('startdate validfrom effectivefrom start from gültigab gültigvon startdatum'),
  effectiveEnd: words('enddate validto validuntil validtill effectiveto end until gültigbis enddatum'),
};

const OF_KIND: Readonly<Partial<Record<DatasetKind, Synonyms>>> = {
  'licence-prices': PRICES,
  'software-prices': PRICES,
  'marketplace-prices': PRICES,
  'azure-prices': PRICES,
  customers: {
    customerId: words('tenant directoryid kundennummer'),
    customerName: words('displayname organisation name firmenname'),
    domain: words('domainname primarydomain defaultdomain tenantdomain customerdomain domäne'),
  },
  agreements: {
    type: words('agreementtype agreement agreementname vertragsart vereinbarung'),
    dateAgreed: words(
      'agreeddate agreedon dateaccepted acceptancedate accepteddate acceptedon accepted mcadate signedon date zugestimmtam akzeptiertam datum',
    ),
    way: words('method acceptancemethod acceptancetype acceptedby howaccepted source channel art weg'),
    firstName: words('givenname contactfirstname forename vorname'),
    lastName: words('surname familyname contactlastname nachname'),
    email: words('emailaddress mail contactemail emailadresse'),
    phone: words('phonenumber telephone mobile contactphone telefon telefonnummer'),
    organisation: words(
      'organization organizationname organisationname companyname customername company customer firma kunde',
    ),
    reseller: words('resellername partner partnername indirectreseller wiederverkäufer'),
    attestationId: words('attestation attestationguid'),
  },
  promotions: {
    promotionId: words('id promotioncode promocode aktionsid'),
    name: words('promotionname promotion title displayname aktion bezeichnung'),
    percent: words('percentdiscount discountpercent discountpercentage discount promotionpercent rabatt rabattprozent'),
    start: words('startdate validfrom promotionstartdate availablefrom gültigab startdatum'),
    end: words('enddate validto validuntil promotionenddate availableto gültigbis enddatum'),
    minSeats: words('minseats minimumseats minquantity minimumquantity mindestmenge'),
    maxSeats: words('maxseats maximumseats maxquantity maximumquantity höchstmenge'),
  },
  reconciliation: {
    invoiceNumber: words('invoiceno invoiceid invoice rechnungsnummer'),
    orderId: words('ordernumber orderno bestellnummer'),
    orderDate: words('purchasedate bestelldatum'),
    productName: words('product producttitle produkt produktname'),
    skuName: words('sku skutitle bezeichnung'),
    chargeType: words('transactiontype type vorgangsart buchungsart'),
    chargeStartDate: words('startdate periodstart billingstart servicestart from leistungsbeginn startdatum'),
    chargeEndDate: words('enddate periodend billingend serviceend to leistungsende enddatum'),
    unitPrice: words('price listprice einzelpreis stückpreis'),
    effectiveUnitPrice: words('effectiveprice netunitprice effektivpreis'),
    billableQuantity: words('billedquantity chargedquantity abgerechnetemenge'),
    subtotal: words('subtotalamount netamount pretaxtotal extendedcost nettobetrag zwischensumme'),
    taxTotal: words('tax taxamount vat mehrwertsteuer mwst steuer'),
    total: words('totalamount amount grossamount gesamtbetrag bruttobetrag'),
    termAndBillingCycle: words('term termandbilling laufzeit'),
  },
  'own-invoices': {
    customerName: words('accountname account billto billtoname clientcompany kundenname debitor rechnungsempfänger'),
    item: words(
      'description itemdescription linedescription product productname itemname service lineitem bezeichnung beschreibung artikel artikelbezeichnung leistung position positionstext text produkt',
    ),
    unitPrice: words('price unitsellprice sellprice salesprice rate einzelpreis stückpreis verkaufspreis preis'),
    amount: words(
      'linetotal lineamount netamount amountnet nettotal subtotal totalexvat totalexcltax amountexcltax extendedprice extendedamount totalprice total nettobetrag netto zeilenbetrag positionsbetrag gesamtpreis betrag gesamt',
    ),
    invoiceNumber: words(
      'invoiceno invoiceid invoice documentnumber documentno docnumber rechnungsnummer rechnungsnr rechnung belegnummer belegnr',
    ),
    invoiceDate: words('date documentdate issuedate txndate rechnungsdatum belegdatum datum'),
    periodStart: words(
      'servicestart servicestartdate servicefrom billingperiodstart billingstart chargestartdate periodfrom startdate start from leistungsbeginn leistungvon zeitraumvon startdatum von',
    ),
    periodEnd: words(
      'serviceend serviceenddate serviceto billingperiodend billingend chargeenddate periodto enddate end to leistungsende leistungbis zeitraumbis enddatum bis',
    ),
    month: words(
      'billingmonth invoicemonth servicemonth billingperiod serviceperiod period abrechnungsmonat leistungsmonat leistungszeitraum zeitraum monat',
    ),
  },
  'daily-usage': {
    usageDate: words('date day consumptiondate datum nutzungsdatum verbrauchsdatum'),
    meterId: words('meter meterguid resourceguid zählerid'),
    meterName: words('metertitle zählername zähler'),
    meterCategory: words('category service servicename zählerkategorie'),
    quantity: words('consumedquantity usagequantity usage verbrauch verbrauchsmenge'),
    unit: words('unitofmeasure uom einheit'),
    unitPrice: words('price rate einzelpreis'),
    resourceGroup: words('resourcegroupname ressourcengruppe'),
    resourceUri: words('resourceid instanceid ressourcenid'),
    resourceLocation: words('location region standort'),
    billingPreTaxTotal: words('pretaxtotal pretaxcost cost costinbillingcurrency extendedcost kosten nettokosten'),
    billingCurrency: words('currency currencycode währung abrechnungswährung'),
    pricingPreTaxTotal: words('costinpricingcurrency'),
    pricingCurrency: words('pricecurrency'),
    subscriptionId: words('azuresubscriptionid entitlementid azureabonnementid'),
  },
};

/** Other names of a column of a kind of file. */
export function synonymsOf(kind: DatasetKind, column: string): readonly string[] {
  return [...(OF_KIND[kind]?.[column] ?? []), ...(COMMON[column] ?? [])];
}

/** Columns in the order in which they choose among the headers; those that are not here choose last. */
export const CHOOSING_ORDER: readonly string[] = Object.keys(COMMON);

function words(text: string): readonly string[] {
  return text.split(' ');
}
