/** A price list in the portal's 21 columns, as the files of autumn 2025 look (formats.md §1 in the project's notes: R-046). */
import { type Day, dayToText, partsOfDay } from '../core/days.ts';
import { csvLine, priceText } from './csv.ts';
import type { PriceList, PriceRow } from './price-rows.ts';

const HEADER = [
  'ChangeIndicator', 'ProductTitle', 'ProductId', 'SkuId', 'SkuTitle', 'Publisher', 'SkuDescription', 'UnitOfMeasure', 'TermDuration',
  'BillingPlan', 'Market', 'Currency', 'UnitPrice', 'PricingTierRangeMin', 'PricingTierRangeMax', 'EffectiveStartDate',
  'EffectiveEndDate', 'Tags', 'ERP Price', 'Segment', 'PreviousValues',
]; // prettier-ignore

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const OPEN_END = '9999-11-30T23:59:59.0000000Z';

/** The portal's file name, which never says the year. */
export function priceListName(list: PriceList): string {
  const month = MONTHS[partsOfDay(list.month).month - 1] ?? '';
  return `${month}_NCE_LicenseBasedPL_GA_${list.market}.csv`;
}

function timestamp(day: Day): string {
  return `${dayToText(day)}T00:00:00.0000000Z`;
}

/** Lists have lost the zeros of SKU ids made of digits alone, and keep those with a letter. */
function printedSku(skuId: string): string {
  return /^\d+$/.test(skuId) ? String(Number(skuId)) : skuId;
}

function description(row: PriceRow): string {
  return `For teams of every size: ${row.sku.skuTitle}, as the "sample" sells it, with everything that its name says. Needs no other subscription; seats can be added at any time and are removed at renewal.`;
}

function cells(row: PriceRow, list: PriceList): readonly string[] {
  const { sku, previous } = row;
  const was = previous && `{'ERP Price': '${priceText(previous.erp)}', 'UnitPrice': '${priceText(previous.unit)}'}`;
  return [
    row.change, sku.product.title, sku.product.productId, printedSku(sku.skuId), sku.skuTitle, 'Microsoft Corporation',
    description(row), '', row.term, row.plan, list.market, list.currency, priceText(row.unit), '', '', timestamp(row.start),
    OPEN_END, row.plan === 'None' ? 'License;Trial' : 'License', priceText(row.erp), sku.segment, was ?? '',
  ]; // prettier-ignore
}

/** The file's text with a byte order mark; Microsoft's portal writes CRLF, tools that touched a file often LF. */
export function priceListText(list: PriceList, lineEnd: '\r\n' | '\n'): string {
  return '\uFEFF' + csvLine(HEADER, lineEnd) + list.rows.map((row) => csvLine(cells(row, list), lineEnd)).join('');
}
