/** Extended Service Terms that are on the invoice already: found by SKU, name or price, with what they cost and would have cost. */
import type { Day } from '../../core/days.ts';
import { divide, type Exact, fraction } from '../../core/exact.ts';
import { type Minor, minorDigits, safeMinor } from '../../core/money.ts';
import { NO_DAY } from '../../core/table.ts';
import { inner, remember } from '../remember.ts';
import { cycleDays } from './charge-cycle.ts';
import type { EstTerms, TermPrice } from './est-terms.ts';
import type { CheckedLines } from './model/check-lines.ts';
import type { InvoiceLines, LineText } from './model/types.ts';
import { prorate } from './proration.ts';

/** How a line shows that it is one. */
export const EST_EVIDENCE = ['sku', 'name', 'price'] as const;
export type EstEvidence = (typeof EST_EVIDENCE)[number];

/** High: two kinds, or the SKU. Medium: the name. Low: the price alone, which another uplift could explain. */
export type Confidence = 'high' | 'medium' | 'low';

export interface BilledEst {
  readonly customerId: string;
  readonly customer: string;
  /** As the invoice names it: not the id of the portal. */
  readonly subscriptionId: string;
  readonly product: string;
  readonly productId: string;
  readonly skuId: string;
  readonly currency: string;
  readonly evidence: readonly EstEvidence[];
  readonly confidence: Confidence;
  /** Lines of `InvoiceLines`, refunds too, in order. */
  readonly rows: readonly number[];
  /** First and last day that was charged. */
  readonly since: Day;
  readonly until: Day;
  /** Of the newest charge. */
  readonly seats: Exact | undefined;
  /** Subtotals less refunds, minor units. */
  readonly charged: Minor;
  /** The term that was to be had when it began; undefined: no list says. */
  readonly term: TermPrice | undefined;
  /** What the same seats and days would have cost on that term; undefined with it. */
  readonly onTerm: Minor | undefined;
}

const NAME = /extended\s+service\s+term/i;
const NAMED_IN = [
  'skuName',
  'productName',
  'subscriptionDescription',
  'priceAdjustmentDescription',
] as const satisfies readonly LineText[];

/** Each subscription of each currency that was billed EST, the dearest first. */
export function billedEst(lines: InvoiceLines, checked: CheckedLines, terms: EstTerms): readonly BilledEst[] {
  const finder = new EstFinder(lines, terms);
  const groups = new Map<number, Map<string, Group>>();
  for (let row = 0; row < lines.rows; row++) {
    const evidence = finder.evidenceOf(row);
    if (evidence.length === 0) continue;
    const currency = lines.texts.currency.codes[row] ?? 0;
    const group = remember(inner(groups, currency), finder.keyOf(row), (): Group => ({
      rows: [],
      evidence: new Set(),
    }));
    group.rows.push(row);
    for (const kind of evidence) group.evidence.add(kind);
  }
  const found = [...groups.values()].flatMap((byKey) =>
    [...byKey.values()].map((group) => described(lines, checked, terms, group)),
  );
  return found.sort((a, b) => b.charged - a.charged || (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
}

interface Group {
  readonly rows: number[];
  readonly evidence: Set<EstEvidence>;
}

class EstFinder {
  private readonly lines: InvoiceLines;
  private readonly terms: EstTerms;
  private readonly named: readonly (readonly [Uint32Array, readonly boolean[]])[];
  /** By product, SKU and currency. */
  private readonly bySku = new Map<string, boolean>();

  constructor(lines: InvoiceLines, terms: EstTerms) {
    this.lines = lines;
    this.terms = terms;
    this.named = NAMED_IN.map((name) => {
      const { codes, values } = lines.texts[name];
      return [codes, values.map((text) => NAME.test(text))];
    });
  }

  keyOf(row: number): string {
    const code = (name: LineText): string => String(this.lines.texts[name].codes[row] ?? 0);
    return [code('customerId'), code('subscriptionId'), code('productId'), code('skuId')].join(' ');
  }

  evidenceOf(row: number): readonly EstEvidence[] {
    const evidence: EstEvidence[] = [];
    if (this.isEstSku(row)) evidence.push('sku');
    if (this.named.some(([codes, isNamed]) => isNamed[codes[row] ?? 0])) evidence.push('name');
    if (this.isEstPrice(row)) evidence.push('price');
    return evidence;
  }

  private isEstSku(row: number): boolean {
    const [product, sku, currency] = [this.text('productId', row), this.text('skuId', row), this.currencyOf(row)];
    if (sku === '') return false;
    const key = `${product}|${sku}|${currency}`;
    return remember(this.bySku, key, () => this.terms.match(product, sku, currency)?.isEst ?? false);
  }

  /** Only a line for a month can be one, and only its list price tells: what is charged may be a part of it. */
  private isEstPrice(row: number): boolean {
    const { days } = this.lines;
    const start = days.chargeStartDate[row] ?? NO_DAY;
    const end = days.chargeEndDate[row] ?? NO_DAY;
    if (start === NO_DAY || end === NO_DAY || end - start > 30) return false;
    const [from, to] = [days.subscriptionStartDate[row] ?? NO_DAY, days.subscriptionEndDate[row] ?? NO_DAY];
    if (from !== NO_DAY && to !== NO_DAY && to - from > 31) return false;
    const price = this.lines.figure('unitPrice', row);
    const [product, sku] = [this.text('productId', row), this.text('skuId', row)];
    return price !== undefined && this.terms.isUplifted(product, sku, this.currencyOf(row), start, price);
  }

  private text(name: LineText, row: number): string {
    return textOf(this.lines, name, row);
  }

  private currencyOf(row: number): string {
    return priceCurrency(this.lines, row);
  }
}

function textOf({ texts }: InvoiceLines, name: LineText, row: number): string {
  const { codes, values } = texts[name];
  return values[codes[row] ?? 0] ?? '';
}

function priceCurrency(lines: InvoiceLines, row: number): string {
  return (textOf(lines, 'pricingCurrency', row) || textOf(lines, 'currency', row)).toUpperCase();
}

function described(lines: InvoiceLines, checked: CheckedLines, terms: EstTerms, group: Group): BilledEst {
  const { rows } = group;
  const { chargeStartDate, chargeEndDate } = lines.days;
  const newest = rows.reduce(
    (best, row) => (startOf(row) >= startOf(best) && isCharge(lines, row) ? row : best),
    rows[0] ?? 0,
  );
  const since = Math.min(...rows.map(startOf));
  const text = (name: LineText): string => textOf(lines, name, newest);
  const currency = text('currency').toUpperCase();
  const match = terms.match(text('productId'), text('skuId'), priceCurrency(lines, newest));
  // Another currency than the invoice's has no term price to be held against.
  const isSame = priceCurrency(lines, newest) === currency;
  const term = isSame && match?.base ? terms.termPrice(match.base, since) : undefined;
  const evidence = EST_EVIDENCE.filter((kind) => group.evidence.has(kind));
  return {
    ...{ customerId: text('customerId'), customer: text('customerName'), subscriptionId: text('subscriptionId') },
    ...{ product: text('skuName') || text('productName'), productId: text('productId'), skuId: text('skuId') },
    ...{ currency, evidence, rows, since, term },
    confidence: confidenceOf(evidence),
    until: Math.max(...rows.map((row) => chargeEndDate[row] ?? NO_DAY)),
    seats: seatsOf(lines, newest),
    charged: safeMinor(rows.reduce((sum, row) => sum + (checked.subtotal[row] ?? 0), 0)),
    onTerm: term && safeMinor(rows.reduce((sum, row) => sum + onTerm(lines, row, term, currency), 0)),
  };

  function startOf(row: number): Day {
    return chargeStartDate[row] ?? NO_DAY;
  }
}

function confidenceOf(evidence: readonly EstEvidence[]): Confidence {
  if (evidence.includes('sku') || evidence.length > 1) return 'high';
  return evidence.includes('name') ? 'medium' : 'low';
}

function isCharge(lines: InvoiceLines, row: number): boolean {
  const seats = lines.figure('billableQuantity', row) ?? lines.figure('quantity', row);
  return seats === undefined || seats.n > 0n;
}

function seatsOf(lines: InvoiceLines, row: number): Exact | undefined {
  return lines.figure('quantity', row) ?? lines.figure('billableQuantity', row);
}

/** What the seats and days of a line cost at a term price, with the line's sign. */
function onTerm(lines: InvoiceLines, row: number, { cost }: TermPrice, currency: string): Minor {
  const quantity = lines.figure('billableQuantity', row) ?? lines.figure('quantity', row);
  const start = lines.days.chargeStartDate[row] ?? NO_DAY;
  const end = lines.days.chargeEndDate[row] ?? NO_DAY;
  if (!quantity || start === NO_DAY || end === NO_DAY) return 0;
  const days = cycleDays(start, end, 1);
  const billingDays = Math.min(days, end - start + 1);
  // Seats are whole; what is not stays as a price for all of them.
  const isWhole = quantity.d === 1n;
  const unitPrice = isWhole ? cost : divide(fraction(cost.n * quantity.n, cost.d * quantity.d), fraction(1));
  return prorate({
    ...{ unitPrice, billingDays, cycleDays: days, digits: minorDigits(currency) },
    quantity: isWhole ? quantity.num : 1,
  }).cutProduct;
}
