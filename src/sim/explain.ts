/** Everything that led to the figures of one subscription, for the trail: prices with their rows, outcome, cycles, who pays. */
import type { Day, Month } from '../core/days.ts';
import { dayToText } from '../core/days.ts';
import { type Exact, fraction, multiply, toDecimal } from '../core/exact.ts';
import { minorDigits } from '../core/money.ts';
import type { Clause, MarginRule } from '../core/scenario/scenario.ts';
import { SOURCE_ROW, countAt, textAt } from '../core/table.ts';
import { unpricedReasons } from '../core/text/en/unpriced.ts';
import { type BilledDetail, billedDetail } from './billed-detail.ts';
import type { Book } from './book.ts';
import { CycleWalker } from './cycles.ts';
import type { EstSource } from './est-price.ts';
import { unitText } from './figures.ts';
import type { CurrentSource } from './lock.ts';
import type { CostAndErp } from './margin.ts';
import { type Assessment, Model } from './model.ts';
import type { RuleLevel } from './paying.ts';
import { type Pay, highestPrice } from './pay.ts';
import type { UnitPrice } from './price-series.ts';
import type { Renewal } from './renewal.ts';
import { CycleClock, type Span } from './span.ts';
import { AMOUNTS, type Amounts, type FileRow, type Outcome, type SimulationRequest } from './types.ts';

/** A price per seat-month and the price-list row it was read from. */
export interface PriceOrigin extends FileRow {
  readonly unit: string;
  readonly erp: string;
  /** Whole-term cost as it stands in the row. */
  readonly rowCost: string;
  readonly rowErp: string;
  readonly effectiveFrom: string;
  /** Months of the whole term. */
  readonly months: number;
  readonly carried: boolean;
  /** The price without the scenario's currency shocks; undefined: none has come. */
  readonly unshocked: string | undefined;
}

/** What a margin rule makes a customer price from, per seat-month. */
export type PayBasis = Readonly<Record<'cost' | 'erp', string>>;

/** The customer's price today, by the rule on the EST price, and as the contract allows it. */
export interface PayDetail {
  readonly today: string;
  /** The file gives today's price; otherwise the rule made it from `basis`. */
  readonly given: boolean;
  readonly basis: PayBasis;
  readonly rule: MarginRule;
  readonly level: RuleLevel;
  /** Prices by the rule are kept between cost and ERP. */
  readonly clamp: boolean;
  readonly ideal: string;
  readonly idealBasis: PayBasis;
  readonly allowed: string;
  readonly clause: Clause | undefined;
  /** Up to which the cap lets today's price rise; undefined without a cap. */
  readonly highest: string | undefined;
  readonly asOf: Day;
  /** First day of the allowed price. */
  readonly from: Day;
}

/** The renewal that a decision names. */
export interface RenewalDetail {
  /** Term and plan, such as `P3Y/Annual`. */
  readonly plan: string;
  readonly day: Day;
  readonly seats: number;
  readonly row: PriceOrigin;
}

export interface CycleDetail {
  readonly start: Day;
  readonly month: Month;
  readonly days: number;
  readonly used: number;
  readonly refunded: boolean;
  /** How many of the days that are left are refunded (D-07). */
  readonly refundDays: number;
  readonly passes: boolean;
  readonly estUnit: string;
  readonly amounts: Amounts;
}

export interface Explanation {
  readonly row: number;
  readonly id: string;
  readonly subscription: FileRow;
  readonly currency: string;
  readonly seats: number;
  readonly outcome: Outcome;
  readonly rule: string;
  /** The facts that decided the outcome, by name. */
  readonly facts: Readonly<Record<'status' | 'autoRenew' | 'action' | 'commitmentStart' | 'termEnd', string>>;
  readonly start: Day;
  readonly span: Span | undefined;
  readonly current: {
    readonly unit: string;
    readonly source: CurrentSource;
    readonly percent: string;
    readonly row: PriceOrigin;
    /** The reconciliation lines that the price is made from; undefined for another source. */
    readonly billed: BilledDetail | undefined;
  };
  readonly est: {
    readonly unit: string;
    readonly source: EstSource;
    readonly row: PriceOrigin;
    /** What the uplift gives where the list has a row of its own. */
    readonly formula: string | undefined;
    readonly differs: boolean;
  };
  readonly own: PriceOrigin;
  readonly monthly: PriceOrigin | undefined;
  readonly renewUnit: string;
  /** What a decision renews to; undefined: the same term and plan. */
  readonly renewal: RenewalDetail | undefined;
  readonly cliff: Readonly<Record<'promotion' | 'listMove' | 'commitment' | 'estUplift' | 'currency', string>>;
  readonly pay: PayDetail;
  readonly cycles: readonly CycleDetail[];
}

/** A subscription without a price: why, and where it stands. */
export interface Unexplained {
  readonly unpriced: string;
  readonly id: string;
  readonly subscription: FileRow;
}

export type ExplainResult = Explanation | Unexplained;

/** Explains one row of the portfolio under a request; computed anew, by the same code as the simulation. */
export function explain(book: Book, request: SimulationRequest, row: number): ExplainResult {
  const model = new Model(book, request);
  const assessed = model.assess(row);
  const { table, datasets, datasetOf } = book.portfolio;
  const id = textAt(table.columns.get('subscriptionId'), row);
  const file = datasets[datasetOf[row] ?? 0]?.file ?? '';
  const subscription = { file, line: countAt(table.columns.get(SOURCE_ROW), row) };
  if (typeof assessed === 'string') return { unpriced: unpricedReasons[assessed], id, subscription };
  return { row, id, subscription, ...describe(model, assessed) };
}

function origin(price: UnitPrice): PriceOrigin {
  const { row, months, carried, cost, erp } = price;
  return {
    file: row.list.file,
    line: row.line,
    unit: unitText(cost),
    erp: unitText(erp),
    rowCost: unitText(row.cost),
    rowErp: unitText(row.erp),
    effectiveFrom: dayToText(row.start),
    months,
    carried,
    unshocked: price.unshocked && unitText(price.unshocked.cost),
  };
}

function percentText(share: Exact): string {
  return toDecimal(multiply(share, fraction(100)), 0, 10);
}

function describe(model: Model, assessed: Assessment): Omit<Explanation, 'row' | 'id' | 'subscription'> {
  const { subscription, verdict, figures, span, start } = assessed;
  const { lock, est, own, monthly } = figures;
  const pay = model.payOf(assessed);
  const table = model.book.portfolio.table;
  return {
    currency: subscription.sale.offer?.currency ?? '',
    seats: subscription.seats,
    outcome: verdict.outcome,
    rule: verdict.rule,
    facts: {
      status: textAt(table.columns.get('status'), subscription.row) || 'active',
      autoRenew: subscription.autoRenew ? 'on' : 'off',
      action: textAt(table.columns.get('scheduledAction'), subscription.row),
      commitmentStart: dayToText(subscription.commitmentStart),
      termEnd: dayToText(subscription.termEnd),
    },
    start,
    span,
    current: {
      unit: unitText(lock.current),
      source: lock.source,
      percent: percentText(lock.share),
      row: origin(lock.row),
      billed: lock.source === 'billed' ? billedDetail(model.book.billed.get(subscription.row)) : undefined,
    },
    est: {
      unit: unitText(est.cost),
      source: est.source,
      row: origin(est.basis),
      formula: est.formula && unitText(est.formula.cost),
      differs: est.differs,
    },
    own: origin(own),
    monthly: monthly && origin(monthly),
    renewUnit: unitText(assessed.renew),
    renewal: renewalDetail(assessed.renewal),
    cliff: {
      promotion: unitText(lock.promotion),
      listMove: unitText(figures.listMove),
      commitment: unitText(figures.commitment),
      estUplift: unitText(figures.estUplift),
      currency: unitText(figures.currency),
    },
    pay: payDetail(model, assessed, pay),
    cycles: span ? cyclesOf(model, assessed, span, pay) : [],
  };
}

function renewalDetail(renewal: Renewal | undefined): RenewalDetail | undefined {
  if (!renewal) return undefined;
  const { plan, day, seats, price } = renewal;
  return { plan, day, seats, row: origin(price) };
}

function payDetail(model: Model, { subscription, figures }: Assessment, pay: Pay): PayDetail {
  const step = model.payStepOf(pay, figures);
  const highest = highestPrice(pay);
  const basis = ({ cost, erp }: CostAndErp): PayBasis => ({ cost: unitText(cost), erp: unitText(erp) });
  return {
    today: unitText(pay.p0),
    given: pay.given,
    basis: basis(pay.basis),
    rule: pay.rule.rule,
    level: model.ruleLevelOf(subscription),
    clamp: pay.clamp,
    ideal: unitText(step.p1),
    idealBasis: basis(figures.est),
    allowed: unitText(step.allowed),
    clause: pay.clause.agreed,
    highest: highest && unitText(highest),
    asOf: model.request.window.asOf,
    from: pay.clause.from,
  };
}

function cyclesOf(model: Model, assessed: Assessment, span: Span, pay: Pay): readonly CycleDetail[] {
  const clock = new CycleClock(span.anchor);
  const cycles: CycleDetail[] = [];
  const scale = 10 ** minorDigits(assessed.subscription.sale.offer?.currency ?? '');
  new CycleWalker(model).walk(assessed, span, pay, scale, (run) => {
    const named = AMOUNTS.map((name, slot) => [name, run.amounts[slot] ?? 0]);
    const amounts = Object.fromEntries(named) as Record<(typeof AMOUNTS)[number], number>;
    const first = clock.cycleAt(run.start);
    for (let index = 0; index < run.count; index++) {
      const start = clock.start(first + index);
      const days = clock.start(first + index + 1) - start;
      const used = run.count > 1 ? days : run.use.used;
      const { refunded, refundDays, passes } = run.use;
      const estUnit = unitText(run.prices.figures.est.cost);
      cycles.push({ start, month: run.firstMonth + index, days, used, refunded, refundDays, passes, estUnit, amounts });
    }
  });
  return cycles;
}
