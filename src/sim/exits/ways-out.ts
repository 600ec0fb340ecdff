/** Every way out of one subscription, priced (spec §7). */
import { type Exact, fraction, multiply, toDecimal } from '../../core/exact.ts';
import type { Book } from '../book.ts';
import { unitText } from '../figures.ts';
import { Model } from '../model.ts';
import { pricedWays } from './choices.ts';
import { type Exit, exitOf } from './exit.ts';
import { flipOf } from './flip.ts';
import { bestWay } from './objective.ts';
import { ExitPricer } from './pricer.ts';
import { rulesOf } from './rules.ts';
import type { NoWays, ShownWay, WayOut, WaysOut, WaysRequest } from './types.ts';
import { lockPhase } from '../../core/locks.ts';

/** The ways out of a row of the portfolio, each with its price or the reason why it has none. Pure: as-of is part of the request. */
export function waysOut(book: Book, request: WaysRequest): WaysOut {
  const model = new Model(book, request.simulation);
  const exit = exitOf(model, request.row, request.months);
  if (typeof exit === 'string') return withoutWays(model, request, exit);
  const pricer = new ExitPricer(model, { margins: true });
  const seatsWanted = request.seatsWanted ?? exit.subscription.seats;
  const { ways, byDefault, decided } = pricedWays(pricer, exit, seatsWanted, request.estDays);
  const best = bestWay(ways, request.objective);
  const place = (way: WayOut | undefined): number | undefined => (way ? ways.indexOf(way) : undefined);
  const flipPlans = exit.eligible && exit.assessed ? pricer.plansOf(exit) : [];
  const flipPlan = request.flipPlan ?? exit.plan;
  return {
    ...headOf(model, request.row),
    seatsWanted,
    plan: exit.plan,
    outcome: exit.verdict.outcome,
    rule: exit.verdict.rule,
    from: exit.from,
    to: exit.to,
    nothing: undefined,
    ways: ways.map((way) => shown(pricer, exit, way, request.months)),
    best: place(best),
    byDefault: place(byDefault),
    decided: place(decided),
    flipPlans,
    flip: flipPlans.includes(flipPlan) ? flipOf(pricer, exit, flipPlan, seatsWanted) : undefined,
    currentUnit: exit.assessed ? unitText(exit.assessed.figures.lock.current) : '',
    estUnit: exit.assessed ? unitText(exit.assessed.figures.est.cost) : '',
  };
}

function headOf(model: Model, row: number): Pick<WaysOut, 'row' | 'currency' | 'seats' | 'termEnd' | 'phase'> {
  const { seats, termEnd } = model.book.subscription(row);
  const currency = model.book.currencies[model.book.currencyOf[row] ?? 0] ?? '';
  return { row, currency, seats, termEnd, phase: lockPhase(termEnd, model.request.window.asOf) };
}

function withoutWays(model: Model, { row, seatsWanted }: WaysRequest, nothing: NoWays): WaysOut {
  const head = headOf(model, row);
  const assessed = model.assess(row);
  const { outcome, rule } =
    typeof assessed === 'string' ? ({ outcome: 'excluded', rule: '' } as const) : assessed.verdict;
  return {
    ...head,
    ...{ seatsWanted: seatsWanted ?? head.seats, plan: '', outcome, rule, nothing },
    ...{ from: head.termEnd + 1, to: head.termEnd + 1, ways: [], best: undefined, byDefault: undefined },
    ...{ decided: undefined, flipPlans: [], flip: undefined, currentUnit: '', estUnit: '' },
  };
}

function shown(pricer: ExitPricer, exit: Exit, way: WayOut, months: number): ShownWay {
  const { price, plan, seats, estDays } = way;
  const terms = plan !== '' && price ? pricer.termsOf(exit, plan, seats, exit.from + estDays) : undefined;
  const unit = price && seats > 0 ? seatMonth(fraction(price.cost, exit.scale), seats * months) : '';
  const rules = rulesOf(exit, way);
  const first = typeof terms === 'string' ? undefined : terms?.[0];
  if (!first) {
    return { ...way, rules, unit, listUnit: '', promotion: '', row: undefined, carried: false };
  }
  const { row, carried, cost } = first.own;
  const percent = multiply(first.share, fraction(100));
  return {
    ...way,
    rules,
    unit,
    listUnit: unitText(cost),
    promotion: percent.n === 0n ? '' : toDecimal(percent, 0, 10),
    row: { file: row.list.file, line: row.line },
    carried,
  };
}

function seatMonth(cost: Exact, seatMonths: number): string {
  return toDecimal(multiply(cost, fraction(1, seatMonths)), 2, 2);
}
