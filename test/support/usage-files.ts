/** Files of Azure consumption for tests: the same lines as daily usage, Cost Management or FOCUS. */
import type { ImportSource } from '../../src/importers/index.ts';
import { sourceOfText } from './import-files.ts';

/** One line of consumption. */
export interface UsageLine {
  /** `2026-10-05` */
  readonly day: string;
  readonly customer: string;
  readonly subscription: string;
  readonly group: string;
  readonly category: string;
  readonly meter: string;
  /** Of daily usage; left out: `m`. */
  readonly meterId?: string;
  readonly quantity: string;
  readonly price: string;
  readonly cost: string;
  readonly currency: string;
  /** Percent of earned credit. */
  readonly earned: string;
  /** Of Cost Management and FOCUS: what the file says about whether it was applied; left out: no such column. */
  readonly applied?: string;
  /** Empty: unbilled. */
  readonly invoice: string;
  /** JSON. */
  readonly tags: string;
  /** Of daily usage; left out: `1 Hour`, priced in US dollars at a rate of 1. */
  readonly unit?: string;
  readonly pricingCurrency?: string;
  readonly rate?: string;
}

type Cells = Readonly<Record<string, string>>;

function csv(name: string, rows: readonly Cells[]): ImportSource {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const quoted = (cell: string): string => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = rows.map((row) => header.map((column) => quoted(row[column] ?? '')).join(','));
  return sourceOfText(name, `${[header.join(','), ...lines].join('\n')}\n`);
}

/** `10/05/2026` */
function american(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${month}/${date}/${year}`;
}

export function dailyUsage(name: string, lines: readonly UsageLine[]): ImportSource {
  return csv(
    name,
    lines.map((line) => ({
      ...{ PartnerId: 'p', CustomerId: line.customer, CustomerName: `Name of ${line.customer}` },
      ...{ InvoiceNumber: line.invoice, ProductId: 'DZH318Z0BQ4B', SkuId: '00FV', SubscriptionId: 's' },
      ...{
        UsageDate: american(line.day),
        MeterCategory: line.category,
        MeterId: line.meterId ?? 'm',
        MeterName: line.meter,
      },
      ...{
        MeterSubCategory: '',
        Unit: line.unit ?? '1 Hour',
        ResourceLocation: 'westeurope',
        ResourceGroup: line.group,
      },
      ...{ ChargeType: 'new', UnitPrice: line.price, Quantity: line.quantity, BillingPreTaxTotal: line.cost },
      ...{
        BillingCurrency: line.currency,
        PricingPreTaxTotal: line.cost,
        PricingCurrency: line.pricingCurrency ?? 'USD',
        Tags: line.tags,
      },
      ...{
        PCToBCExchangeRate: line.rate ?? '1',
        EntitlementId: line.subscription,
        PartnerEarnedCreditPercentage: line.earned,
      },
    })),
  );
}

export function costManagement(name: string, lines: readonly UsageLine[]): ImportSource {
  return csv(
    name,
    lines.map((line) => ({
      ...{
        invoiceId: line.invoice,
        partnerTenantId: 't',
        customerTenantId: line.customer,
        customerName: line.customer,
      },
      ...{ date: american(line.day), meterCategory: line.category, meterName: line.meter, quantity: line.quantity },
      ...{ SubscriptionId: line.subscription, resourceGroupName: line.group, unitOfMeasure: '1 Hour' },
      ...{ costInBillingCurrency: line.cost, billingCurrency: line.currency, costInPricingCurrency: line.cost },
      ...{ pricingCurrency: 'USD', partnerEarnedCreditRate: String(Number(line.earned) / 100), PayGPrice: line.price },
      ...{ tags: line.tags, chargeType: 'Usage' },
      ...(line.applied === undefined ? {} : { partnerEarnedCreditApplied: line.applied }),
    })),
  );
}

export function focus(name: string, lines: readonly UsageLine[]): ImportSource {
  return csv(
    name,
    lines.map((line) => ({
      ...{ BilledCost: line.cost, BillingAccountId: 'a', BillingCurrency: line.currency, ChargeCategory: 'Usage' },
      ...{
        ChargePeriodStart: `${line.day}T00:00:00Z`,
        ChargePeriodEnd: '',
        ConsumedQuantity: line.quantity,
        PricingUnit: '1 Hour',
      },
      ...{ SubAccountId: line.subscription, ListUnitPrice: line.price, Tags: line.tags, x_CustomerId: line.customer },
      ...{ x_ResourceGroupName: line.group, x_SkuMeterCategory: line.category, x_SkuMeterName: line.meter },
      ...{ x_PartnerCreditRate: String(Number(line.earned) / 100), x_InvoiceId: line.invoice, ChargeClass: '' },
      ...{ EffectiveCost: line.cost, ListCost: line.cost, ContractedCost: line.cost, ProviderName: 'Microsoft' },
      ...(line.applied === undefined ? {} : { x_PartnerCreditApplied: line.applied }),
    })),
  );
}
