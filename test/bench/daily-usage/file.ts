/** A daily usage file as Partner Center writes it: 55 columns, about 900 bytes a row, cells that repeat as real ones do. */
import { type Random, guid, randomStream } from '../../../src/sample/random.ts';

export const HEADER =
  'PartnerId,PartnerName,CustomerId,CustomerName,CustomerDomainName,CustomerCountry,MpnId,Tier2MpnId,InvoiceNumber,ProductId,' +
  'SkuId,AvailabilityId,SkuName,ProductName,PublisherName,PublisherId,SubscriptionDescription,SubscriptionId,ChargeStartDate,' +
  'ChargeEndDate,UsageDate,MeterType,MeterCategory,MeterId,MeterSubCategory,MeterName,MeterRegion,Unit,ResourceLocation,' +
  'ConsumedService,ResourceGroup,ResourceURI,ChargeType,UnitPrice,Quantity,UnitType,BillingPreTaxTotal,BillingCurrency,' +
  'PricingPreTaxTotal,PricingCurrency,ServiceInfo1,ServiceInfo2,Tags,AdditionalInfo,EffectiveUnitPrice,PCToBCExchangeRate,' +
  'PCToBCExchangeRateDate,EntitlementId,EntitlementDescription,PartnerEarnedCreditPercentage,CreditPercentage,CreditType,' +
  'BenefitOrderId,BenefitId,BenefitType';

const DAYS = 30;
const CUSTOMERS = 40;
const SERVICES = [
  ['Virtual Machines', 'Dsv3 Series', 'D2s v3', 'microsoft.compute', 'virtualMachines', '1 Hour', 'Hours'],
  ['Storage', 'Premium SSD Managed Disks', 'P10 LRS Disk', 'microsoft.compute', 'disks', '1/Month', 'Units'],
  [
    'Bandwidth',
    'Rtn Preference: MGN',
    'Standard Data Transfer Out',
    'microsoft.network',
    'loadBalancers',
    '1 GB',
    'GB',
  ],
  ['SQL Database', 'Single Standard', 'S2 DTUs', 'microsoft.sql', 'servers', '1/Day', 'Days'],
  [
    'Log Analytics',
    'Log Analytics',
    'Pay-as-you-go Data Ingestion',
    'microsoft.operationalinsights',
    'workspaces',
    '1 GB',
    'GB',
  ],
  [
    'Azure App Service',
    'Azure App Service Premium v3 Plan',
    'P1 v3 App',
    'microsoft.web',
    'serverFarms',
    '1 Hour',
    'Hours',
  ],
  ['Key Vault', 'Key Vault', 'Operations', 'microsoft.keyvault', 'vaults', '10K', 'Transactions'],
] as const;
const REGIONS = [
  ['EU West', 'westeurope'],
  ['EU North', 'northeurope'],
  ['DE West Central', 'germanywestcentral'],
] as const;

/** What one meter of one resource has in common on all days. */
interface Line {
  readonly front: string;
  readonly middle: string;
  readonly tail: string;
  readonly unitPrice: string;
  readonly unitType: string;
  readonly perDay: number;
}

/** Meters as they are: one for each service and region, in a resource group of its own. Without it each resource has a meter of its own. */
const METERS = new Map(
  SERVICES.flatMap(([, , meter], service) =>
    REGIONS.map(([region], place) => {
      const number = String(service * REGIONS.length + place).padStart(12, '0');
      return [
        `${meter} ${region}`,
        { id: `7c1f3a52-0000-4000-8000-${number}`, group: `RG-${number.slice(-2)}` },
      ] as const;
    }),
  ),
);

/**
 * The rows in pieces, header first: per customer and day the meters of its resources.
 * @param shared resources of a kind share their meter and their group, so that rolling up leaves few rows
 */
export function* dailyUsage(rows: number, seed = 1, shared = false): Generator<string> {
  yield `${HEADER}\r\n`;
  const random = randomStream(seed, 'subscription', rows);
  const lines = Math.ceil(rows / DAYS / CUSTOMERS);
  let left = rows;
  for (let index = 0; left > 0; index++) {
    const customer = customerLines(random, index, lines, shared);
    for (let day = 1; day <= DAYS && left > 0; day++) {
      const piece = customer.slice(0, left).map((line) => rowOf(random, line, day));
      left -= piece.length;
      yield piece.join('');
    }
  }
}

function customerLines(random: Random, index: number, count: number, shared: boolean): Line[] {
  const customerId = guid(random);
  const subscription = guid(random);
  const entitlements = Array.from({ length: 1 + random.below(4) }, () => guid(random));
  const front =
    `0b6ba6e8-7a8f-4a3f-9d4c-6f5f5d1d9a01,Contoso Cloud Services GmbH,${customerId},"Customer ${index}, Inc.",` +
    `customer${index}.onmicrosoft.com,DE,4567890,0,G0${61000000 + index},DZH318Z0BPS6,0001,DZH318Z0BQ4B,` +
    `Azure plan,Azure plan,Microsoft Corporation,,Azure plan,${subscription},6/1/2026,7/1/2026,`;
  return Array.from({ length: count }, (_, i) =>
    lineOf(random, front, entitlements[i % entitlements.length] ?? '', index, shared),
  );
}

function lineOf(random: Random, front: string, entitlement: string, customer: number, shared: boolean): Line {
  const [category, sub, meter, provider, type, unit, unitType] = random.pick(SERVICES);
  const [region, location] = random.pick(REGIONS);
  const common = shared ? METERS.get(`${meter} ${region}`) : undefined;
  const group = common?.group ?? `RG-${random.pick(['PROD', 'TEST', 'SHARED'])}-${random.below(12)}`;
  const name = `${type}-${customer}-${random.below(1_000_000)}`;
  const uri = `/subscriptions/${entitlement}/resourceGroups/${group}/providers/${provider}/${type}/${name}`;
  const tags = `"{ ""env"": ""${random.pick(['prod', 'test'])}"", ""costcenter"": ""${4000 + random.below(20)}"" }"`;
  const info = `"{  ""ImageType"": null,  ""ServiceType"": ""Standard_${meter.replaceAll(' ', '_')}"",  ""VMName"": null,  ""VCPUs"": ${1 + random.below(8)}}"`;
  const unitPrice = digits(random, '0.0', 15);
  return {
    front,
    middle: `,${category},${common?.id ?? guid(random)},${sub},${meter},${region},${unit},${location},${provider},${group},${uri},new,`,
    tail: `${tags},${info}`,
    unitPrice,
    unitType,
    perDay: random.below(24) + 1,
  };
}

function rowOf(random: Random, { front, middle, tail, unitPrice, unitType, perDay }: Line, day: number): string {
  const isWhole = perDay % 3 === 0;
  const quantity = isWhole ? String(perDay) : digits(random, `${perDay % 3}.`, 15);
  const total = digits(random, `${random.below(3)}.`, 15);
  const entitlement = middle.slice(middle.indexOf('/subscriptions/') + 15, middle.indexOf('/resourceGroups/'));
  return (
    `${front}6/${day}/2026,${middle}${unitPrice},${quantity},${unitType},${total},EUR,` +
    `${total},USD,,,${tail},${unitPrice},0.924556213017751,5/29/2026,${entitlement},Azure subscription ${entitlement.slice(0, 4)},` +
    `15,100,Azure Credit Applied.,,,\r\n`
  );
}

function digits(random: Random, front: string, count: number): string {
  let text = front;
  for (let i = 0; i < count; i++) text += String(random.below(10));
  return text;
}
