/** The EST price per seat and month on a day (spec §2, R-005…R-010): the list's own row, else the uplift on a base price. */
import { type Exact, ONE, add, compare, fraction, multiply, parseExact, subtract } from '../core/exact.ts';
import { roundPrice } from '../core/money.ts';
import type { EstAssumptions } from '../core/scenario/scenario.ts';
import { type UnitPrice, withoutShocks } from './price-series.ts';

export type EstSource = 'list' | 'monthly' | 'noMonthly' | 'assumed';

export interface EstPrice {
  readonly cost: Exact;
  readonly erp: Exact;
  readonly source: EstSource;
  /** The price that the EST price is, or is made from. */
  readonly basis: UnitPrice;
  /** What the uplift gives, kept beside a list row (both figures are shown). */
  readonly formula: FormulaPrice | undefined;
  /** List row and uplift differ by more than one minor unit on either column (`est-list-differs`). */
  readonly differs: boolean;
  /** Cost without the scenario's currency shocks; undefined: none has come. */
  readonly unshocked?: Exact | undefined;
  /** The same of the ERP. */
  readonly unshockedErp?: Exact | undefined;
}

export interface FormulaPrice {
  readonly cost: Exact;
  readonly erp: Exact;
  readonly source: Exclude<EstSource, 'list'>;
  readonly basis: UnitPrice;
}

/** The prices of one day from which an EST price can come. */
export interface EstBasis {
  readonly listRow: UnitPrice | undefined;
  readonly monthly: UnitPrice | undefined;
  readonly annual: UnitPrice | undefined;
  readonly annualMonthly: UnitPrice | undefined;
}

/** The assumptions of a scenario with their decimals parsed. */
export interface EstRates {
  readonly factorMonthly: Exact;
  readonly factorNoMonthly: Exact;
  readonly base: EstAssumptions['noMonthlyBase'];
  readonly useListRows: boolean;
}

/** Parses a scenario's uplifts once; its reader has checked the decimals. */
export function estRates(est: EstAssumptions): EstRates {
  const factor = (text: string): Exact => {
    const uplift = parseExact(text);
    if (!uplift) throw new Error(`INTERNAL: uplift is not a decimal: ${text}`);
    return add(ONE, uplift);
  };
  return {
    factorMonthly: factor(est.upliftMonthly),
    factorNoMonthly: factor(est.upliftNoMonthly),
    base: est.noMonthlyBase,
    useListRows: est.listRows === 'use',
  };
}

/** Steps 2 to 4: R-005 with a monthly row, else R-006 on the base that the scenario names. */
function formulaPrice(basis: EstBasis, rates: EstRates, digits: number): FormulaPrice | undefined {
  const made = (from: UnitPrice, factor: Exact, source: FormulaPrice['source']): FormulaPrice => ({
    cost: roundPrice(multiply(from.cost, factor), digits),
    erp: roundPrice(multiply(from.erp, factor), digits),
    source,
    basis: from,
  });
  if (basis.monthly) return made(basis.monthly, rates.factorMonthly, 'monthly');
  if (basis.annual) {
    const chosen = rates.base === 'annualBilledMonthly' ? (basis.annualMonthly ?? basis.annual) : basis.annual;
    return made(chosen, rates.factorNoMonthly, 'noMonthly');
  }
  return basis.annualMonthly && made(basis.annualMonthly, rates.factorNoMonthly, 'assumed');
}

/** Differ by more than one minor unit. */
function farApart(a: Exact, b: Exact, digits: number): boolean {
  const gap = subtract(a, b);
  const unit = fraction(1, 10 ** digits);
  return compare(gap.n < 0n ? subtract(b, a) : gap, unit) > 0;
}

/** The EST price of a day, undefined when there is nothing to make one from (step 5). */
export function estPrice(basis: EstBasis, rates: EstRates, digits: number): EstPrice | undefined {
  const price = priceOf(basis, rates, digits);
  if (!price?.basis.unshocked) return price;
  const calm = (one: UnitPrice | undefined): UnitPrice | undefined => one && withoutShocks(one);
  const { listRow, monthly, annual, annualMonthly } = basis;
  const unshocked = { listRow: calm(listRow), monthly: calm(monthly), annual: calm(annual) };
  const without = priceOf({ ...unshocked, annualMonthly: calm(annualMonthly) }, rates, digits);
  return { ...price, unshocked: without?.cost, unshockedErp: without?.erp };
}

function priceOf(basis: EstBasis, rates: EstRates, digits: number): EstPrice | undefined {
  const formula = formulaPrice(basis, rates, digits);
  const { listRow } = basis;
  if (listRow && rates.useListRows) {
    const differs =
      formula !== undefined &&
      formula.source !== 'assumed' &&
      (farApart(listRow.cost, formula.cost, digits) || farApart(listRow.erp, formula.erp, digits));
    const { cost, erp } = listRow;
    return { cost, erp, source: 'list', basis: listRow, formula, differs };
  }
  return formula && { ...formula, formula, differs: false };
}
