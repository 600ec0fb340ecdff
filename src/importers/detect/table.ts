/**
 * The detection table: every tabular format, the more specific first. A format's `signature` and `without` are its row; each
 * documented header fits exactly one. Names of files never count.
 */
import { AGREEMENT_SHEET } from '../formats/agreements/format.ts';
import { AZURE_PRICES, PRICE_SHEET } from '../formats/azure-prices/format.ts';
import { COST_MANAGEMENT_PARTNER, COST_MANAGEMENT_SUBSCRIPTION } from '../formats/cost-management/format.ts';
import { CUSTOMERS, PLAIN_CUSTOMERS } from '../formats/customers/format.ts';
import { DAILY_USAGE } from '../formats/daily-usage/format.ts';
import { EARNINGS, EARNINGS_GROWTH, PAYMENTS } from '../formats/earnings/format.ts';
import { FOCUS } from '../formats/focus/format.ts';
import { FX_RATES } from '../formats/fx-rates/format.ts';
import { ANALYTICS } from '../formats/insights/analytics.ts';
import { INSIGHTS, INSIGHTS_WITHOUT_PGA } from '../formats/insights/format.ts';
import { LEGACY_PRICES } from '../formats/legacy-prices/format.ts';
import { LEGACY_CHARGES, LEGACY_DAILY, LEGACY_LICENCES } from '../formats/legacy-reconciliation/format.ts';
import { LICENCE_PRICES } from '../formats/licence-prices/format.ts';
import { OFFER_MATRIX } from '../formats/offer-matrix/format.ts';
import { OWN_INVOICES } from '../formats/own-invoices/format.ts';
import { PORTFOLIO } from '../formats/portfolio/format.ts';
import { RECONCILIATION } from '../formats/reconciliation/format.ts';
import type { SheetFormat } from '../sheet/format.ts';

export const SHEET_FORMATS: readonly SheetFormat[] = [
  FOCUS,
  COST_MANAGEMENT_PARTNER,
  COST_MANAGEMENT_SUBSCRIPTION,
  DAILY_USAGE,
  RECONCILIATION,
  LEGACY_LICENCES,
  LEGACY_CHARGES,
  LEGACY_DAILY,
  AZURE_PRICES,
  PRICE_SHEET,
  LICENCE_PRICES,
  LEGACY_PRICES,
  OFFER_MATRIX,
  FX_RATES,
  INSIGHTS,
  INSIGHTS_WITHOUT_PGA,
  EARNINGS_GROWTH,
  EARNINGS,
  PAYMENTS,
  PORTFOLIO,
  ...ANALYTICS,
  OWN_INVOICES,
  AGREEMENT_SHEET,
  CUSTOMERS,
  PLAIN_CUSTOMERS,
];

/** The formats whose row a header fits; more than one means that the table is ambiguous. */
export function formatsOf(keys: ReadonlySet<string>): readonly SheetFormat[] {
  return SHEET_FORMATS.filter(
    ({ signature, without = [] }) => signature.every((key) => keys.has(key)) && !without.some((key) => keys.has(key)),
  );
}
