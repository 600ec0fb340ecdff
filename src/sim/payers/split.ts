/** Who pays by month, customer and cause: of EST, whose shares are those of `simulate`, and of renewals beside it. */
import { compareCodeUnits } from '../../core/compare-text.ts';
import { minorDigits, roundShare } from '../../core/money.ts';
import { type Column, textAt } from '../../core/table.ts';
import type { Book } from '../book.ts';
import { SLOT } from '../cycle-amounts.ts';
import { CycleWalker } from '../cycles.ts';
import { type Assessment, Model } from '../model.ts';
import type { Pay } from '../pay.ts';
import { inner, remember } from '../remember.ts';
import { causeAmounts } from './causes.ts';
import { EstMoves } from './est-moves.ts';
import { type RenewalCycle, RenewalWalker } from './renewals.ts';
import { Tally, type TallyRow } from './tally.ts';
import { PAY_PARTS, type PartSplit, type PayPart, type PaySplitRequest } from './types.ts';

/** The split of every currency, in the order of `PAY_PARTS`; a part without a cycle is left out. */
export function paySplit(book: Book, { request, month }: PaySplitRequest): readonly PartSplit[] {
  const pass = new SplitPass(new Model(book, request), month);
  const count = request.rows?.length ?? book.rows;
  for (let index = 0; index < count; index++) pass.add(request.rows ? (request.rows[index] ?? 0) : index);
  return pass.finish();
}

class SplitPass {
  private readonly model: Model;
  private readonly month: number | undefined;
  private readonly walker: CycleWalker;
  private readonly renewals: RenewalWalker;
  private readonly moves = new EstMoves();
  private readonly tallies = new Map<PayPart, Map<string, Tally>>();
  private readonly ids: Column | undefined;
  private readonly names: Column | undefined;

  constructor(model: Model, month: number | undefined) {
    this.model = model;
    this.month = month;
    this.walker = new CycleWalker(model);
    this.renewals = new RenewalWalker(model);
    const { columns } = model.book.portfolio.table;
    [this.ids, this.names] = [columns.get('customerId'), columns.get('customerName')];
  }

  add(row: number): void {
    const assessed = this.model.assess(row);
    if (typeof assessed === 'string') return;
    if (assessed.span) this.addEst(assessed, this.model.payOf(assessed));
    else if (assessed.verdict.outcome === 'renews') this.addRenewal(assessed, this.model.payOf(assessed));
  }

  private tally(part: PayPart, { subscription }: Assessment): { readonly tally: Tally; readonly scale: number } {
    const currency = subscription.sale.offer?.currency ?? '';
    const tally = remember(inner(this.tallies, part), currency, () => new Tally(part, currency));
    return { tally, scale: 10 ** minorDigits(currency) };
  }

  private rowOf({ subscription }: Assessment): TallyRow {
    const { row, customerIndex } = subscription;
    const customer = textAt(this.names, row);
    const id = this.model.book.customers[customerIndex] ?? '';
    return { customerId: textAt(this.ids, row), customer, key: id === '' ? `name ${customer}` : `id ${id}` };
  }

  private addEst(assessed: Assessment, pay: Pay): void {
    const { span, subscription } = assessed;
    if (!span) return;
    const { tally, scale } = this.tally('est', assessed);
    const row = tally.open(this.rowOf(assessed));
    this.walker.walk(assessed, span, pay, scale, ({ firstMonth: month, count, use, prices, amounts }) => {
      const move = this.moves.of(assessed, pay, prices.step, prices.figures);
      const by = causeAmounts(move, { seats: subscription.seats, use, scale });
      tally.add(row, { month, count, passes: use.passes, extra: amounts[SLOT.extra] ?? 0 }, by);
    });
  }

  private addRenewal(assessed: Assessment, pay: Pay): void {
    const cycles: RenewalCycle[] = [];
    this.renewals.walk(assessed, pay, (cycle) => cycles.push(cycle));
    if (cycles.length === 0 || (this.month !== undefined && !cycles.some(({ month }) => month === this.month))) return;
    const { tally, scale } = this.tally('renewals', assessed);
    const row = tally.open(this.rowOf(assessed));
    const { figures, subscription } = assessed;
    const { current } = figures.lock;
    for (const { month, use, seats, cost, move } of cycles) {
      const [used, days] = use.used === use.days ? [1, 1] : [use.used, use.days];
      const before = roundShare(current, subscription.seats * used, days, scale);
      const extra = roundShare(cost, seats * used, days, scale) - before;
      tally.add(row, { month, count: 1, passes: use.passes, extra }, causeAmounts(move, { seats, use, scale }));
    }
  }

  finish(): readonly PartSplit[] {
    return PAY_PARTS.flatMap((part) =>
      [...(this.tallies.get(part)?.entries() ?? [])]
        .sort(([a], [b]) => compareCodeUnits(a, b))
        .map(([, tally]) => tally.finish()),
    );
  }
}
