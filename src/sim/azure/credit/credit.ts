/** Earned credit: who has it, who lost it and since when, and what losing it on a customer would cost. */
import { type Day } from '../../../core/days.ts';
import {
  type Exact,
  ZERO,
  add,
  compare,
  divide,
  fraction,
  multiply,
  parseExact,
  toDecimal,
} from '../../../core/exact.ts';
import { NO_DAY } from '../../../core/table.ts';
import type { Usage } from '../types.ts';
import { amountFloat } from '../model/amounts.ts';
import { type LossRows, findLosses } from './losses.ts';
import { CreditSums, UsualPercents, creditStates } from './rates.ts';
import {
  CREDIT_LEVELS,
  CREDIT_STATES,
  type CreditAnswer,
  type CreditCourse,
  type CreditLoss,
  type CreditShare,
  type CustomerCredit,
} from './types.ts';

/** Digits of what a rate has divided. */
const DIGITS = 18;
/** The last complete days that a year is told from. */
const WINDOW_DAYS = 30;
const YEAR_DAYS = 365;

const exact = (decimal: string): Exact => parseExact(decimal) ?? ZERO;
const text = (value: Exact): string => toDecimal(value, 0, DIGITS);

const [IS_WITH, IS_WITHOUT] = [CREDIT_STATES.indexOf('with'), CREDIT_STATES.indexOf('without')];

/** What is known of each line before anything is added up. */
interface Lines {
  readonly usage: Usage;
  /** 1: in the billing currency that is asked for. */
  readonly inCurrency: Uint8Array;
  /** Place in `CREDIT_STATES`. */
  readonly states: Uint8Array;
  /** Percent that it has, or would have; 0 where there is none to have. */
  readonly percent: Float64Array;
  readonly percents: ReadonlySet<number>;
}

function linesOf(usage: Usage, currency: string): Lines {
  const { codes, values } = usage.billingCurrency;
  const wanted = values.indexOf(currency);
  const states = creditStates(usage);
  const usual = new UsualPercents(usage);
  const percent = new Float64Array(usage.rows);
  const inCurrency = new Uint8Array(usage.rows);
  const percents = new Set([0]);
  for (let row = 0; row < usage.rows; row++) {
    if (codes[row] !== wanted) continue;
    inCurrency[row] = 1;
    const state = states[row];
    const own = state === IS_WITH ? (usage.earnedPercent[row] ?? 0) : state === IS_WITHOUT ? usual.of(row) : 0;
    percent[row] = own;
    if (!percents.has(own)) percents.add(own);
  }
  return { usage, inCurrency, states, percent, percents };
}

/** The earned credit in one billing currency. */
export function creditOf(usage: Usage, currency: string): CreditAnswer {
  const lines = linesOf(usage, currency);
  const { from, completeTo } = usage.facts;
  const window = { from: Math.max(from, completeTo - WINDOW_DAYS + 1), to: completeTo };
  return {
    course: courseOf(lines),
    shares: sharesOf(lines),
    ...lossesOf(lines),
    customers: customersOf(lines, window),
    window: { ...window, days: window.to - window.from + 1 },
  };
}

function sharesOf({ usage, inCurrency, states, percent, percents }: Lines): readonly CreditShare[] {
  const sums = new CreditSums(CREDIT_STATES.length, percents);
  const rows = new Uint32Array(CREDIT_STATES.length);
  for (let row = 0; row < usage.rows; row++) {
    if (inCurrency[row] !== 1) continue;
    const state = states[row] ?? 0;
    rows[state] = (rows[state] ?? 0) + 1;
    sums.add(state, percent[row] ?? 0, usage, row);
  }
  return CREDIT_STATES.map((state, place) => ({
    state,
    rows: rows[place] ?? 0,
    cost: text(sums.cost(place)),
    credit: text(state === 'with' ? sums.earned(place) : state === 'without' ? sums.missed(place) : ZERO),
  })).filter((share) => share.rows > 0);
}

function courseOf({ usage, inCurrency, states, percent, percents }: Lines): CreditCourse {
  const { from, to } = usage.facts;
  const days = usage.rows === 0 ? 0 : to - from + 1;
  const sums = new CreditSums(days * 2, percents);
  for (let row = 0; row < usage.rows; row++) {
    const state = states[row];
    const day = (usage.days[row] ?? NO_DAY) - from;
    if (inCurrency[row] !== 1 || day < 0 || (state !== IS_WITH && state !== IS_WITHOUT)) continue;
    sums.add(day * 2 + (state === IS_WITH ? 0 : 1), percent[row] ?? 0, usage, row);
  }
  return {
    first: from,
    earned: Array.from({ length: days }, (_, day) => text(sums.earned(day * 2))),
    missed: Array.from({ length: days }, (_, day) => text(sums.missed(day * 2 + 1))),
  };
}

/** Losses that are told apart: the dearest. */
const MOST_LOSSES = 1000;

function lossesOf(lines: Lines): Pick<CreditAnswer, 'losses' | 'places'> {
  const { usage, inCurrency, states, percent, percents } = lines;
  const hasCredit = new Uint8Array(usage.rows);
  for (let row = 0; row < usage.rows; row++) {
    const state = inCurrency[row] === 1 ? states[row] : undefined;
    hasCredit[row] = state === IS_WITH ? 1 : state === IS_WITHOUT ? 2 : 0;
  }
  const all = findLosses(usage, hasCredit);
  const sizeOf = ({ rows }: LossRows): number =>
    rows.reduce((sum, row) => sum + amountFloat(usage.cost, row) * (percent[row] ?? 0), 0);
  const found = all
    .map((loss) => ({ loss, size: sizeOf(loss) }))
    .sort((a, b) => b.size - a.size)
    .slice(0, MOST_LOSSES)
    .map(({ loss }) => loss);
  const sums = new CreditSums(found.length, percents);
  for (const [place, { rows }] of found.entries())
    for (const row of rows) sums.add(place, percent[row] ?? 0, usage, row);
  const losses = found
    .map((loss, place) => lossOf(usage, loss, sums, place))
    .sort((a, b) => b.from - a.from || compare(exact(b.missed), exact(a.missed)));
  return { losses, places: all.length };
}

function lossOf(usage: Usage, { kind, level, rows }: LossRows, sums: CreditSums, place: number): CreditLoss {
  const [row = 0] = rows;
  const path = CREDIT_LEVELS.slice(0, level + 1).map((name) => {
    const { codes, values } = usage.dimensions[name];
    return values[codes[row] ?? 0] ?? '';
  });
  const days = new Set(rows.map((one) => usage.days[one] ?? 0));
  let [from, to]: [Day, Day] = [Infinity, -Infinity];
  for (const day of days) [from, to] = [Math.min(from, day), Math.max(to, day)];
  return {
    ...{ kind, level: CREDIT_LEVELS[level] ?? 'customer', path, from, to, days: days.size, rows: rows.length },
    names: path.map((own, at) => (at < 2 ? (usage.names.get(own.toLowerCase()) ?? own) : own)),
    cost: text(sums.cost(place)),
    missed: text(sums.missed(place)),
  };
}

/** Sums of a customer: with it, without it, and with it in the window. */
const [ALL_WITH, ALL_WITHOUT, ALL_OTHER, RECENT_WITH] = [0, 1, 2, 3];
const KINDS = 4;

function customersOf(
  { usage, inCurrency, states, percent, percents }: Lines,
  window: { readonly from: Day; readonly to: Day },
): readonly CustomerCredit[] {
  const { codes, values } = usage.dimensions.customer;
  const sums = new CreditSums(values.length * KINDS, percents);
  const used = new Set<number>();
  for (let row = 0; row < usage.rows; row++) {
    if (inCurrency[row] !== 1) continue;
    const [code, state, own, day] = [codes[row] ?? 0, states[row], percent[row] ?? 0, usage.days[row] ?? 0];
    used.add(code);
    const kind = state === IS_WITH ? ALL_WITH : state === IS_WITHOUT ? ALL_WITHOUT : ALL_OTHER;
    sums.add(code * KINDS + kind, own, usage, row);
    if (kind === ALL_WITH && day >= window.from && day <= window.to)
      sums.add(code * KINDS + RECENT_WITH, own, usage, row);
  }
  const days = window.to - window.from + 1;
  return [...used]
    .map((code) => ({ code, recent: sums.earned(code * KINDS + RECENT_WITH) }))
    .sort((a, b) => compare(b.recent, a.recent) || a.code - b.code)
    .map(({ code, recent }) => {
      const [first, ...others] = [ALL_WITH, ALL_WITHOUT, ALL_OTHER].map((kind) => sums.cost(code * KINDS + kind));
      const own = values[code] ?? '';
      return {
        customer: own,
        name: usage.names.get(own.toLowerCase()) ?? own,
        cost: text(others.reduce((sum, one) => add(sum, one), first ?? ZERO)),
        earned: text(sums.earned(code * KINDS + ALL_WITH)),
        missed: text(sums.missed(code * KINDS + ALL_WITHOUT)),
        recent: text(recent),
        year: text(divide(multiply(recent, fraction(YEAR_DAYS)), fraction(Math.max(1, days)))),
      };
    });
}
