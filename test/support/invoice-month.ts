/** A month of an invoice with everything that it follows from, made by its own arithmetic, and faults planted into its lines. */
import { dayToText } from '../../src/core/days.ts';
import {
  add,
  divide,
  type Exact,
  fraction,
  multiply,
  ONE,
  parseExact,
  subtract,
  toDecimal,
  ZERO,
} from '../../src/core/exact.ts';
import { cutToMinor, fromMinor } from '../../src/core/money.ts';
import type { Dataset } from '../../src/core/schema/dataset.ts';
import { type Random, randomStream } from '../../src/sample/random.ts';
import type { Cause } from '../../src/sim/invoice/union/types.ts';
import {
  portfolio,
  price,
  priceList,
  type ReconciliationCells,
  reconciliation,
  type SubscriptionCells,
} from './books.ts';
import { day } from './simulation.ts';

/** October 2026, with exports of the first of October and of November. */
export const MONTH = { text: '2026-10', days: 31, before: '2026-10-01', after: '2026-11-01' } as const;

export const FAULTS = [
  'quantity',
  'rate',
  'missing',
  'extra',
  'stranger',
  'proration',
  'promotion-ended',
  'est',
  'exchange-rate',
  'earned-credit',
  'credit',
  'unknown',
  'quantity and rate',
  'quantity and promotion-ended',
] as const;
export type Fault = (typeof FAULTS)[number];

export interface Planted {
  readonly fault: Fault;
  readonly causes: readonly Cause[];
  /** Of the invoice, or of the export where the line is missing; ids of lines that the fault is on. */
  readonly subscriptionId: string;
  readonly lineId: string;
}

export interface InvoiceMonth {
  readonly before: readonly Dataset[];
  readonly after: readonly Dataset[];
  readonly lines: readonly ReconciliationCells[];
  readonly planted: readonly Planted[];
}

/** A line while it is made: what its amount is the product of. `alternateId` names it for the test. */
interface Draft {
  cells: ReconciliationCells;
  /** Per seat and cycle. */
  unitPrice: Exact;
  share: Exact;
  /** Charged part of the cycle. */
  part: Exact;
  quantity: number;
  rate: Exact;
  readonly kind: 'cycle' | 'change' | 'refund' | 'usage';
  readonly exportId: string;
  readonly cycleDays: number;
  readonly product: number;
  readonly byUnit: boolean;
}

const PRODUCTS = 24;
const EUR_RATE = '0.9203547193';

function monthly(product: number): Exact {
  return fraction(420 + product * 137, 100);
}

/** The list of the autumn before, and dearer prices of every third product since May. */
function lists(): readonly Dataset[] {
  const rows = (factor: Exact, start: string, only: (product: number) => boolean): ReturnType<typeof price>[] =>
    Array.from({ length: PRODUCTS }, (_, product) => product)
      .filter(only)
      .flatMap((product) => {
        const base = multiply(monthly(product), factor);
        const text = (value: Exact): string => toDecimal(value, 0, 6);
        const more = { productId: idOfProduct(product), effectiveStart: start, skuTitle: `Suite ${String(product)}` };
        const year = text(multiply(base, fraction(12)));
        const est = { ...more, skuId: '000E', skuTitle: `Suite ${String(product)} Extended Service Term` };
        return [
          price('P1M/Monthly', text(multiply(base, fraction(12, 10))), undefined, more),
          price('P1Y/Monthly', year, undefined, more),
          price('P1Y/Annual', year, undefined, more),
          price('P1M/Monthly', text(estPrice(base)), undefined, est),
        ];
      });
  return [
    priceList(
      rows(ONE, '2025-06-01', () => true),
      0,
    ),
    priceList(
      rows(fraction(105, 100), '2026-05-01', (product) => product % 3 === 0),
      1,
    ),
  ];
}

function estPrice(base: Exact): Exact {
  return fromMinor(cutToMinor(multiply(base, fraction(1236, 1000)), 2), 2);
}

function idOfProduct(product: number): string {
  return `CFQ7TTC0P${String(product).padStart(3, '0')}`;
}

function priceOn(product: number, start: string): Exact {
  const isDearer = product % 3 === 0 && start >= '2026-05-01';
  return isDearer ? multiply(monthly(product), fraction(105, 100)) : monthly(product);
}

const two = (date: number): string => String(date).padStart(2, '0');

export interface MonthOptions {
  readonly customers?: number;
  readonly subscriptions?: number;
  readonly usage?: number;
  /** Share of the subscriptions whose seats change within the month. */
  readonly changed?: number;
  /** Of each kind. */
  readonly faults?: number;
}

export function invoiceMonth(seed: number, options: MonthOptions = {}): InvoiceMonth {
  const { customers = 160, subscriptions = 2200, usage = 2000, changed = 0.25, faults = 0 } = options;
  const made = new Maker(seed, customers, changed);
  for (let index = 0; index < subscriptions; index++) made.subscription(index);
  for (let index = 0; index < usage; index++) made.usage(index);
  const planted = made.plant(faults);
  const shared = lists();
  return {
    before: [...shared, portfolio(made.before, 10, 'before.csv')],
    after: [...shared, portfolio(made.after, 10, 'after.csv')],
    lines: made.lines(),
    planted,
  };
}

class Maker {
  readonly before: SubscriptionCells[] = [];
  readonly after: SubscriptionCells[] = [];
  private readonly drafts: Draft[] = [];
  private readonly extra: ReconciliationCells[] = [];
  private readonly seed: number;
  private readonly customers: number;
  private readonly random: Random;
  private readonly changed: number;
  private count = 0;

  constructor(seed: number, customers: number, changed: number) {
    this.seed = seed;
    this.customers = customers;
    this.changed = changed;
    this.random = randomStream(seed, 'invoice', -1);
  }

  subscription(index: number): void {
    const random = randomStream(this.seed, 'invoice', index);
    const customer = random.below(this.customers);
    const product = random.below(PRODUCTS);
    const date = 1 + random.below(28);
    const plan = random.pick(['P1M/Monthly', 'P1Y/Monthly', 'P1Y/Monthly', 'P1Y/Monthly', 'P1Y/Annual'] as const);
    const isNew = random.chance(0.08);
    const isYear = plan === 'P1Y/Annual';
    // Yearly charges come in October for those that began in it alone.
    const month = isNew ? '2026-10' : isYear && random.chance(0.3) ? '2025-10' : `2026-0${String(1 + random.below(8))}`;
    const begins = plan === 'P1M/Monthly' ? '2026-10' : month === '2025-10' ? '2026-10' : month;
    const start = `${begins}-${two(date)}`;
    const earlier =
      plan === 'P1M/Monthly' ? `2026-09-${two(date)}` : month === '2025-10' ? `2025-10-${two(date)}` : start;
    const percent = plan !== 'P1M/Monthly' && random.chance(0.35) ? random.pick(['10', '15', '5']) : '';
    const seats = 2 + random.below(60);
    const changes = random.chance(this.changed) && !(isNew && date > 20);
    const isInOctober = begins === '2026-10';
    const changeDay = Math.min(
      MONTH.days,
      isInOctober ? date + 1 + random.below(MONTH.days - date) : 2 + random.below(29),
    );
    const now = changes ? seats + (random.chance(0.7) ? 1 + random.below(12) : -(1 + random.below(seats - 1))) : seats;
    const exportId = `sub-${String(index)}`;
    const billedId = random.chance(0.5) ? exportId : `billed-${String(index)}`;
    const cells = { customerId: `customer-${String(customer)}`, productId: idOfProduct(product), skuId: '0001' };
    const [termDuration = '', billingPlan = ''] = plan.split('/');
    const row = { ...cells, subscriptionId: exportId, termDuration, billingPlan, promotionPercent: percent };
    const terms = (from: string): SubscriptionCells => ({
      commitmentStart: from,
      commitmentEnd: endOf(from, termDuration),
    });
    if (!isNew) this.before.push({ ...row, quantity: String(seats), ...terms(earlier) });
    this.after.push({ ...row, quantity: String(now), ...terms(start) });
    this.bill(random, {
      ...cells,
      exportId,
      billedId,
      customer,
      product,
      date,
      plan,
      percent,
      seats,
      now,
      start,
      isNew,
      changeDay,
      changes,
    });
  }

  private bill(random: Random, of: Bill): void {
    const { plan, start, date, product, seats, now, isNew, changes, changeDay, percent } = of;
    const isYear = plan === 'P1Y/Annual';
    const isPlanMonth = plan === 'P1M/Monthly';
    const base = priceOn(product, start);
    const unitPrice = isPlanMonth ? multiply(base, fraction(12, 10)) : isYear ? multiply(base, fraction(12)) : base;
    const share = divide(fraction(Number(percent || '0')), fraction(100));
    const hasCycle = !isYear || start.startsWith('2026-10');
    const end = isYear ? endOf(`2026-10-${two(date)}`, 'P1Y') : endOf(`2026-10-${two(date)}`, 'P1M');
    const shared = {
      unitPrice,
      share,
      product,
      exportId: of.exportId,
      byUnit: random.chance(0.3),
      rate: this.rateOf(of.customer),
    };
    const common = this.common(of);
    if (hasCycle) {
      const chargeType = isNew ? 'new' : isPlanMonth || isYear ? 'renew' : 'cycleCharge';
      this.drafts.push({
        ...shared, kind: 'cycle', quantity: changes && changeDay < date ? now : seats, part: ONE, cycleDays: isYear ? 365 : MONTH.days,
        cells: { ...common, ...this.name(), chargeType, chargeStartDate: `2026-10-${two(date)}`, chargeEndDate: end },
      }); // prettier-ignore
    }
    if (!changes) return;
    const isAfterCycle = changeDay >= date && hasCycle;
    const cycle = this.cycleAt(of, isAfterCycle, end);
    const left = day(cycle.end) - day(`2026-10-${two(changeDay)}`) + 1;
    const part = fraction(left, cycle.days);
    // The term before had the price of its own first day.
    const isTermBefore = (isPlanMonth || (isYear && start.startsWith('2026-10'))) && !isAfterCycle;
    const was = isTermBefore ? priceOn(product, isPlanMonth ? '2026-09-01' : '2025-10-01') : base;
    const changed = isPlanMonth ? multiply(was, fraction(12, 10)) : isYear ? multiply(was, fraction(12)) : was;
    const referenceId = `ref-${of.exportId}`;
    const chargeType = now > seats ? 'addQuantity' : 'removeQuantity';
    for (const quantity of [-seats, now]) {
      if (quantity === 0) continue;
      this.drafts.push({
        ...shared, unitPrice: changed, kind: quantity < 0 ? 'refund' : 'change', quantity, part, cycleDays: cycle.days,
        cells: { ...common, ...this.name(), chargeType, referenceId, chargeStartDate: `2026-10-${two(changeDay)}`, chargeEndDate: cycle.end },
      }); // prettier-ignore
    }
  }

  /** The cycle that a change lies in: that of October, or the one that runs into it. */
  private cycleAt({ plan, start, date }: Bill, isAfterCycle: boolean, end: string): { end: string; days: number } {
    if (plan !== 'P1Y/Annual') {
      if (isAfterCycle) return { end, days: MONTH.days };
      return { end: dayToText(day(`2026-10-${two(date)}`) - 1), days: 30 };
    }
    const from = start.startsWith('2026-10') && !isAfterCycle ? `2025-10-${two(date)}` : start;
    return { end: endOf(from, 'P1Y'), days: 365 };
  }

  private common(of: BilledOf): ReconciliationCells {
    const isEuro = this.isEuro(of.customer);
    const [termDuration = ''] = of.plan.split('/');
    return {
      ...{ customerId: of.customerId, customerName: `Customer ${String(of.customer)}`, productId: of.productId },
      ...{ skuId: of.skuId, skuName: `Suite ${String(of.product)}`, subscriptionId: of.billedId },
      ...{ subscriptionStartDate: of.start, subscriptionEndDate: endOf(of.start, termDuration) },
      ...{
        currency: isEuro ? 'EUR' : 'USD',
        pricingCurrency: 'USD',
        pcToBCExchangeRateDate: isEuro ? '2026-09-30' : '',
      },
      ...{ termAndBillingCycle: 'One-Year commitment', invoiceNumber: 'G202610001', orderId: `order-${of.exportId}` },
    };
  }

  private isEuro(customer: number): boolean {
    return customer % 4 === 0;
  }

  private rateOf(customer: number): Exact {
    return this.isEuro(customer) ? (parseExact(EUR_RATE) ?? ONE) : ONE;
  }

  private name(): { alternateId: string } {
    return { alternateId: `line-${String(this.count++)}` };
  }

  usage(index: number): void {
    const random = randomStream(this.seed, 'invoice', 1_000_000 + index);
    const customer = Math.floor(index / 20) % this.customers;
    const isEarning = customer % 5 !== 0;
    const product = random.below(8);
    this.drafts.push({
      kind: 'usage',
      ...{ unitPrice: fraction(2_000_000 + random.below(90_000_000), 1_000_000), share: isEarning ? fraction(15, 100) : ZERO, part: ONE },
      ...{ quantity: 1 + random.below(40), rate: this.rateOf(customer), cycleDays: 31, product, byUnit: false },
      exportId: `azure-${String(Math.floor(index / 20))}`,
      cells: {
        ...this.common({ customer, customerId: `customer-${String(customer)}`, productId: 'DZH318Z0BPS6', skuId: `U${String(product)}`, plan: '/', start: '', product, billedId: `azure-${String(Math.floor(index / 20))}`, exportId: 'azure' }),
        ...this.name(),
        ...{ termAndBillingCycle: '', subscriptionDescription: 'Azure plan', chargeType: 'new' },
        ...{ chargeStartDate: '2026-10-01', chargeEndDate: '2026-10-31', subscriptionStartDate: '', subscriptionEndDate: '' },
        priceAdjustmentDescription: isEarning ? '["15.0% Partner earned credit for services managed"]' : '',
      },
    }); // prettier-ignore
  }

  /** Each fault on a subscription of its own. */
  plant(each: number): readonly Planted[] {
    const planted: Planted[] = [];
    const used = new Set<string>();
    for (const fault of FAULTS) {
      for (let at = 0; at < each; at++) {
        const draft = this.drawn(fault, used);
        used.add(nameOf(draft));
        planted.push(this.break(fault, draft));
      }
    }
    return planted;
  }

  private drawn(fault: Fault, used: ReadonlySet<string>): Draft {
    for (let tries = 0; tries < 100_000; tries++) {
      const draft = this.random.pick(this.drafts);
      if (!used.has(nameOf(draft)) && this.suits(fault, draft)) return draft;
    }
    throw new Error(`INTERNAL: no line for ${fault}`);
  }

  private suits(fault: Fault, { kind, share, cells, part }: Draft): boolean {
    const isCycle = kind === 'cycle';
    switch (fault) {
      case 'earned-credit':
        return kind === 'usage' && share.n > 0n;
      case 'credit':
        return kind === 'usage';
      case 'unknown':
        return true;
      case 'exchange-rate':
        return cells.currency === 'EUR';
      case 'promotion-ended':
      case 'quantity and promotion-ended':
        return isCycle && share.n > 0n;
      case 'proration':
        return kind === 'change' && part.n * 2n < part.d * 2n;
      case 'quantity':
        return isCycle || kind === 'change';
      case 'rate':
        return isCycle || kind === 'change';
      default:
        return isCycle;
    }
  }

  private break(fault: Fault, draft: Draft): Planted {
    const { random } = this;
    const lineId = `${draft.cells.alternateId ?? ''} broken`;
    const subscriptionId = draft.cells.subscriptionId ?? '';
    const set = (cells: ReconciliationCells = {}): void => {
      draft.cells = { ...draft.cells, ...cells, alternateId: lineId };
    };
    const of = (causes: readonly Cause[], id = subscriptionId): Planted => ({
      fault,
      causes,
      subscriptionId: id,
      lineId,
    });
    const otherQuantity = (): void => {
      draft.quantity = random.chance(0.3) ? draft.quantity * 10 : draft.quantity + 1 + random.below(5);
    };
    set();
    switch (fault) {
      case 'quantity':
        otherQuantity();
        return of(['quantity']);
      case 'rate':
      case 'quantity and rate':
        draft.unitPrice = multiply(draft.unitPrice, fraction(103 + random.below(30), 100));
        if (fault === 'rate') return of(['rate']);
        otherQuantity();
        return of(['rate', 'quantity']);
      case 'missing':
        this.drafts.splice(this.drafts.indexOf(draft), 1);
        return of(['missing'], draft.exportId);
      case 'extra':
        this.drafts.push({ ...draft, cells: { ...draft.cells, alternateId: `${lineId} twice` } });
        return of(['extra']);
      case 'stranger': {
        const cells = {
          ...draft.cells,
          subscriptionId: `stranger ${lineId}`,
          skuId: '0077',
          subscriptionStartDate: '2026-08-04',
        };
        this.drafts.push({ ...draft, cells: { ...cells, alternateId: lineId } });
        set({ alternateId: `${lineId} beside` });
        draft.cells = { ...draft.cells, alternateId: lineId.replace(' broken', '') };
        return of(['extra'], `stranger ${lineId}`);
      }
      case 'proration':
        return this.breakDays(draft, of);
      case 'promotion-ended':
      case 'quantity and promotion-ended':
        draft.share = ZERO;
        if (fault === 'promotion-ended') return of(['promotion-ended']);
        otherQuantity();
        return of(['promotion-ended', 'quantity']);
      case 'est':
        draft.unitPrice = estPrice(monthly(draft.product));
        draft.share = ZERO;
        set({
          skuId: '000E',
          skuName: `Suite ${String(draft.product)} Extended Service Term`,
          subscriptionId,
          chargeType: 'new',
        });
        return of(['est']);
      case 'exchange-rate':
        draft.rate = multiply(draft.rate, fraction(102 + random.below(5), 100));
        return of(['exchange-rate']);
      case 'earned-credit':
        draft.share = ZERO;
        set({ priceAdjustmentDescription: '' });
        return of(['earned-credit']);
      case 'credit':
        this.extra.push({ ...draft.cells, ...creditCells(random), alternateId: `${lineId} credit` });
        draft.cells = { ...draft.cells, alternateId: lineId.replace(' broken', '') };
        return { ...of(['credit']), lineId: `${lineId} credit` };
      case 'unknown':
        draft.cells = { ...draft.cells, alternateId: `${lineId} sum` };
        return { ...of(['unknown']), lineId: `${lineId} sum` };
    }
  }

  private breakDays(draft: Draft, of: (causes: readonly Cause[]) => Planted): Planted {
    const days = Number((draft.part.n * BigInt(draft.cycleDays)) / draft.part.d);
    const other = days + 2 + this.random.below(Math.max(1, draft.cycleDays - days - 2));
    draft.part = fraction(Math.min(other, draft.cycleDays), draft.cycleDays);
    return of(['proration']);
  }

  lines(): readonly ReconciliationCells[] {
    const lines = [...this.drafts.map(cellsOf), ...this.extra];
    // In no order.
    for (let at = lines.length - 1; at > 0; at--) {
      const other = this.random.below(at + 1);
      [lines[at], lines[other]] = [lines[other] ?? {}, lines[at] ?? {}];
    }
    return lines;
  }
}

/** What every line of a subscription says. */
type BilledOf = Pick<
  Bill,
  'exportId' | 'billedId' | 'customerId' | 'productId' | 'skuId' | 'customer' | 'product' | 'plan' | 'start'
>;

/** What one fault alone may be on: a line of consumption, or a subscription. */
function nameOf({ kind, cells, exportId }: Draft): string {
  return (kind === 'usage' ? cells.alternateId : exportId)?.split(' ')[0] ?? '';
}

interface Bill {
  readonly exportId: string;
  readonly billedId: string;
  readonly customerId: string;
  readonly productId: string;
  readonly skuId: string;
  readonly customer: number;
  readonly product: number;
  readonly date: number;
  readonly plan: string;
  readonly percent: string;
  readonly seats: number;
  readonly now: number;
  readonly start: string;
  readonly isNew: boolean;
  readonly changeDay: number;
  readonly changes: boolean;
}

function creditCells(random: Random): ReconciliationCells {
  const amount = `-${String(5 + random.below(200))}.50`;
  return {
    ...{
      chargeType: 'customerCredit',
      unitPrice: '',
      effectiveUnitPrice: amount,
      quantity: '1',
      billableQuantity: '1',
    },
    ...{ pcToBCExchangeRate: '1', subtotal: amount, taxTotal: '0', total: amount, priceAdjustmentDescription: '' },
  };
}

/** Last day of a term or a cycle from a day that every month has. */
function endOf(start: string, term: string): string {
  if (start === '') return '';
  const [year = 0, month = 0, date = 0] = start.split('-').map(Number);
  const next =
    term === 'P1M'
      ? `${String(month === 12 ? year + 1 : year)}-${two(month === 12 ? 1 : month + 1)}`
      : `${String(year + 1)}-${two(month)}`;
  return dayToText(day(`${next}-${two(date)}`) - 1);
}

function cellsOf({ cells, unitPrice, share, part, quantity, rate, kind, byUnit }: Draft): ReconciliationCells {
  const effective = multiply(multiply(unitPrice, subtract(ONE, share)), part);
  const written = parseExact(toDecimal(effective, 0, 8)) ?? ZERO;
  const seats = fraction(quantity);
  const cut = (value: Exact): Exact => fromMinor(cutToMinor(value, 2), 2);
  const subtotal =
    kind === 'usage'
      ? cut(multiply(cut(multiply(written, seats)), rate))
      : byUnit
        ? multiply(cut(multiply(written, rate)), seats)
        : cut(multiply(multiply(written, seats), rate));
  const isWrong = cells.alternateId?.endsWith(' sum') === true;
  const billed = toDecimal(isWrong ? add(subtotal, fraction(1777 + quantity * 10, 100)) : subtotal, 2, 2);
  return {
    ...cells,
    ...{ unitPrice: toDecimal(unitPrice, 0, 6), effectiveUnitPrice: toDecimal(written, 0, 8) },
    ...{
      quantity: String(Math.abs(quantity)),
      billableQuantity: String(quantity),
      pcToBCExchangeRate: toDecimal(rate, 0, 12),
    },
    ...{ subtotal: billed, taxTotal: '0', total: billed },
  };
}

export function reconciliationOf(lines: readonly ReconciliationCells[]): Dataset {
  return reconciliation(lines, 40, 'october.csv');
}
