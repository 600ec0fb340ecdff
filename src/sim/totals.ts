/** Totals alone: the same cycles and roundings as `simulate`, without a row of results. */
import { compareCodeUnits } from '../core/compare-text.ts';
import { monthOfDay } from '../core/days.ts';
import { minorDigits } from '../core/money.ts';
import type { Book } from './book.ts';
import { CycleWalker } from './cycles.ts';
import { Model } from './model.ts';
import { CurrencySums } from './month-sums.ts';
import type { SimulationRequest, Totals } from './types.ts';

/**
 * What `simulate` gives as totals, to the cent, in less time.
 * @param currency only rows of this currency; undefined: all
 */
export function simulateTotals(book: Book, request: SimulationRequest, currency?: string): readonly Totals[] {
  const model = new Model(book, request);
  const walker = new CycleWalker(model);
  const { currencies, currencyOf } = model.book;
  const months = monthOfDay(model.windowEnd - 1) - model.monthOfAsOf + 1;
  const sums = currencies.map((name) => new CurrencySums(name, model.monthOfAsOf, months));
  const scales = currencies.map((name) => 10 ** minorDigits(name));
  const adders = sums.map((one) => one.add.bind(one));
  const only = currency === undefined ? -1 : currencies.indexOf(currency);
  const count = request.rows?.length ?? book.rows;
  for (let index = 0; index < count; index++) {
    const row = request.rows ? (request.rows[index] ?? 0) : index;
    const code = currencyOf[row] ?? 0;
    if (currency !== undefined && code !== only) continue;
    const own = sums[code];
    const add = adders[code];
    if (!own || !add) throw new Error('INTERNAL: a row without a currency');
    own.subscriptions++;
    const assessed = model.assess(row);
    if (typeof assessed === 'string') {
      own.unpriced++;
      continue;
    }
    if (!assessed.span) continue;
    own.exposed++;
    if (assessed.verdict.outcome === 'est-drift') own.atRisk++;
    walker.walk(assessed, assessed.span, model.payOf(assessed), scales[code] ?? 1, add);
  }
  return sums
    .filter(({ subscriptions }) => subscriptions > 0)
    .map((one) => one.totals())
    .sort((a, b) => compareCodeUnits(a.currency, b.currency));
}
