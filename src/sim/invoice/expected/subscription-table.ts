/** The subscriptions of a month as columns, so that the many that are plainly right never become objects. */
import { type Day, firstDayOfMonth } from '../../../core/days.ts';
import { idKey } from '../../../core/ids.ts';
import { type Column, NO_DAY, textAt } from '../../../core/table.ts';
import type { Book, Subscription } from '../../book.ts';
import type { Offer } from '../../price-rows.ts';
import { inner } from '../../remember.ts';
import type { InvoiceLines, LineText } from '../model/types.ts';
import type { ChargeCycle } from '../charge-cycle.ts';
import { ExpectedPrices, type PriceBasis } from './price-basis.ts';
import { cycleOn, type RunningTerm, runningTerm, termBefore } from './running-term.ts';
import { described, isSureOf, type MonthSubscription, type PricedCycle, type Sides } from './subscriptions.ts';

/** A code or row that is not there. */
const NONE = -1;

/** Each subscription of either export once, those of the later one first. Codes are those of the billed lines, -1 where no line has it. */
export class SubscriptionTable {
  readonly size: number;
  readonly ids: Int32Array;
  readonly customers: Int32Array;
  readonly products: Int32Array;
  readonly skus: Int32Array;
  /** Of the running term; `NO_DAY` where there is none. */
  readonly termStart: Int32Array;
  readonly termEnd: Int32Array;
  readonly terms: (RunningTerm | undefined)[];
  readonly bases: (PriceBasis | undefined)[];
  readonly offers: (Offer | undefined)[];
  /** By the export before and the one after; NaN: it was not there. */
  readonly seatsBefore: Float64Array;
  readonly seatsAfter: Float64Array;
  readonly isSure: Uint8Array;
  /** Of prices, upper case. */
  readonly currencies: string[];
  /** Customers that the exports have, as their ids are matched. */
  readonly covered: ReadonlySet<string>;
  private readonly sides: Sides;
  private readonly before: Side | undefined;
  private readonly after: Side;
  /** Of each subscription its row in either export, -1: it has none; and whether the one before describes it. */
  private readonly rowBefore: Int32Array;
  private readonly rowAfter: Int32Array;
  private readonly isOld: Uint8Array;
  private readonly known = new Map<string, Map<number, { readonly term: RunningTerm | undefined }>>();
  private readonly cycles = new Map<
    RunningTerm,
    Map<Day, { readonly running: RunningTerm; readonly cycle: ChargeCycle | undefined }>
  >();

  constructor(lines: InvoiceLines, sides: Sides) {
    this.sides = sides;
    const codes = new CodeSpace(lines);
    this.before = sides.before && new Side(lines, sides.before.book, codes);
    this.after = new Side(lines, sides.after.book, codes);
    const both = ordered(this.after, this.before, codes.size);
    this.size = both.ids.length;
    [this.ids, this.rowAfter, this.rowBefore] = [both.ids, both.after, both.before];
    this.isOld = new Uint8Array(this.size);
    const column = (): Int32Array => new Int32Array(this.size).fill(NONE);
    [this.customers, this.products, this.skus] = [column(), column(), column()];
    this.termStart = new Int32Array(this.size).fill(NO_DAY);
    this.termEnd = new Int32Array(this.size).fill(NO_DAY);
    this.terms = new Array<RunningTerm | undefined>(this.size).fill(undefined);
    this.bases = new Array<PriceBasis | undefined>(this.size).fill(undefined);
    this.offers = new Array<Offer | undefined>(this.size).fill(undefined);
    this.currencies = new Array<string>(this.size).fill('');
    this.seatsBefore = new Float64Array(this.size).fill(NaN);
    this.seatsAfter = new Float64Array(this.size).fill(NaN);
    this.isSure = new Uint8Array(this.size);
    const end = firstDayOfMonth(sides.month + 1);
    for (let at = 0; at < this.size; at++) this.read(at, end);
    this.covered = new Set([...this.after.customers(), ...(this.before?.customers() ?? [])]);
    // Ids that no line has are of no use to anybody.
    for (let at = 0; at < this.size; at++) if ((this.ids[at] ?? NONE) >= codes.ofLines) this.ids[at] = NONE;
  }

  private read(at: number, end: Day): void {
    const side = this.sideOf(at, end);
    if (!side) return;
    this.isOld[at] = side === this.before ? 1 : 0;
    const row = this.rowOf(at);
    const subscription = side.book.subscription(row);
    this.customers[at] = side.customerOf(row);
    this.products[at] = side.code('productId', row);
    this.skus[at] = side.code('skuId', row);
    this.currencies[at] = side.currencyOf(row);
    this.offers[at] = subscription.sale.offer;
    const seatsBefore = seatsIn(this.before, this.rowBefore[at]);
    const seatsAfter = seatsIn(this.after, this.rowAfter[at]);
    this.seatsBefore[at] = seatsBefore ?? NaN;
    this.seatsAfter[at] = seatsAfter ?? NaN;
    const term = this.termOf(subscription);
    this.terms[at] = term;
    if (!term) return;
    this.bases[at] = side.prices.of(subscription, term.start, term.cycleMonths);
    this.termStart[at] = term.start;
    this.termEnd[at] = term.end;
    const { commitmentStart } = subscription;
    const { month, before } = this.sides;
    const sure = isSureOf(term, { month, dayBefore: before?.day, seatsBefore, seatsAfter, commitmentStart });
    this.isSure[at] = sure ? 1 : 0;
  }

  /** The export that describes a subscription in the month. */
  private sideOf(at: number, end: Day): Side | undefined {
    const [was, is] = [this.rowBefore[at] ?? NONE, this.rowAfter[at] ?? NONE];
    if (is === NONE) return this.before;
    if (!this.before || was === NONE) return this.after;
    // Renewed since: the month's term, plan and price are those of the export before.
    const isRenewed = this.before.book.startOf(was) !== NO_DAY && this.after.book.startOf(is) >= end;
    return isRenewed ? this.before : this.after;
  }

  private rowOf(at: number): number {
    return (this.isOld[at] === 1 ? this.rowBefore[at] : this.rowAfter[at]) ?? 0;
  }

  /** Terms of one plan and one first and last day are one object. */
  private termOf(subscription: Subscription): RunningTerm | undefined {
    const { commitmentStart, termEnd, sale, licenceBased, trial } = subscription;
    if (commitmentStart === NO_DAY || !licenceBased || trial) return undefined;
    const ofPlan = inner(this.known, sale.plan);
    const key = commitmentStart * DAYS + termEnd;
    if (!Number.isSafeInteger(key)) return runningTerm(commitmentStart, termEnd, sale.plan, this.sides.month);
    const before = ofPlan.get(key);
    if (before) return before.term;
    const term = runningTerm(commitmentStart, termEnd, sale.plan, this.sides.month);
    ofPlan.set(key, { term });
    return term;
  }

  /** The cycle that a day lies in, of the running term or the one before, with its price. */
  cycleOn(at: number, day: Day): PricedCycle | undefined {
    const term = this.terms[at];
    if (!term) return undefined;
    const ofTerm = inner(this.cycles, term);
    let known = ofTerm.get(day);
    if (!known) {
      const running = day < term.start ? termBefore(term) : term;
      ofTerm.set(day, (known = { running, cycle: cycleOn(running, day) }));
    }
    const { running, cycle } = known;
    return cycle && { cycle, basis: running === term ? this.bases[at] : this.basisOf(at, running) };
  }

  private basisOf(at: number, { start, cycleMonths }: RunningTerm): PriceBasis | undefined {
    const { book, prices } = this.describing(at);
    return prices.of(book.subscription(this.rowOf(at)), start, cycleMonths);
  }

  private describing(at: number): Side {
    return this.isOld[at] === 1 && this.before ? this.before : this.after;
  }

  /** The subscription as an object. */
  at(at: number): MonthSubscription {
    const { book, prices } = this.describing(at);
    const row = this.rowOf(at);
    return described({
      ...{ book, prices, subscription: book.subscription(row), id: subscriptionId(book, row) },
      ...{ term: this.terms[at], basis: this.bases[at], isSure: this.isSure[at] === 1 },
      seatsBefore: seatsIn(this.before, this.rowBefore[at]),
      seatsAfter: seatsIn(this.after, this.rowAfter[at]),
    });
  }
}

/** More than there are days in terms: `NO_DAY` keeps apart from all of them. */
const DAYS = 0x100000000;

function seatsIn(side: Side | undefined, row = NONE): number | undefined {
  return row === NONE ? undefined : side?.book.activeSeats(row);
}

/** One of the exports. */
class Side {
  readonly book: Book;
  readonly prices = new ExpectedPrices();
  /** Of each row its id in the common space. */
  readonly ids: Int32Array;
  private readonly columns: Readonly<Record<Known, Coded>>;
  private readonly isCustomer: Uint8Array;
  private readonly currency: readonly string[];
  private readonly currencyCodes: Uint32Array | undefined;

  constructor(lines: InvoiceLines, book: Book, space: CodeSpace) {
    this.book = book;
    const { columns } = book.portfolio.table;
    const coded = (name: Known): Coded => codedColumn(lines, name, columns.get(name));
    this.columns = { customerId: coded('customerId'), productId: coded('productId'), skuId: coded('skuId') };
    const currency = columns.get('currency');
    this.currency = currency?.kind === 'text' ? currency.values.map((text) => text.toUpperCase()) : [];
    this.currencyCodes = currency?.kind === 'text' ? currency.codes : undefined;
    this.isCustomer = new Uint8Array(this.columns.customerId.values.length);
    this.ids = space.idsOf(book);
  }

  code(name: Known, row: number): number {
    const { codes, known } = this.columns[name];
    return known[codes?.[row] ?? 0] ?? NONE;
  }

  currencyOf(row: number): string {
    return this.currency[this.currencyCodes?.[row] ?? 0] ?? '';
  }

  /** Its code; it counts as one of the month's from now on. */
  customerOf(row: number): number {
    this.isCustomer[this.columns.customerId.codes?.[row] ?? 0] = 1;
    return this.code('customerId', row);
  }

  /** As their ids are matched. */
  customers(): readonly string[] {
    return this.columns.customerId.values.filter((_, code) => this.isCustomer[code] === 1).map(idKey);
  }
}

type Known = LineText & ('customerId' | 'productId' | 'skuId');

interface Coded {
  readonly codes: Uint32Array | undefined;
  readonly values: readonly string[];
  /** By the codes of the export those of lines. */
  readonly known: Int32Array;
}

function codedColumn(lines: InvoiceLines, name: Known, column: Column | undefined): Coded {
  const [codes, values] = column?.kind === 'text' ? [column.codes, column.values] : [undefined, ['']];
  return { codes, values, known: Int32Array.from(values, (text) => lines.codeOf(name, text) ?? NONE) };
}

/** Ids of subscriptions of lines and of both exports: codes of lines first, others after them. */
class CodeSpace {
  readonly ofLines: number;
  private readonly lines: InvoiceLines;
  private readonly others = new Map<string, number>();

  constructor(lines: InvoiceLines) {
    this.lines = lines;
    this.ofLines = lines.texts.subscriptionId.values.length;
  }

  get size(): number {
    return this.ofLines + this.others.size;
  }

  idsOf(book: Book): Int32Array {
    const ids = new Int32Array(book.rows);
    for (let row = 0; row < book.rows; row++) ids[row] = this.codeOf(subscriptionId(book, row));
    return ids;
  }

  private codeOf(id: string): number {
    const known = this.lines.codeOf('subscriptionId', id) ?? this.others.get(id);
    if (known !== undefined) return known;
    this.others.set(id, this.size);
    return this.size - 1;
  }
}

function subscriptionId({ portfolio }: Book, row: number): string {
  return idKey(textAt(portfolio.table.columns.get('subscriptionId'), row)) || `row ${String(row)}`;
}

interface Ordered {
  readonly ids: Int32Array;
  /** Rows of the exports. */
  readonly after: Int32Array;
  readonly before: Int32Array;
}

/** Of rows with one id the last one counts, at the place of the first. */
function ordered(after: Side, before: Side | undefined, size: number): Ordered {
  const [inAfter, inBefore] = [rowsById(after, size), before && rowsById(before, size)];
  const left = inBefore?.order.filter((id) => inAfter.rows[id] === NONE) ?? new Int32Array(0);
  const ids = new Int32Array(inAfter.order.length + left.length);
  ids.set(inAfter.order);
  ids.set(left, inAfter.order.length);
  return {
    ids,
    after: ids.map((id) => inAfter.rows[id] ?? NONE),
    before: ids.map((id) => inBefore?.rows[id] ?? NONE),
  };
}

function rowsById({ ids }: Side, size: number): { readonly order: Int32Array; readonly rows: Int32Array } {
  const rows = new Int32Array(size).fill(NONE);
  const order = new Int32Array(ids.length);
  let count = 0;
  for (const [row, id] of ids.entries()) {
    if (rows[id] === NONE) order[count++] = id;
    rows[id] = row;
  }
  return { order: order.slice(0, count), rows };
}
