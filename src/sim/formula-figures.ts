/** Answers to the spreadsheet's own functions (`EST.PRICE`, `LOCK.DATE` …), by the same code as the simulation. */
import { deadlineOf } from '../core/deadline.ts';
import { type Day, type Month, dayToText, monthOfDay } from '../core/days.ts';
import { type Exact, toFloat } from '../core/exact.ts';
import { idKey } from '../core/ids.ts';
import { minorDigits } from '../core/money.ts';
import { rowsById } from '../core/overrides/apply.ts';
import type { Dataset } from '../core/schema/dataset.ts';
import type { Book } from './book.ts';
import { FxRates } from './fx-rates.ts';
import { type Assessment, Model } from './model.ts';
import { monthAmounts } from './month-amounts.ts';
import { OfferFinder } from './offer-finder.ts';
import { segmentAt } from './price-series.ts';
import { simulate } from './simulate.ts';
import type { SimulationRequest } from './types.ts';

/** A call as the formula made it; days as UTC days. What was left out is null. */
export interface FigureQuestion {
  readonly name: string;
  readonly args: readonly (string | number | boolean | null)[];
}

/** A number (prices per seat and month and amounts in major units, days as UTC days); null: not known, `#N/A`. */
export type FigureAnswer = number | null;

/** The answers to the questions, in their order. */
export function formulaFigures(
  book: Book,
  request: SimulationRequest,
  questions: readonly FigureQuestion[],
  datasets: readonly Dataset[],
): readonly FigureAnswer[] {
  const figures = new Figures(book, request, datasets);
  return questions.map((question) => figures.answer(question) ?? null);
}

/** Term and billing when a question about an offer names none. */
const LIST_PLANS = ['P1Y/Annual', 'P1Y/Monthly', 'P1M/Monthly', 'P3Y/Annual', 'P3Y/Triennial', 'P3Y/Monthly'] as const;
const EST_PLANS = ['P1M/Monthly', 'P1Y/Annual', 'P1Y/Monthly'] as const;

class Figures {
  private readonly model: Model;
  private readonly request: SimulationRequest;
  private readonly rows: ReadonlyMap<string, number>;
  private readonly rates: FxRates;
  private readonly offers: OfferFinder;
  private readonly assessed = new Map<number, Assessment | undefined>();
  private readonly passedIn = new Map<Month | undefined, ReadonlyMap<number, number>>();

  constructor(book: Book, request: SimulationRequest, datasets: readonly Dataset[]) {
    this.model = new Model(book, request);
    this.request = request;
    this.rows = rowsById(this.model.book.portfolio.table);
    this.rates = new FxRates(datasets, request.scenario.fx.rates);
    this.offers = new OfferFinder(this.model.book);
  }

  answer({ name, args }: FigureQuestion): number | undefined {
    const [first, second, third, fourth] = args;
    switch (name) {
      case 'EST.PRICE':
        return this.price('est', first, second, third, null);
      case 'LIST.PRICE':
        return this.price('list', first, second, third, fourth);
      case 'TERM.END':
        return this.endOf(first);
      case 'LOCK.DATE':
        return this.lockOf(first);
      case 'PASSED':
        return this.passed(first, second);
      case 'FX':
        return this.rates.rate(textOf(first), textOf(second), dayOf(third) ?? this.request.window.asOf);
      default:
        return undefined;
    }
  }

  private rowOf(id: Argument): number | undefined {
    return this.rows.get(idKey(textOf(id)));
  }

  private price(
    kind: 'est' | 'list',
    what: Argument,
    segment: Argument,
    date: Argument,
    plan: Argument,
  ): number | undefined {
    const row = this.rowOf(what);
    const day = dayOf(date);
    const cost =
      row === undefined
        ? this.offerPrice(kind, { what: textOf(what), segment: textOf(segment), plan: textOf(plan) }, day)
        : this.subscriptionPrice(kind, row, textOf(plan), day);
    return cost && toFloat(cost);
  }

  private subscriptionPrice(kind: 'est' | 'list', row: number, plan: string, day: Day | undefined): Exact | undefined {
    const assessment = this.assess(row);
    if (!assessment) return undefined;
    if (kind === 'est' && day === undefined) return assessment.figures.est.cost;
    const { offer } = assessment.subscription.sale;
    const timeline = plan === '' || !offer ? assessment.timeline : this.model.timelineFor(offer, plan);
    const found = segmentAt(timeline.segments, day ?? this.request.window.asOf);
    return kind === 'est' ? found?.est?.cost : found?.own?.cost;
  }

  private offerPrice(
    kind: 'est' | 'list',
    { what, segment, plan }: { what: string; segment: string; plan: string },
    day = this.request.window.asOf,
  ): Exact | undefined {
    const offer = this.offers.find(what, segment);
    if (!offer) return undefined;
    const plans = plan === '' ? (kind === 'est' ? EST_PLANS : LIST_PLANS) : [plan];
    const key = plans.find((one) => offer.rows.has(one));
    if (key === undefined) return undefined;
    const found = segmentAt(this.model.timelineFor(offer, key).segments, day);
    return kind === 'est' ? found?.est?.cost : found?.own?.cost;
  }

  private assess(row: number): Assessment | undefined {
    if (!this.assessed.has(row)) {
      const assessed = this.model.assess(row);
      this.assessed.set(row, typeof assessed === 'string' ? undefined : assessed);
    }
    return this.assessed.get(row);
  }

  private endOf(id: Argument): Day | undefined {
    const row = this.rowOf(id);
    return row === undefined ? undefined : this.model.book.subscription(row).termEnd;
  }

  /** The lock falls at 00:00 UTC of `locksAt`: the day before is the last one. */
  private lockOf(id: Argument): Day | undefined {
    const row = this.rowOf(id);
    if (row === undefined) return undefined;
    const { termEnd } = this.model.book.subscription(row);
    const outcome = this.assess(row)?.verdict.outcome ?? '';
    const { locksAt } = deadlineOf({ outcome, termEnd }, this.request.window.asOf);
    return locksAt === undefined ? undefined : locksAt - 1;
  }

  private passed(id: Argument, when: Argument): number | undefined {
    const row = this.rowOf(id);
    if (row === undefined) return undefined;
    const { offer } = this.model.book.subscription(row).sale;
    if (!offer || !this.assess(row)) return undefined;
    const day = dayOf(when);
    const minor = this.passedBy(day === undefined ? undefined : monthOfDay(day)).get(row) ?? 0;
    return minor / 10 ** minorDigits(offer.currency);
  }

  /** What is passed on of each exposed row, in a month or in all. */
  private passedBy(month: Month | undefined): ReadonlyMap<number, number> {
    const known = this.passedIn.get(month);
    if (known) return known;
    const amounts = new Map<number, number>();
    if (month === undefined) {
      const { table, amounts: all } = simulate(this.model.book, this.plain);
      const rows = table.columns.get('row');
      for (let at = 0; at < table.rows; at++)
        if (rows?.kind === 'count') amounts.set(rows.counts[at] ?? 0, all.passed[at] ?? 0);
    } else {
      for (const currency of this.model.book.currencies) {
        const found = monthAmounts(this.model.book, { request: this.plain, month, currency, amount: 'passed' });
        for (const [at, row] of found.rows.entries()) amounts.set(row, found.amounts[at] ?? 0);
      }
    }
    this.passedIn.set(month, amounts);
    return amounts;
  }

  /** The request for the model's book, in which the user's edits are laid out already. */
  private get plain(): SimulationRequest {
    const { rows: _, ...request } = this.request;
    return { ...request, scenario: { ...request.scenario, overrides: new Map() } };
  }
}

type Argument = string | number | boolean | null | undefined;

function textOf(value: Argument): string {
  return value === null || value === undefined ? '' : String(value);
}

function dayOf(value: Argument): Day | undefined {
  return typeof value === 'number' && dayToText(value) !== '' ? Math.floor(value) : undefined;
}
