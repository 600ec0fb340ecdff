/** Both sides' files as the three-way comparison takes them, and its groups as texts. */
import { type Month, monthOfDay } from '../../../../src/core/days.ts';
import { type Exact, toDecimal } from '../../../../src/core/exact.ts';
import type { Dataset } from '../../../../src/core/schema/dataset.ts';
import { NO_OWN_NAMES } from '../../../../src/core/invoice/own-names.ts';
import { prepareBook } from '../../../../src/sim/index.ts';
import { lineKinds } from '../../../../src/sim/invoice/model/kinds.ts';
import { lineMonths } from '../../../../src/sim/invoice/model/line-months.ts';
import { readLines } from '../../../../src/sim/invoice/model/read-lines.ts';
import { indexCosts, type KnownCustomer } from '../../../../src/sim/invoice/own/cost-index.ts';
import { readOwnLines } from '../../../../src/sim/invoice/own/read-own.ts';
import { sellingPrices } from '../../../../src/sim/invoice/own/selling.ts';
import { type ThreeWay, threeWay } from '../../../../src/sim/invoice/own/three-way.ts';
import type { OwnAnswer, OwnGroup, OwnQuestion } from '../../../../src/sim/invoice/own/types.ts';
import { scenario, type ScenarioChanges } from '../../../support/books.ts';
import { day } from '../../../support/simulation.ts';

export const NOVEMBER: Month = monthOfDay(day('2026-11-01'));

export function sidesOf(
  datasets: readonly Dataset[],
  others: readonly KnownCustomer[] = [],
  margin: ScenarioChanges['margin'] = {},
): ThreeWay {
  const lines = readLines(datasets);
  const hasPrices = datasets.some(({ kind }) => kind === 'portfolio');
  const request = { scenario: scenario({ margin }), window: { asOf: day('2026-11-22'), horizonMonths: 12 } };
  return {
    index: indexCosts(lines, others),
    ...{ months: lineMonths(lines), kinds: lineKinds(lines), own: readOwnLines(datasets) },
    prices: hasPrices ? sellingPrices(prepareBook({ datasets }), request) : new Map(),
  };
}

export const QUESTION: OwnQuestion = { month: NOVEMBER, currency: 'EUR', aliases: NO_OWN_NAMES, lag: 0 };

export function answerTo(datasets: readonly Dataset[], question: Partial<OwnQuestion> = {}): OwnAnswer {
  return threeWay(sidesOf(datasets), { ...QUESTION, ...question });
}

export const text = (value: Exact | undefined): string => (value === undefined ? '–' : toDecimal(value, 0, 20));

/** Of a group what a user would read. */
export function said({ customer, item, verdict, cost, billed, joins, customerJoins, loose }: OwnGroup): string {
  const how = loose ?? [...joins, ...customerJoins].join('+');
  return [customer, item, verdict, text(cost), text(billed), how].join(' | ');
}
