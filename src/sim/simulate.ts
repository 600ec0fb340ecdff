/** Exposure over a horizon (spec §§2–6): one pass over the portfolio. */
import { compareCodeUnits } from '../core/compare-text.ts';
import { monthOfDay } from '../core/days.ts';
import { minorDigits } from '../core/money.ts';
import { textAt } from '../core/table.ts';
import { unpricedReasons } from '../core/text/en/unpriced.ts';
import type { Book } from './book.ts';
import { Collector } from './collector.ts';
import { type CycleRun, CycleWalker } from './cycles.ts';
import { Model } from './model.ts';
import { CurrencySums } from './month-sums.ts';
import { reportingOf } from './reporting.ts';
import {
  AMOUNTS,
  type Simulation,
  type SimulationRequest,
  type SimulationSums,
  type Totals,
  type Unpriced,
} from './types.ts';

/**
 * The exposure of a book under a scenario: amounts in minor units per subscription, per month and currency, and in total.
 * The months add up to the totals, and each row's cycles to the row. Pure: as-of is part of the request.
 * @param onSums is told the sums before the rows are gathered
 */
export function simulate(book: Book, request: SimulationRequest, onSums?: (sums: SimulationSums) => void): Simulation {
  const model = new Model(book, request);
  const rows = request.rows;
  const count = rows?.length ?? book.rows;
  const pass = new Pass(model, count);
  for (let index = 0; index < count; index++) pass.add(rows ? (rows[index] ?? 0) : index);
  const sums = pass.sumsSoFar();
  onSums?.(sums);
  return pass.finish(sums);
}

class Pass {
  private readonly model: Model;
  private readonly walker: CycleWalker;
  private readonly collector: Collector;
  private readonly sums: readonly CurrencySums[];
  private readonly scales: readonly number[];
  private readonly unpriced: Unpriced[] = [];
  private readonly exposure = { totals: new Float64Array(AMOUNTS.length), firstMonth: 0, lastMonth: 0 };
  private current: CurrencySums | undefined;

  constructor(model: Model, rows: number) {
    this.model = model;
    this.walker = new CycleWalker(model);
    this.collector = new Collector(model, rows);
    const months = monthOfDay(model.windowEnd - 1) - model.monthOfAsOf + 1;
    const { currencies } = model.book;
    this.sums = currencies.map((currency) => new CurrencySums(currency, model.monthOfAsOf, months));
    this.scales = currencies.map((currency) => 10 ** minorDigits(currency));
  }

  add(row: number): void {
    const { book } = this.model;
    const code = book.currencyOf[row] ?? 0;
    const sums = this.sums[code];
    if (!sums) throw new Error('INTERNAL: a row without a currency');
    sums.subscriptions++;
    const assessed = this.model.assess(row);
    if (typeof assessed === 'string') {
      sums.unpriced++;
      const id = textAt(book.portfolio.table.columns.get('subscriptionId'), row);
      this.unpriced.push({ row, id, reason: unpricedReasons[assessed] });
      return;
    }
    let notes = assessed.notes;
    const { span } = assessed;
    if (span) {
      sums.exposed++;
      if (assessed.verdict.outcome === 'est-drift') sums.atRisk++;
      this.current = sums;
      this.exposure.totals.fill(0);
      this.exposure.firstMonth = 0;
      notes |= this.walker.walk(assessed, span, this.model.payOf(assessed), this.scales[code] ?? 1, this.addRun);
    }
    this.collector.push(assessed, notes, this.exposure);
  }

  private readonly addRun = (run: CycleRun): void => {
    this.current?.add(run);
    const { exposure } = this;
    const { totals } = exposure;
    exposure.firstMonth ||= run.firstMonth;
    exposure.lastMonth = run.firstMonth + run.count - 1;
    for (let slot = 0; slot < totals.length; slot++) {
      totals[slot] = (totals[slot] ?? 0) + (run.amounts[slot] ?? 0) * run.count;
    }
  };

  private reporting(totals: readonly Totals[]): Pick<Simulation, 'reporting'> {
    const { scenario, window } = this.model.request;
    const { reporting, rates } = scenario.fx;
    if (!reporting) return {};
    return { reporting: reportingOf(totals, reporting, this.model.book.fxRates(rates), window.asOf) };
  }

  sumsSoFar(): SimulationSums {
    const byCurrency = (a: { currency: string }, b: { currency: string }): number =>
      compareCodeUnits(a.currency, b.currency);
    const used = this.sums.filter(({ subscriptions }) => subscriptions > 0);
    const totals = used.map((sums) => sums.totals()).sort(byCurrency);
    const months = used.flatMap((sums) => sums.months()).sort((a, b) => a.month - b.month || byCurrency(a, b));
    return { totals, months, ...this.reporting(totals) };
  }

  finish(sums: SimulationSums): Simulation {
    return {
      window: this.model.request.window,
      ...this.collector.finish(),
      ...sums,
      unpriced: this.unpriced.sort((a, b) => compareCodeUnits(a.id, b.id)),
      diagnostics: this.model.book.diagnostics,
    };
  }
}
