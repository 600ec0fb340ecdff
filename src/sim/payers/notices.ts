/** Notice letters: until when each has to go out so that a new price counts from the day on which the cost rises. */
import { compareCodeUnits } from '../../core/compare-text.ts';
import type { Day } from '../../core/days.ts';
import { type Exact, compare, ZERO } from '../../core/exact.ts';
import { minorDigits, roundShare, safeMinor } from '../../core/money.ts';
import { textAt } from '../../core/table.ts';
import type { Book } from '../book.ts';
import { SLOT } from '../cycle-amounts.ts';
import { CycleWalker } from '../cycles.ts';
import { type Assessment, Model } from '../model.ts';
import type { Pay } from '../pay.ts';
import { remember } from '../remember.ts';
import type { SimulationRequest } from '../types.ts';
import { RenewalWalker } from './renewals.ts';
import { NOTICE_STATES, type Notice, type NoticeState } from './types.ts';

/**
 * One notice for each customer, currency and day from which a new price is to count: the first cycle of a subscription
 * inside the window whose clause allows a rise and that begins after the price lock. The earliest letter first.
 */
export function notices(book: Book, request: SimulationRequest): readonly Notice[] {
  return new NoticePass(new Model(book, request)).run();
}

/** A cycle that may cost the customer more. */
interface RisingCycle {
  readonly start: Day;
  readonly rise: Exact;
  readonly delayed: number;
}

type Growing = { -readonly [K in keyof Notice]: Notice[K] };

class NoticePass {
  private readonly model: Model;
  private readonly walker: CycleWalker;
  private readonly renewals: RenewalWalker;
  private readonly found = new Map<string, Growing>();

  constructor(model: Model) {
    this.model = model;
    this.walker = new CycleWalker(model);
    this.renewals = new RenewalWalker(model);
  }

  run(): readonly Notice[] {
    const { rows } = this.model.request;
    const count = rows?.length ?? this.model.book.rows;
    for (let index = 0; index < count; index++) this.look(rows ? (rows[index] ?? 0) : index);
    return [...this.found.values()].sort(
      (a, b) =>
        a.sendBy - b.sendBy ||
        NOTICE_STATES.indexOf(a.state) - NOTICE_STATES.indexOf(b.state) ||
        compareCodeUnits(a.customer, b.customer) ||
        compareCodeUnits(a.currency, b.currency),
    );
  }

  private look(row: number): void {
    const assessed = this.model.assess(row);
    if (typeof assessed === 'string') return;
    const pay = this.model.payOf(assessed);
    const lock = pay.clause.agreed?.priceLockUntil ?? -Infinity;
    if (!pay.clause.passThrough) return;
    const cycles = this.cyclesOf(assessed, pay).filter(({ rise }) => compare(rise, ZERO) > 0);
    const [rising] = cycles;
    const first = cycles.find(({ start }) => start > lock);
    if (rising && first) this.note(assessed, pay, rising, first, cycles);
  }

  private cyclesOf(assessed: Assessment, pay: Pay): readonly RisingCycle[] {
    const cycles: RisingCycle[] = [];
    const scale = scaleOf(assessed);
    if (assessed.span) {
      this.walker.walk(assessed, assessed.span, pay, scale, ({ start, count, prices, amounts }) => {
        const delayed = (amounts[SLOT.delayed] ?? 0) * count;
        cycles.push({ start, rise: prices.step.rise, delayed });
      });
    }
    this.renewals.walk(assessed, pay, ({ start, use, move, seats }) => {
      const delayed = use.passes ? 0 : roundShare(move.rise, seats * use.used, use.days, scale);
      cycles.push({ start, rise: move.rise, delayed });
    });
    return cycles;
  }

  private note(
    assessed: Assessment,
    { clause }: Pay,
    rising: RisingCycle,
    first: RisingCycle,
    all: readonly RisingCycle[],
  ): void {
    const { subscription } = assessed;
    const { columns } = this.model.book.portfolio.table;
    const customerId = textAt(columns.get('customerId'), subscription.row);
    const currency = subscription.sale.offer?.currency ?? '';
    const key = [this.model.book.customers[subscription.customerIndex] ?? '', currency, first.start].join('|');
    const { noticeDays = 0, noticeGiven, priceLockUntil } = clause.agreed ?? {};
    const notice = remember(this.found, key, (): Growing => {
      const sendBy = first.start - noticeDays;
      return {
        customerId,
        customer: textAt(columns.get('customerName'), subscription.row),
        currency,
        from: first.start,
        sendBy,
        noticeDays,
        given: noticeGiven,
        lockedUntil: priceLockUntil !== undefined && priceLockUntil >= rising.start ? priceLockUntil : undefined,
        state: stateOf(sendBy, noticeGiven, this.model.request.window.asOf),
        ...{ subscriptions: 0, seats: 0, monthly: 0, delayed: 0 },
      };
    });
    notice.subscriptions++;
    const seats = assessed.span ? subscription.seats : assessed.renewSeats;
    notice.seats += seats;
    notice.monthly = safeMinor(notice.monthly + roundShare(first.rise, seats, 1, scaleOf(assessed)));
    notice.delayed = safeMinor(notice.delayed + all.reduce((sum, { delayed }) => sum + delayed, 0));
  }
}

function stateOf(sendBy: Day, given: Day | undefined, asOf: Day): NoticeState {
  if (given !== undefined) return given <= sendBy ? 'given' : 'late';
  return sendBy < asOf ? 'overdue' : 'due';
}

function scaleOf({ subscription }: Assessment): number {
  return 10 ** minorDigits(subscription.sale.offer?.currency ?? '');
}
