/** Spec §2 read literally: price rows, scenario changes, the EST mapping and the EST price. */
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import { Decimal, digitsOf, hu } from './naive-numbers.ts';

export interface PriceRow {
  /** Position of the list in the import order. */
  readonly list: number;
  readonly productId: string;
  /** Upper case, padded to four. */
  readonly skuId: string;
  readonly skuTitle: string;
  readonly segment: string;
  readonly market: string;
  readonly currency: string;
  readonly term: string;
  readonly plan: string;
  /** UnitPrice and ERP Price of the whole term. */
  readonly cost: Decimal;
  readonly erp: Decimal;
  readonly start: number;
  readonly end: number;
}

/** What a price is asked for. */
export interface Offer {
  readonly productId: string;
  readonly skuId: string;
  readonly segment: string;
  readonly market: string;
  readonly currency: string;
}

/** Cost and ERP per seat and month. */
export interface Pair {
  readonly cost: Decimal;
  readonly erp: Decimal;
}

export interface EstPrice extends Pair {
  readonly source: 'list' | 'monthly' | 'noMonthly' | 'assumed';
  readonly differs: boolean;
}

const EST_TITLE = 'Extended Service Term';
const MONTHS: Readonly<Record<string, number>> = { P1M: 1, P1Y: 12, P3Y: 36 };

const offerKey = (o: Offer): string => [o.productId, o.skuId, o.segment, o.market, o.currency].join('|');

export class NaivePrices {
  private readonly rows = new Map<string, PriceRow[]>();
  private readonly listDate = new Map<number, number>();
  /** Keys of EST SKUs to their base, and of base SKUs to their EST twin. */
  private readonly baseOf = new Map<string, Offer>();
  private readonly twinOf = new Map<string, Offer>();
  private readonly scenario: Scenario;

  constructor(rows: readonly PriceRow[], scenario: Scenario) {
    this.scenario = scenario;
    const skus = new Map<string, PriceRow[]>();
    for (const row of rows) {
      const key = offerKey(row);
      push(this.rows, `${key}|${row.term}|${row.plan}`, row);
      push(skus, key, row);
      this.listDate.set(row.list, Math.max(this.listDate.get(row.list) ?? -Infinity, row.start));
    }
    this.mapTwins(skus, (base, est) => titleOf(est) !== titleOf(base) && strippedTitle(est) === titleOf(base));
    this.mapTwins(skus, (base, est) => this.isSilentTwin(base, est));
  }

  /** The EST SKU's base, undefined when the SKU is no EST SKU. */
  base(offer: Offer): Offer | undefined {
    return this.baseOf.get(offerKey(offer));
  }

  /** Whether any list has the term and plan. */
  has(offer: Offer, term: string, plan: string): boolean {
    return this.rows.has(`${offerKey(offer)}|${term}|${plan}`);
  }

  /** Per seat-month of the row for a day, with the scenario's changes unless `asPaid`. */
  price(offer: Offer, term: string, plan: string, day: number, asPaid = false): Pair | undefined {
    const row = this.find(`${offerKey(offer)}|${term}|${plan}`, day);
    if (row === undefined) return undefined;
    const { cost, erp } = asPaid ? row : this.changed(row, day);
    const months = MONTHS[term] ?? 1;
    return { cost: cost.div(months), erp: erp.div(months) };
  }

  /** The EST price of a base or EST SKU on a day. */
  est(offer: Offer, day: number): EstPrice | undefined {
    const base = this.base(offer) ?? offer;
    const twin = this.twinOf.get(offerKey(base));
    const own = this.base(offer) ? offer : twin;
    const listed = own && this.price(own, 'P1M', 'Monthly', day);
    const formula = this.formula(base, day);
    if (listed === undefined || this.scenario.est.listRows === 'ignore') return formula;
    const cent = new Decimal(10).pow(-digitsOf(base.currency));
    const far = (a: Decimal, b: Decimal): boolean => a.minus(b).abs().greaterThan(cent);
    const differs = formula !== undefined && (far(listed.cost, formula.cost) || far(listed.erp, formula.erp));
    return { ...listed, source: 'list', differs };
  }

  private formula(base: Offer, day: number): EstPrice | undefined {
    const { upliftMonthly, upliftNoMonthly, noMonthlyBase } = this.scenario.est;
    const raised = (pair: Pair, uplift: string, source: EstPrice['source']): EstPrice => {
      const raise = (value: Decimal): Decimal => hu(value.times(new Decimal(1).plus(uplift)), digitsOf(base.currency));
      return { cost: raise(pair.cost), erp: raise(pair.erp), source, differs: false };
    };
    const monthly = this.price(base, 'P1M', 'Monthly', day);
    if (monthly) return raised(monthly, upliftMonthly, 'monthly');
    const annual = this.price(base, 'P1Y', 'Annual', day);
    const billedMonthly = this.price(base, 'P1Y', 'Monthly', day);
    if (annual)
      return raised((noMonthlyBase === 'annualBilledMonthly' && billedMonthly) || annual, upliftNoMonthly, 'noMonthly');
    return billedMonthly && raised(billedMonthly, upliftNoMonthly, 'assumed');
  }

  private find(key: string, day: number): PriceRow | undefined {
    const rows = this.rows.get(key) ?? [];
    const newer = (a: PriceRow, b: PriceRow): number =>
      (this.listDate.get(b.list) ?? 0) - (this.listDate.get(a.list) ?? 0) || b.list - a.list;
    const inForce = rows.filter((row) => row.start <= day && day <= row.end);
    if (inForce.length > 0) return inForce.sort((a, b) => newer(a, b) || a.end - b.end)[0];
    return rows.filter((row) => row.start <= day).sort((a, b) => b.start - a.start || newer(a, b))[0];
  }

  private changed(row: PriceRow, day: number): Pair {
    let { cost, erp } = row;
    for (const change of this.scenario.priceChanges) {
      if (day < change.from || !matches(change.match, row)) continue;
      const step = (value: Decimal): Decimal => inInstalments(changedValue(value, change.kind, change.value), row);
      if (change.columns !== 'erp') cost = step(cost);
      if (change.columns !== 'cost') erp = step(erp);
    }
    for (const shock of this.scenario.fx.shocks) {
      if (day < shock.from || shock.currency.toUpperCase() !== row.currency) continue;
      const factor = new Decimal(shock.percent).div(100).plus(1);
      cost = inInstalments(cost.times(factor), row);
      erp = inInstalments(erp.times(factor), row);
    }
    return { cost, erp };
  }

  private mapTwins(
    skus: ReadonlyMap<string, readonly PriceRow[]>,
    isTwin: (base: readonly PriceRow[], est: readonly PriceRow[]) => boolean,
  ): void {
    const products = new Map<string, (readonly PriceRow[])[]>();
    for (const rows of skus.values()) {
      const [first] = rows;
      if (first) push(products, [first.productId, first.segment, first.market, first.currency].join('|'), rows);
    }
    for (const siblings of products.values()) {
      for (const base of siblings)
        for (const est of siblings) if (base !== est && isTwin(base, est)) this.addTwin(base, est);
    }
  }

  private addTwin([base]: readonly PriceRow[], [est]: readonly PriceRow[]): void {
    if (base === undefined || est === undefined) return;
    if (this.baseOf.has(offerKey(est)) || this.twinOf.has(offerKey(base))) return;
    this.baseOf.set(offerKey(est), base);
    this.twinOf.set(offerKey(base), est);
  }

  private isSilentTwin(base: readonly PriceRow[], est: readonly PriceRow[]): boolean {
    if (titleOf(base) !== titleOf(est)) return false;
    if (!est.every((row) => row.term === 'P1M' && row.plan === 'Monthly')) return false;
    if (!base.some((row) => row.term === 'P1Y')) return false;
    const word = this.scenario.est.twins.find(
      (t) => t.productId === est[0]?.productId && t.skuId === est[0].skuId && t.segment === est[0].segment,
    );
    return word
      ? word.isEst
      : [...this.listDate.keys()].some((list) => isUplifted(latestMonthly(base, list), latestMonthly(est, list)));
  }
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function titleOf(rows: readonly PriceRow[]): string {
  return rows.at(-1)?.skuTitle.trim() ?? '';
}

function strippedTitle(rows: readonly PriceRow[]): string {
  return titleOf(rows)
    .replace(new RegExp(`\\s*(?:-\\s*)?${EST_TITLE}`, 'i'), '')
    .trim();
}

function latestMonthly(rows: readonly PriceRow[], list: number): PriceRow | undefined {
  return rows
    .filter((row) => row.list === list && row.term === 'P1M' && row.plan === 'Monthly')
    .sort((a, b) => b.start - a.start)[0];
}

function isUplifted(base: PriceRow | undefined, est: PriceRow | undefined): boolean {
  if (base === undefined || est === undefined) return false;
  const cent = new Decimal(10).pow(-digitsOf(base.currency));
  return est.cost.minus(base.cost.times('1.03')).abs().lessThanOrEqualTo(cent);
}

function matches(match: Scenario['priceChanges'][number]['match'], row: PriceRow): boolean {
  const { productId, skuId, segment, market, text } = match;
  if (productId !== undefined && productId.toUpperCase() !== row.productId) return false;
  if (skuId !== undefined && skuId.toUpperCase().padStart(4, '0') !== row.skuId) return false;
  if (segment !== undefined && segment !== row.segment) return false;
  if (market !== undefined && market !== row.market) return false;
  return text === undefined || row.skuTitle.toLowerCase().includes(text.toLowerCase());
}

function changedValue(value: Decimal, kind: 'percent' | 'absolute' | 'set', by: string): Decimal {
  if (kind === 'set') return new Decimal(by);
  return kind === 'absolute' ? value.plus(by) : value.times(new Decimal(by).div(100).plus(1));
}

/** Terms billed monthly keep instalments of whole minor units. */
function inInstalments(value: Decimal, { term, plan, currency }: PriceRow): Decimal {
  const parts = plan === 'Monthly' ? (MONTHS[term] ?? 1) : 1;
  return hu(value.div(parts), digitsOf(currency)).times(parts);
}
