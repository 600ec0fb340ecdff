/** Daily rated usage of the sample's Azure customers, as billing gives it: a file of closed months and one that is not billed yet. */
import { type Day, daysInMonth, firstDayOfMonth, monthOfDay, monthToText, partsOfDay } from '../core/days.ts';
import { type Exact, ONE, fraction, multiply, toDecimal } from '../core/exact.ts';
import { csvLine } from './csv.ts';
import type { Customer } from './customers.ts';
import { type Random, guid, randomStream } from './random.ts';
import type { World } from './subscriptions.ts';

const HEADER = [
  'PartnerId', 'PartnerName', 'CustomerId', 'CustomerName', 'CustomerDomainName', 'CustomerCountry', 'MpnId', 'Tier2MpnId',
  'InvoiceNumber', 'ProductId', 'SkuId', 'AvailabilityId', 'SkuName', 'ProductName', 'PublisherName', 'PublisherId',
  'SubscriptionDescription', 'SubscriptionId', 'ChargeStartDate', 'ChargeEndDate', 'UsageDate', 'MeterType', 'MeterCategory',
  'MeterId', 'MeterSubCategory', 'MeterName', 'MeterRegion', 'Unit', 'ResourceLocation', 'ConsumedService', 'ResourceGroup',
  'ResourceURI', 'ChargeType', 'UnitPrice', 'Quantity', 'UnitType', 'BillingPreTaxTotal', 'BillingCurrency',
  'PricingPreTaxTotal', 'PricingCurrency', 'ServiceInfo1', 'ServiceInfo2', 'Tags', 'AdditionalInfo', 'EffectiveUnitPrice',
  'PCToBCExchangeRate', 'PCToBCExchangeRateDate', 'EntitlementId', 'EntitlementDescription', 'PartnerEarnedCreditPercentage',
  'CreditPercentage', 'CreditType', 'BenefitOrderId', 'BenefitId', 'BenefitType',
] as const; // prettier-ignore
type Cells = Partial<Readonly<Record<(typeof HEADER)[number], string>>>;

/** A meter with what a resource of it uses. Prices are invented, in millionths of a dollar. */
interface Meter {
  readonly category: string;
  readonly subCategory: string;
  readonly name: string;
  readonly unit: string;
  readonly service: string;
  readonly price: number;
  /** Thousandths of a unit on an ordinary weekday. */
  readonly usual: number;
  /** What is left of it at the weekend. */
  readonly weekend: number;
}

const METERS = {
  large: { category: 'Virtual Machines', subCategory: 'Dsv5 Series', name: 'D8s v5', unit: '1 Hour', service: 'Microsoft.Compute', price: 460_000, usual: 72_000, weekend: 0.9 },
  dev: { category: 'Virtual Machines', subCategory: 'Dsv5 Series', name: 'D4s v5', unit: '1 Hour', service: 'Microsoft.Compute', price: 230_000, usual: 50_000, weekend: 0.2 },
  spot: { category: 'Virtual Machines', subCategory: 'Dsv5 Series', name: 'D4s v5 Spot', unit: '1 Hour', service: 'Microsoft.Compute', price: 46_000, usual: 96_000, weekend: 0.6 },
  gpu: { category: 'Virtual Machines', subCategory: 'NCads A100 v4 Series', name: 'NC24ads A100 v4', unit: '1 Hour', service: 'Microsoft.Compute', price: 4_407_000, usual: 0, weekend: 0 },
  sql: { category: 'SQL Database', subCategory: 'General Purpose', name: 'vCore', unit: '1 Hour', service: 'Microsoft.Sql', price: 304_300, usual: 96_000, weekend: 0.95 },
  disk: { category: 'Storage', subCategory: 'Premium SSD Managed Disks', name: 'P30 LRS Disk', unit: '1/Month', service: 'Microsoft.Compute', price: 148_680_000, usual: 267, weekend: 1 },
  blob: { category: 'Storage', subCategory: 'Tiered Block Blob', name: 'Hot LRS Data Stored', unit: '1 GB/Month', service: 'Microsoft.Storage', price: 18_400, usual: 420_000, weekend: 1 },
  web: { category: 'Azure App Service', subCategory: 'Premium v3 Plan', name: 'P1 v3', unit: '1 Hour', service: 'Microsoft.Web', price: 240_000, usual: 60_000, weekend: 0.75 },
  logs: { category: 'Log Analytics', subCategory: '', name: 'Analytics Logs Data Ingestion', unit: '1 GB', service: 'Microsoft.OperationalInsights', price: 2_990_000, usual: 9_000, weekend: 0.55 },
  egress: { category: 'Bandwidth', subCategory: 'Inter-Region', name: 'Standard Data Transfer Out', unit: '1 GB', service: 'Microsoft.Compute', price: 87_000, usual: 180_000, weekend: 0.5 },
} as const satisfies Record<string, Meter>; // prettier-ignore

/** A resource group with its resources; `batch` ones work double on the last day of a month. */
interface Group {
  readonly name: string;
  readonly env: string;
  readonly meters: readonly (keyof typeof METERS)[];
  readonly batch?: boolean;
}

const PRODUCTION: Group = { name: 'rg-production', env: 'prod', meters: ['large', 'sql', 'disk', 'logs'] };
const WEB: Group = { name: 'rg-web', env: 'prod', meters: ['web', 'egress', 'blob'] };
const DEVELOPMENT: Group = { name: 'rg-dev', env: 'dev', meters: ['dev', 'spot'] };
const REPORTING: Group = { name: 'rg-reporting', env: 'prod', meters: ['dev', 'blob'], batch: true };

/** Who has an Azure plan: the number of the customer, its size, growth in a year and groups. */
interface AzureCustomer {
  readonly customer: number;
  readonly size: number;
  readonly growth: number;
  readonly groups: readonly Group[];
}

const AZURE_CUSTOMERS: readonly AzureCustomer[] = [
  { customer: 0, size: 1.6, growth: 0.3, groups: [PRODUCTION, WEB, DEVELOPMENT] },
  { customer: 1, size: 1, growth: 0.1, groups: [PRODUCTION, REPORTING] },
  { customer: 2, size: 0.7, growth: 0.6, groups: [WEB, DEVELOPMENT] },
  { customer: 3, size: 1.1, growth: 0, groups: [PRODUCTION, WEB] },
  { customer: 7, size: 0.9, growth: -0.1, groups: [PRODUCTION] },
];

/** What a reader should find: machines that nobody ordered, and a customer on which access was lost. */
const PLANTED = {
  runaway: { customer: 2, group: 'rg-dev', daysAgo: 12, days: 2, hours: 96 },
  lost: { customer: 3, daysAgo: 20 },
} as const;

const EURO = fraction(9_214, 10_000);
const [MICRO, MILLI] = [1_000_000, 1_000];

/** One resource as the lines of all days share it. */
interface Resource {
  readonly owner: AzureCustomer;
  readonly customer: Customer;
  readonly entitlement: string;
  readonly group: Group;
  readonly meter: Meter;
  readonly uri: string;
  readonly random: Random;
}

function resourcesOf({ seed, customers }: World): readonly Resource[] {
  return AZURE_CUSTOMERS.flatMap((owner) => {
    const customer = customers[owner.customer];
    if (!customer) return [];
    const entitlement = guid(randomStream(seed, 'usage', owner.customer));
    return owner.groups.flatMap((group, at) =>
      group.meters.map((name, place): Resource => {
        const index = 1000 + owner.customer * 100 + at * 10 + place;
        const uri = `/subscriptions/${entitlement}/resourceGroups/${group.name}/providers/${METERS[name].service}/${name}-${String(place + 1)}`;
        const shared = { owner, customer, entitlement, group, uri };
        return { ...shared, meter: METERS[name], random: randomStream(seed, 'usage', index) };
      }),
    );
  });
}

/** Thousandths of a unit that a resource uses on a day. */
function usedOn({ owner, group, meter, random }: Resource, day: Day, first: Day): number {
  const noise = 0.94 + random.next() * 0.12;
  // 1970-01-01 was a Thursday.
  const isWeekend = [2, 3].includes(((day % 7) + 7) % 7);
  const { year, month, date } = partsOfDay(day);
  const isLast = date === daysInMonth(year, month);
  const trend = 1 + (owner.growth * (day - first)) / 365;
  const pattern = (isWeekend ? meter.weekend : 1) * (group.batch && isLast ? 2 : 1);
  return Math.round(meter.usual * owner.size * trend * pattern * noise);
}

function american(day: Day): string {
  const { year, month, date } = partsOfDay(day);
  return `${String(month)}/${String(date)}/${String(year)}`;
}

interface Period {
  /** The first day of all files. */
  readonly first: Day;
  /** Days on this one and after have no invoice. */
  readonly open: Day;
  readonly asOf: Day;
}

/** Two closed months and the one that is running, up to the day before as-of. */
function periodOf(asOf: Day): Period {
  const month = monthOfDay(asOf);
  return { first: firstDayOfMonth(month - 2), open: firstDayOfMonth(month), asOf };
}

function line(
  { owner, customer, entitlement, group, meter, uri }: Resource,
  day: Day,
  thousandths: number,
  { open, asOf }: Period,
): Cells {
  const isGerman = customer.market === 'DE';
  const isLost = owner.customer === PLANTED.lost.customer && day >= asOf - PLANTED.lost.daysAgo;
  const credit = isLost || meter === METERS.spot ? 0 : 15;
  const price = fraction(meter.price, MICRO);
  const quantity = fraction(thousandths, MILLI);
  const effective = credit === 0 ? price : multiply(price, fraction(17, 20));
  const cost = multiply(effective, quantity);
  const rate = isGerman ? EURO : ONE;
  const text = (value: Exact): string => toDecimal(value, 0, 18);
  const month = monthOfDay(day);
  return {
    PartnerId: PARTNER, PartnerName: 'Termwise Sample Partner', CustomerId: customer.id, CustomerName: customer.name,
    CustomerDomainName: customer.domain, CustomerCountry: customer.market, InvoiceNumber: day < open ? `G${monthToText(month).replace('-', '')}001` : '',
    ProductId: 'DZH318Z0BQ4B', SkuId: '00FV', AvailabilityId: 'DZH318Z0BR5K', SkuName: 'Azure plan', ProductName: 'Azure plan',
    PublisherName: 'Microsoft', SubscriptionDescription: 'Azure plan', SubscriptionId: entitlement,
    ChargeStartDate: american(firstDayOfMonth(month)), ChargeEndDate: american(firstDayOfMonth(month + 1)), UsageDate: american(day),
    MeterCategory: meter.category, MeterId: meterId(meter), MeterSubCategory: meter.subCategory, MeterName: meter.name,
    Unit: meter.unit, ResourceLocation: isGerman ? 'germanywestcentral' : 'eastus', ConsumedService: meter.service,
    ResourceGroup: group.name, ResourceURI: uri, ChargeType: 'new', UnitPrice: text(price), Quantity: text(quantity), UnitType: meter.unit,
    BillingPreTaxTotal: text(multiply(cost, rate)), BillingCurrency: isGerman ? 'EUR' : 'USD', PricingPreTaxTotal: text(cost),
    PricingCurrency: 'USD', Tags: `{"env": "${group.env}"}`, EffectiveUnitPrice: text(effective), PCToBCExchangeRate: text(rate),
    PCToBCExchangeRateDate: american(firstDayOfMonth(month)), EntitlementId: entitlement, EntitlementDescription: `${customer.name} Azure`,
    PartnerEarnedCreditPercentage: String(credit), CreditPercentage: String(credit),
    CreditType: credit === 0 ? 'Credit Not Applied' : 'Partner Earned Credit Applied', BenefitType: 'Charge',
  }; // prettier-ignore
}

const PARTNER = '7c5d3a10-5b1e-4c2f-9a64-0d5e1f2a3b4c';

/** Invented, the same for a meter in every sample. */
function meterId({ name }: Meter): string {
  return guid(randomStream(0, 'usage', [...name].reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7) % 100_000));
}

function linesOf(world: World, period: Period, from: Day, to: Day): readonly Cells[] {
  const { runaway } = PLANTED;
  const resources = resourcesOf(world);
  const lines: Cells[] = [];
  for (let day = period.first; day < to; day++) {
    for (const resource of resources) {
      const used = usedOn(resource, day, period.first);
      if (day >= from) lines.push(line(resource, day, used, period));
    }
    const since = day - (period.asOf - runaway.daysAgo);
    const beside = resources.find(
      ({ owner, group }) => owner.customer === runaway.customer && group.name === runaway.group,
    );
    if (!beside || day < from || since < 0 || since >= runaway.days) continue;
    const uri = `/subscriptions/${beside.entitlement}/resourceGroups/${runaway.group}/providers/${METERS.gpu.service}/gpu-1`;
    lines.push(line({ ...beside, meter: METERS.gpu, uri }, day, runaway.hours * MILLI, period));
  }
  return lines;
}

function fileOf(lines: readonly Cells[]): string {
  const rows = lines.map((cells) => csvLine(HEADER.map((name) => cells[name] ?? ''), '\r\n')); // prettier-ignore
  return csvLine(HEADER, '\r\n') + rows.join('');
}

/** Billed usage of two months, and what is not billed yet; on the first of a month there is none of that. */
export function usageFiles(world: World): readonly { readonly name: string; readonly text: string }[] {
  const period = periodOf(world.asOf);
  const billed = linesOf(world, period, period.first, period.open);
  const unbilled = linesOf(world, period, period.open, world.asOf);
  return [
    { name: 'azure-daily-usage-billed.csv', text: fileOf(billed) },
    ...(unbilled.length > 0 ? [{ name: 'azure-daily-usage-unbilled.csv', text: fileOf(unbilled) }] : []),
  ];
}
