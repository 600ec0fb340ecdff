/** Everything that a month should have been billed against everything that was (spec §9). */
import { firstDayOfMonth } from '../../../core/days.ts';
import { monthSubscriptions } from '../expected/subscriptions.ts';
import { billedGroups, isLicence } from './billed-groups.ts';
import { EarnedCredit } from './earned-credit.ts';
import { ExchangeRates } from './exchange.ts';
import { joinSides } from './join.ts';
import type { ExportWindow, MonthInputs } from './inputs.ts';
import { LastMonth } from './last-month.ts';
import { checkAlone } from './line-alone.ts';
import { SubscriptionCheck } from './subscription-check.ts';
import { Tallies } from './tallies.ts';
import type { MonthCheck } from './types.ts';

/** Billed subscriptions and single lines that are done, of all. */
export interface CheckProgress {
  readonly done: number;
  readonly of: number;
}

export function checkMonth(inputs: MonthInputs): MonthCheck {
  const checking = checkingMonth(inputs);
  let step = checking.next();
  while (!step.done) step = checking.next();
  return step.value;
}

/** The same in turns, so that others have theirs. */
export function* checkingMonth(inputs: MonthInputs): Generator<CheckProgress, MonthCheck> {
  const { month, lines, checked, before, after, terms } = inputs;
  const rows = rowsOfMonth(inputs);
  const subscriptions = after ? monthSubscriptions({ month, before, after }) : [];
  const groups = billedGroups(lines, rows.licences);
  const joined = joinSides(groups, subscriptions, ({ offer }) => offer && terms.estSku(offer));
  const rates = new ExchangeRates(lines, rows.all);
  const tallies = new Tallies(lines, checked, inputs.gate);
  const context = {
    ...{ lines, checked, rates, terms, tallies, month },
    covered: new Set(subscriptions.map(({ customerId }) => customerId)),
    lastMonth: new LastMonth(inputs),
    window: windowOf(inputs),
    usualCurrency: usualCurrencies(groups),
    credit: new EarnedCredit(lines, checked, rows.all),
  };
  const of = joined.length + rows.others.length;
  const check = new SubscriptionCheck(context);
  for (const [at, pair] of joined.entries()) {
    if (at % PER_TURN === 0) yield { done: at, of };
    check.take(pair);
  }
  for (const [at, row] of rows.others.entries()) {
    if (at % PER_TURN === 0) yield { done: joined.length + at, of };
    checkAlone(context, row);
  }
  return tallies.finish(month);
}

const PER_TURN = 4096;

interface MonthRows {
  readonly all: readonly number[];
  readonly licences: readonly number[];
  /** Consumption, credits and what else no subscription tells of. */
  readonly others: readonly number[];
}

const CREDIT = 'customercredit';

function rowsOfMonth({ lines, checked, months, month }: MonthInputs): MonthRows {
  const { codes, values } = lines.texts.chargeType;
  const isCredit = values.map((text) => text.toLowerCase() === CREDIT);
  const [all, licences, others]: [number[], number[], number[]] = [[], [], []];
  for (let row = 0; row < lines.rows; row++) {
    if (months[row] !== month) continue;
    all.push(row);
    (isLicence(checked, row) && !isCredit[codes[row] ?? 0] ? licences : others).push(row);
  }
  return { all, licences, others };
}

function windowOf({ month, before, after }: MonthInputs): ExportWindow {
  const [first, end] = [firstDayOfMonth(month), firstDayOfMonth(month + 1)];
  const [from, to] = [before?.day, after?.day];
  const isBeforeTight = from !== undefined && from >= first - 1;
  return {
    isBeforeTight: isBeforeTight && from <= first,
    isTight: isBeforeTight && to !== undefined && to <= end,
    lastDay: Math.min(to ?? end - 1, end - 1),
  };
}

/** What prices in a currency are mostly invoiced in. */
function usualCurrencies(
  groups: readonly { pricingCurrency: string; currency: string }[],
): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { pricingCurrency, currency } of groups) {
    const of = counts.get(pricingCurrency) ?? new Map<string, number>();
    counts.set(pricingCurrency, of.set(currency, (of.get(currency) ?? 0) + 1));
  }
  const most = (of: ReadonlyMap<string, number>): string =>
    [...of].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
  return new Map([...counts].map(([pricing, of]) => [pricing, most(of)]));
}
