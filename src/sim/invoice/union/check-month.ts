/** Everything that a month should have been billed against everything that was (spec §9). */
import { firstDayOfMonth } from '../../../core/days.ts';
import { toEnd } from '../../to-end.ts';
import { SubscriptionTable } from '../expected/subscription-table.ts';
import type { CheckContext } from './check-context.ts';
import { EarnedCredit } from './earned-credit.ts';
import { ExchangeRates } from './exchange.ts';
import { GroupTable } from './group-table.ts';
import { joinSides } from './join.ts';
import type { ExportWindow, MonthInputs } from './inputs.ts';
import { LastMonth } from './last-month.ts';
import { Likeness } from './likeness.ts';
import { checkAlone } from './line-alone.ts';
import { type MonthRows, rowsOfMonth } from './month-rows.ts';
import type { MonthColumns } from './plain-line.ts';
import { PlainLines } from './plain-lines.ts';
import { SubscriptionCheck } from './subscription-check.ts';
import { SurePairs } from './sure-pairs.ts';
import { Tallies } from './tallies.ts';
import type { MonthCheck } from './types.ts';
import { usualCurrencies } from './usual-currencies.ts';

/** Billed subscriptions and single lines that are done, of all. */
export interface CheckProgress {
  readonly done: number;
  readonly of: number;
}

export function checkMonth(inputs: MonthInputs): MonthCheck {
  return toEnd(checkingMonth(inputs));
}

/** The same in turns, so that others have theirs. */
export function* checkingMonth(inputs: MonthInputs): Generator<CheckProgress, MonthCheck> {
  const { month, lines, before, after, terms } = inputs;
  const rows = rowsOfMonth(inputs);
  const groups = new GroupTable(lines, rows.licences);
  yield { done: 0, of: lines.rows };
  const subscriptions = after && new SubscriptionTable(lines, { month, before, after });
  const of = rows.others.length + groups.size;
  yield { done: 0, of };
  const context = contextOf(inputs, rows, groups, subscriptions?.covered);
  yield { done: 0, of };
  let done = 0;
  if (subscriptions) {
    const columns = { groups, subscriptions };
    const pairs = new SurePairs(lines, columns, terms);
    for (const passed of checkSubscriptions(context, columns, pairs)) yield { done: passed, of };
    done = groups.size;
  } else for (const row of rows.licences) checkAlone(context, row);
  for (const row of rows.others) {
    if (done++ % PER_TURN === 0) yield { done, of };
    checkAlone(context, row);
  }
  return context.tallies.finish(month);
}

const PER_TURN = 4096;
const NONE = -1;

/** The many that are sure and right first; how many billed ones are done comes out of each turn. */
function* checkSubscriptions(context: CheckContext, columns: MonthColumns, pairs: SurePairs): Generator<number, void> {
  const { groups, subscriptions } = columns;
  const { terms } = context;
  const [check, plain] = [new SubscriptionCheck(context), new PlainLines(context, columns)];
  const open: number[] = [];
  // In the order of lines: reading them here and there takes longer than anything that is done with them.
  for (let group = 0; group < groups.size; group++) {
    if (group % PER_TURN === 0) yield group;
    const at = pairs.subscriptionOf[group] ?? NONE;
    if (at === NONE || plain.take(group, at)) continue;
    check.take({ group: groups.at(group), subscription: subscriptions.at(at), join: pairs.joinOf(at), est: undefined });
  }
  for (let at = 0; at < subscriptions.size; at++) {
    if (pairs.isOpen(at)) open.push(at);
    else if (pairs.isAlone(at) && !plain.isRightlyUnbilled(at)) {
      check.take({ ...{ group: undefined, est: undefined, join: 'none' }, subscription: subscriptions.at(at) });
    }
  }
  for (const group of pairs.strangers) for (const row of groups.rowsOf(group)) checkAlone(context, row);
  const left = joinSides(
    Array.from(pairs.openGroups(), (group) => groups.at(group)),
    open.map((at) => subscriptions.at(at)),
    ({ offer }) => offer && terms.estSku(offer),
    new Likeness(context.lines),
  );
  for (const [at, joined] of left.entries()) {
    if (at % PER_TURN === 0) yield groups.size;
    check.take(joined);
  }
}

function contextOf(
  inputs: MonthInputs,
  rows: MonthRows,
  groups: GroupTable,
  covered: ReadonlySet<string> = new Set(),
): CheckContext {
  const { month, lines, checked, terms } = inputs;
  return {
    ...{ lines, checked, terms, month, covered },
    rates: new ExchangeRates(lines, rows.all),
    tallies: new Tallies(lines, checked, inputs.gate),
    lastMonth: new LastMonth(inputs),
    window: windowOf(inputs),
    usualCurrency: usualCurrencies(lines, groups),
    credit: new EarnedCredit(lines, checked, rows.all),
  };
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
